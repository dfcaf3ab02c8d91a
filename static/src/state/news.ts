import { type Signal, signal } from '@preact/signals-core';
import type { ControllerEvent } from '../model/controller';
import type { Result } from '../model/result';
import type { Question } from '../model/round';
import type { Timer } from '../model/timer';
import type { VoterEvent } from '../model/voter';

/** A result, and the deck that it was chosen from. */
export interface Revealed {
  readonly choices: readonly string[];
  readonly result: Result;
}

/** How the round and the door go, whoever looks at them. */
export type RoundFact =
  /** `seconds`: the time that it has, if it has any. */
  | { readonly kind: 'opened' | 'restored'; readonly seconds?: number }
  | { readonly kind: 'timeLeft'; readonly seconds: number }
  /** `revealed`: what lies open then, where the reader may know that. */
  | { readonly kind: 'closed'; readonly revealed?: Revealed }
  /** `rests`: whether a timer does meanwhile. */
  | {
      readonly kind: 'asks';
      readonly names: readonly string[];
      readonly rests: boolean;
    }
  /** Nobody has a question any more; `names` had one until now. */
  | { readonly kind: 'answered'; readonly names: readonly string[] }
  | { readonly kind: 'cleared' | 'timeUp' | 'doorLocked' | 'doorOpen' };

/** What the reader's own seat has done. */
export type SeatFact =
  | { readonly kind: 'voted'; readonly choice: string }
  | { readonly kind: 'renamed'; readonly name: string };

/** What a voter hears. */
export type VoterFact = RoundFact | SeatFact;

/** What a controller hears. */
export type HostFact =
  | VoterFact
  | { readonly kind: 'topicsAdded'; readonly count: number }
  | {
      readonly kind: 'topicMoved';
      readonly topic: string;
      readonly place: number;
      readonly of: number;
    }
  | { readonly kind: 'topicRemoved'; readonly topic: string }
  | {
      readonly kind:
        | 'undone'
        | 'recorded'
        | 'titleChanged'
        | 'deckChanged'
        | 'keyMade'
        | 'keysTakenBack';
    };

/** Tells a fact. */
export type Tell<F> = (fact: F) => void;

/** A fact that was told. */
export interface Told<F> {
  readonly fact: F;
  /** Whether it is the one before once more, which was not that itself. */
  readonly isAgain: boolean;
}

/** What a screen reader is told without being asked: facts, for which the page has the words. */
export class News<F> {
  readonly last: Signal<Told<F> | undefined> = signal();

  readonly tell: Tell<F> = (fact) => {
    const before = this.last.value;
    const isSame = JSON.stringify(before?.fact) === JSON.stringify(fact);
    this.last.value = { fact, isAgain: isSame && !before?.isAgain };
  };
}

/** How a round stands, whoever looks at it. */
export interface Standing {
  readonly open: boolean;
  readonly timer: Timer | undefined;
  readonly questions: readonly Question[];
  readonly choices: readonly string[];
  readonly result: Result | undefined;
}

/** What `event` has done to the round, if that is worth a word. */
export function roundFact(
  event: ControllerEvent | VoterEvent,
  before: Standing,
  after: Standing,
): RoundFact | undefined {
  switch (event.kind) {
    case 'enabled':
      return { kind: event.restored ? 'restored' : 'opened', ...timeOf(after) };
    case 'disabled':
      if (before.open) {
        const { choices, result } = after;
        return { kind: 'closed', ...(result && { revealed: { choices, result } }) };
      }
      // It comes again where the result has changed, which is not worth a word, or was brought back by an undo.
      return !before.result && after.result ? { kind: 'restored' } : undefined;
    case 'reset':
      return { kind: 'cleared' };
    case 'timer': {
      const time = timeOf(after);
      return before.timer === undefined && time ? { kind: 'timeLeft', ...time } : undefined;
    }
    case 'question':
      return questionFact(before, after);
    default:
      return undefined;
  }
}

const nameOf = ({ name }: Question) => name;

function questionFact(before: Standing, { questions, timer }: Standing): RoundFact | undefined {
  const known = before.questions.map(({ number }) => number);
  const fresh = questions.filter(({ number }) => !known.includes(number));
  const rests = timer !== undefined;
  if (fresh.length > 0) return { kind: 'asks', names: fresh.map(nameOf), rests };
  if (known.length === 0 || questions.length > 0) return undefined;
  return { kind: 'answered', names: before.questions.map(nameOf) };
}

function timeOf({ timer }: Standing): { readonly seconds: number } | undefined {
  return timer && { seconds: Math.ceil(timer.remainingMs / 1000) };
}
