import { deckNames } from '../i18n/host_words';
import type { Deck } from '../model/deck';
import { Face } from './Face';

/** What a deck needs. */
export interface DeckButtonProps {
  readonly deck: Deck;
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  readonly onPick: () => void;
}

/** More would not be told apart. */
const CARDS_DRAWN = 5;

/** A deck as a hand of cards, drawn; one tap takes it. */
export function DeckButton({ deck, isBusy, isDisabled, onPick }: DeckButtonProps) {
  const drawn = deck.drawn ?? deck.choices.slice(0, CARDS_DRAWN);
  const middle = (drawn.length - 1) / 2;
  return (
    <button
      type="button"
      class="deck"
      aria-disabled={isDisabled}
      aria-busy={isBusy}
      onClick={onPick}
    >
      <span class="fan" aria-hidden="true">
        {drawn.map((choice, index) => (
          <span class="fan-card" key={choice} style={{ '--turn': index - middle }}>
            <Face choice={choice} />
            {index === drawn.length - 1 && <Face choice={choice} />}
          </span>
        ))}
      </span>
      <span class="deck-name">{deckNames[deck.key]}</span>
      <span class="deck-cards" aria-hidden="true">
        {deck.choices.join(' ')}
      </span>
    </button>
  );
}
