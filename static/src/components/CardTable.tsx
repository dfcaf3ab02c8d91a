import { voteWords } from '../i18n/words';
import { Face } from './Face';
import { Icon } from './Icon';
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
    '--rows': Math.ceil(length / NARROW),
    '--wide-rows': Math.ceil(length / wide),
    '--wide-across': 2 * wide,
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
      {choices.map((choice, index) => (
        <button
          key={choice}
          style={{
            '--start': startOfLast(index, length, NARROW),
            '--wide-start': startOfLast(index, length, wide),
          }}
          type="button"
          class="card"
          aria-label={choice}
          aria-pressed={choice === chosen && pending === undefined}
          aria-busy={choice === pending}
          aria-disabled={!isOpen}
          onClick={() => isOpen && onPick(choice)}
        >
          <Face choice={choice} />
          <Icon name="tick" />
        </button>
      ))}
    </div>
  );
}

/** How many cards lie beside each other on a phone. */
const NARROW = 3;

/** The same on a wide screen, which has less room for another row. */
function across(count: number): number {
  return count <= 5 ? count : Math.min(8, Math.ceil(count / 2));
}

/** Where a last row that is not full begins, in half cards, so that it lies in the middle. */
function startOfLast(index: number, count: number, columns: number): number | undefined {
  const rest = count % columns;
  return rest > 0 && index === count - rest ? columns - rest + 1 : undefined;
}
