import type { Timer } from './timer';

/** A round as it starts: which it is, what it is about, and how long it lasts. */
export interface Round {
  readonly round: number;
  /**
   * What is voted on. Topic and attempt stay after a reset, for it may be undone; they are to be shown only
   * while the round is open or its result is there.
   */
  readonly topic: string | undefined;
  /** 1 for the first vote on the topic. */
  readonly attempt: number;
  /** `undefined` where no timer runs. */
  readonly timer: Timer | undefined;
}

/** The address that a topic is, if it is nothing but one of the web. */
export function topicLink(topic: string): string | undefined {
  if (!/^https?:\/\/\S+$/i.test(topic)) return undefined;
  try {
    return new URL(topic).href;
  } catch {
    return undefined;
  }
}
