import { voteWords } from '../i18n/words';
import { Face } from './Face';
import { Icon, TICK } from './Icon';
import { nextCard } from './next_card';
import { plainKey } from './plain_key';

/** What the cards need. */
export interface CardTableProps {
  readonly choices: readonly string[];
  readonly isOpen: boolean;
  /** The card that the server has. */
  readonly chosen: string | undefined;
  /** The card that is on its way. */
  readonly pending: string | undefined;
  readonly onPick: (choice: string) => void;
}

/** The reader's hand: one big button a card, resting while there is no vote. Arrow keys go from card to card. */
export function CardTable({ choices, isOpen, chosen, pending, onPick }: CardTableProps) {
  const { length } = choices;
  const wide = across(length);
  const style = {
    '--rows': Math.ceil(length / 3),
    '--wide': wide,
    '--wide-rows': Math.ceil(length / wide),
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out as a grid everywhere
    <div
      class="cards"
      role="group"
      aria-label={voteWords.cards}
      style={style}
      onKeyDown={(event) => {
        const next = nextCard(event.currentTarget, plainKey(event));
        if (next === undefined) return;
        event.preventDefault();
        next.focus();
      }}
    >
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          class="card"
          aria-label={choice}
          aria-pressed={choice === chosen && pending === undefined}
          aria-busy={choice === pending}
          aria-disabled={!isOpen}
          onClick={() => isOpen && onPick(choice)}
        >
          <Face choice={choice} />
          <Icon name="tick" path={TICK} />
        </button>
      ))}
    </div>
  );
}

/** How many cards lie beside each other on a wide screen, which has less room for another row. On a phone it is three. */
function across(count: number): number {
  return count <= 5 ? count : Math.min(8, Math.ceil(count / 2));
}
