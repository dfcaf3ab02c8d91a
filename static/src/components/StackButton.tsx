import { Stack } from './Stack';

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
  return (
    <button
      type="button"
      class="stack"
      aria-disabled={isDisabled}
      aria-busy={isBusy}
      onClick={onPick}
    >
      <Stack choices={choices} />
      <span class="stack-name">{name}</span>
      <bdi class="stack-choices" aria-hidden={!isNamedByCards} title={choices.join(' ')}>
        {choices.join(' ')}
      </bdi>
    </button>
  );
}
