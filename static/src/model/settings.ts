import { RESULTS, type Results } from './session';

export { RESULTS, type Results };

/** What a session is created with, beside its cards. */
export interface Settings {
  /** May be empty. */
  readonly title: string;
  /** How long a round lasts; 0 is until somebody stops it. */
  readonly seconds: number;
  readonly results: Results;
}

/** A session that nobody has set anything for. */
export const DEFAULTS: Settings = { title: '', seconds: 0, results: 'everybody' };

/** The timers that the home page offers, in seconds. */
export const TIMERS: readonly number[] = [0, 30, 60, 120, 300];

/** The longest round that the server times, in seconds. */
export const LONGEST_SECONDS = 3600;

/** `text` as `Results`, if it is one. */
export function toResults(text: string): Results | undefined {
  return RESULTS.find((results) => results === text);
}
