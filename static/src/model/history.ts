import type { Statistics } from './result';

/** A round that was closed with at least one vote. */
export interface PastRound {
  readonly round: number;
  readonly topic: string | undefined;
  readonly attempt: number;
  /** Milliseconds since 1970, by this device's clock. */
  readonly started: number;
  readonly ended: number;
  readonly votes: ReadonlyMap<string, string>;
  readonly statistics: Statistics;
  /** The value that was recorded for it. */
  readonly agreed: string | undefined;
}

/** The closed rounds of a session that the server still has, oldest first. */
export interface History {
  readonly title: string;
  readonly choices: readonly string[];
  readonly rounds: readonly PastRound[];
}
