import { signal } from '@preact/signals-core';

/** What a screen reader is told next, without being asked. */
export const announcement = signal('');

/** Tells `text`; the same text twice is told twice. */
export function announce(text: string): void {
  // A live region speaks when its text changes: an invisible space makes a repetition a change.
  announcement.value = announcement.value === text ? `${text}\u00a0` : text;
}
