/** A time that runs out: what was left of it when we heard of it, and when that was by our own clock. */
export interface Timer {
  readonly remainingMs: number;
  /** By the world's clock, which never goes back and knows nothing of the server's. */
  readonly receivedAt: number;
  /** It stands still, because somebody has a question. */
  readonly rests?: boolean;
}

/** What is left of `timer` at `now` (the world's clock), never below zero. */
export function remaining({ remainingMs, receivedAt, rests }: Timer, now: number): number {
  return rests ? remainingMs : Math.max(0, remainingMs - (now - receivedAt));
}

/** `seconds` as `m:ss`. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What is left of a round's time, as it is shown. */
export interface TimeLeft {
  /** Whole ones, the begun one counted: 0 means that it is over. */
  readonly seconds: number;
  /** As a part of the whole time, 0 to 1. */
  readonly part: number;
}

/** From here on time is short. */
export const SHORT_SECONDS = 10;
