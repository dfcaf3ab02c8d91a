import { deckOf } from '../model/deck';
import { Face } from './Face';

/** What a small stack needs. */
export interface StackProps {
  readonly choices: readonly string[];
}

/** A deck as a small stack, drawn; it says nothing that the words beside it don't. */
export function Stack({ choices }: StackProps) {
  const faces = drawn(choices);
  const middle = (faces.length - 1) / 2;
  return (
    <span class="stack-cards" aria-hidden="true">
      {faces.map((choice, index) => (
        <span class="stack-card" key={choice} style={{ '--turn': index - middle }}>
          <Face choice={choice} />
        </span>
      ))}
    </span>
  );
}

/** Up to three cards that show how far the deck goes; the last lies on top. */
function drawn(choices: readonly string[]): readonly string[] {
  const faces = deckOf(choices)?.drawn ?? choices.filter((choice) => choice !== '?');
  const from = faces.length === 0 ? choices : faces;
  const last = from.length - 1;
  const shown = new Set([0, Math.floor(last / 2), last]);
  return from.filter((_, index) => shown.has(index));
}
