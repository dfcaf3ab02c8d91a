import type { Round } from './round';

/** Who sees a result: all by name; all, but controllers alone by name; controllers alone. */
export const RESULTS = ['everybody', 'counts', 'controllers'] as const;

/** One of `RESULTS`. */
export type Results = (typeof RESULTS)[number];

/** What both roles see of a session. */
export interface SessionView extends Round {
  readonly title: string;
  readonly choices: readonly string[];
  readonly open: boolean;
  readonly results: Results;
  /** How long a round lasts unless its start says otherwise; 0 is no timer. */
  readonly seconds: number;
  /** Whether the door is locked: who has a seat stays, and nobody gets a new one. */
  readonly locked: boolean;
}
