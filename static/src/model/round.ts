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
  /** Who has one, in the order in which they said so; nobody unless the round is open. */
  readonly questions: readonly Question[];
}

/** A seat that has a question. The timer rests meanwhile. */
export interface Question {
  /** The number of the seat. */
  readonly number: number;
  readonly name: string;
}

/** What no round has once it is over. */
export const NO_WAIT = { timer: undefined, questions: [] } as const;

/** How a topic is shown: as it is, or without an address of the web that it has, which is where it leads then. */
export function shownTopic(topic: string): { readonly text: string; readonly link?: string } {
  const [, before, label, target, after] =
    /^(.*?)\[([^[\]]+)]\((https?:\/\/\S+)\)(.*)$/i.exec(topic) ?? [];
  if (target) return { text: `${before}${label}${after}`, link: target };
  const [, front, link, back] = /^(.*?)\s*(https?:\/\/\S+)\s*(.*)$/i.exec(topic) ?? [];
  return link ? { text: (front && back ? topic : front || back) || topic, link } : { text: topic };
}
