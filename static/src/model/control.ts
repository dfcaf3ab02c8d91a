import type { Timer } from './timer';

/** Who leads the session, as a voter hears of it. */
export type Control =
  /** A controller is there, or there is nothing to ask for. */
  | { readonly state: 'led' }
  /** Nobody leads: a seat may ask for control. */
  | { readonly state: 'unled' }
  /** `by` asked, and everybody may object until the time is up. */
  | { readonly state: 'asked'; readonly by: string; readonly passes: Timer }
  /** Nobody objected: the page of `by` fetches its key. */
  | { readonly state: 'passed'; readonly by: string };

/** How it is as long as nothing else was said. */
export const LED: Control = { state: 'led' };
