import { Face } from './Face';

/** What a small deck needs. */
export interface StackButtonProps {
  readonly name: string;
  readonly choices: readonly string[];
  /** Whether the name alone doesn't tell which deck it is. */
  readonly isNamedByCards?: boolean;
  readonly isBusy: boolean;
  readonly isDisabled: boolean;
  readonly onPick: () => void;
}

/** A deck as a small stack beside its name; one tap takes it. */
export function StackButton(props: StackButtonProps) {
  const { name, choices, isNamedByCards = false, isBusy, isDisabled, onPick } = props;
  const faces = drawn(choices);
  const middle = (faces.length - 1) / 2;
  return (
    <button
      type="button"
      class="stack"
      aria-disabled={isDisabled}
      aria-busy={isBusy}
      onClick={onPick}
    >
      <span class="stack-cards" aria-hidden="true">
        {faces.map((choice, index) => (
          <span class="stack-card" key={choice} style={{ '--turn': index - middle }}>
            <Face choice={choice} />
          </span>
        ))}
      </span>
      <span class="stack-name">{name}</span>
      <bdi class="stack-choices" aria-hidden={!isNamedByCards}>
        {choices.join(' ')}
      </bdi>
    </button>
  );
}

/** Up to three cards that show how far the deck goes; the last lies on top. */
function drawn(choices: readonly string[]): readonly string[] {
  const faces = choices.filter((choice) => choice !== '?');
  const from = faces.length === 0 ? choices : faces;
  const last = from.length - 1;
  const shown = new Set([0, Math.floor(last / 2), last]);
  return from.filter((_, index) => shown.has(index));
}
