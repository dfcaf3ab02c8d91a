import { plainKey } from './plain_key';

/** What a button that asks back needs. */
export interface SureButtonProps {
  /** What it says, before the first tap and after it. */
  readonly says: Wording;
  /** What it is called where its text alone is too short to tell. */
  readonly called?: Wording;
  /** Whether it was tapped once and waits for the second tap. */
  readonly isAsking: boolean;
  readonly onTap: () => void;
  readonly onGiveUp: () => void;
}

interface Wording {
  readonly first: string;
  readonly sure: string;
}

/** Asks once, in place, before something that can't be undone. */
export function SureButton({ says, called, isAsking, onTap, onGiveUp }: SureButtonProps) {
  const now = isAsking ? 'sure' : 'first';
  return (
    <button
      type="button"
      class="sure"
      data-asking={isAsking}
      aria-label={called?.[now]}
      onClick={onTap}
      onBlur={onGiveUp}
      onKeyDown={(event) => plainKey(event) === 'Escape' && onGiveUp()}
    >
      {says[now]}
    </button>
  );
}
