import type { Told } from '../state/news';

/** What speaking needs. */
export interface AnnouncerProps<F> {
  /** What was told last. */
  readonly told: Told<F> | undefined;
  readonly say: (fact: F) => string;
}

/** Speaks to screen readers; nothing to see. */
export function Announcer<F>({ told, say }: AnnouncerProps<F>) {
  return (
    <p class="unseen" role="status">
      {told && say(told.fact) + spaceAfter(told)}
    </p>
  );
}

/** A live region speaks when its text changes: an invisible space makes a repetition a change. */
function spaceAfter({ isAgain }: Told<unknown>): string {
  return isAgain ? '\u00a0' : '';
}
