/** What the wire says to both roles alike. `now` is when it was heard, by the world's clock. */
import type { Question, Round } from '../model/round';
import { RESULTS, type SessionView } from '../model/session';
import { count, list, maybe, oneOf, or, record, text, texts, truth } from './decode';
import type { Frame } from './frame';
import { readTimer } from './timer_wire';

const readFacts = record({
  title: or(text, ''),
  choices: texts,
  open: truth,
  results: or(oneOf(RESULTS), 'everybody' as const),
  seconds: or(count, 0),
  locked: or(truth, false),
});
const readRoundFacts = record({ round: count, topic: maybe(text), attempt: or(count, 1) });
const readRestored = record({ restored: or(truth, false) });
const readAgreement = record({ round: count, agreed: text });
const readDeck = record({ choices: texts });
const readTitle = record({ title: text });
const readDoor = record({ locked: truth });
const readSeat = record({ seat: count, name: text });
const readQuestions = record({
  questions: or(
    list((value): Question => {
      const { seat: number, name } = readSeat(value);
      return { number, name };
    }),
    [],
  ),
});

/** The part of a view that both roles have. */
export function readSession(value: unknown, now: number): SessionView {
  return { ...readFacts(value), ...readRound(value, now) };
}

/** What `enabled` says to both: the round that starts, or that was brought back by an undo. */
export function readStart(value: unknown, now: number) {
  return { start: readRound(value, now), ...readRestored(value) };
}

/** An event that both roles hear of alike; kinds that this page does not know are `ignored`. */
export function readCommonEvent({ kind, data }: Frame, now: number) {
  switch (kind) {
    case 'timer':
      return { kind, timer: readTimer(data, now) } as const;
    case 'agreed': {
      const { round, agreed } = readAgreement(data);
      return { kind, round, agreed: agreed || undefined } as const;
    }
    case 'deck':
      return { kind, ...readDeck(data) } as const;
    case 'door':
      return { kind, ...readDoor(data) } as const;
    case 'title':
      return { kind, ...readTitle(data) } as const;
    case 'question':
      return { kind, ...readQuestions(data) } as const;
    case 'reset':
      return { kind } as const;
    default:
      return { kind: 'ignored' } as const;
  }
}

/** The round that a view or `enabled` is about. */
function readRound(value: unknown, now: number): Round {
  return { ...readRoundFacts(value), timer: readTimer(value, now), ...readQuestions(value) };
}
