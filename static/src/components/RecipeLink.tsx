import { deckNames, recipeLinkWords as words } from '../i18n/host_words';
import { text } from '../i18n/message';
import type { Copier } from '../state/copier';
import type { Offer } from '../state/link_maker';
import '../styles/copy.css';
import { CopyLink } from './CopyLink';

/** What making a link needs. */
export interface RecipeLinkProps {
  readonly offers: readonly Offer[];
  readonly chosen: Offer | undefined;
  /** `undefined` where the link would be too long. */
  readonly link: Copier | undefined;
  readonly onChoose: (id: string) => void;
}

/** A link that starts the same session again and again. */
export function RecipeLink({ offers, chosen, link, onChoose }: RecipeLinkProps) {
  return (
    <>
      <p class="fold-text">{words.text}</p>
      <label class="field link-deck">
        <span>{words.deck}</span>
        <select value={chosen?.id} onChange={(event) => onChoose(event.currentTarget.value)}>
          {offers.map((offer) => (
            <option key={offer.id} value={offer.id}>
              {nameOf(offer)}
            </option>
          ))}
        </select>
      </label>
      {link === undefined ? (
        <p class="trouble">{words.tooLong}</p>
      ) : (
        <CopyLink action={words.copy} label={words.label} copier={link} />
      )}
    </>
  );
}

function nameOf({ kind, choices }: Offer): string {
  if (kind === 'own' || kind === 'typed') return text(words[kind], { cards: choices.join(' ') });
  return deckNames[kind];
}
