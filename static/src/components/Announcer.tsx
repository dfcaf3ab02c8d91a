import type { ComponentChildren } from 'preact';
import type { Told } from '../state/news';

/** Speaks to screen readers what is inside; nothing to see. */
export function Announcer({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="unseen" role="status">
      {children}
    </p>
  );
}

/** What is said of what was `told` last. */
export function spoken<F>(told: Told<F> | undefined, say: (fact: F) => string): string {
  return told === undefined ? '' : say(told.fact) + spaceAfter(told);
}

/** A live region speaks when its text changes: an invisible space makes a repetition a change. */
function spaceAfter({ isAgain }: Told<unknown>): string {
  return isAgain ? '\u00a0' : '';
}
