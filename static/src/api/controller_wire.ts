/**
 * What the wire says to controllers, in its key names, as values of the model. Each function gives `undefined`
 * for what is not as it was agreed. `clocks` say when it was heard.
 */
import type { ControllerEvent, ControllerView, People, Undo } from '../model/controller';
import {
  count,
  decoded,
  list,
  mapOf,
  maybe,
  misread,
  object,
  or,
  record,
  text,
  texts,
} from './decode';
import type { Frame } from './frame';
import { ownDate } from './own_date';
import { readFindings, readVotes } from './result_wire';
import { readCommonEvent, readSession, readStart } from './session_wire';
import type { Clocks } from './world';

/** A list that was never written has no version. */
const topicsVersion = or(count, 0);

const readFacts = record({
  votes: readVotes,
  controlKeys: maybe(count),
  topics: or(texts, []),
  topicsVersion,
  rounds: or(count, 0),
});
const readPeopleFacts = record({
  participants: texts,
  numbers: or(list(count), []),
  away: or(texts, []),
  since: maybe(mapOf(count)),
  now: maybe(count),
});
const readVote = record({ votes: readVotes });
const readControlKeys = record({ controlKeys: count });
const readTopics = record({ topics: texts, topicsVersion });

/** The controller's view, from GET or from a snapshot. */
export function decodeControllerView(value: unknown, clocks: Clocks): ControllerView | undefined {
  return decoded((from) => readView(from, clocks))(value);
}

/** A controller's frame as an event; kinds that this page does not know are `ignored`. */
export function decodeControllerEvent(frame: Frame, clocks: Clocks): ControllerEvent | undefined {
  return decoded(() => readEvent(frame, clocks))(frame);
}

function readView(value: unknown, clocks: Clocks): ControllerView {
  const now = clocks.now();
  return {
    ...readSession(value, now),
    ...readPeople(value, clocks.date()),
    ...readFindings(value),
    ...readFacts(value),
    undo: readUndo(object(value)['Undo'] ?? {}, now),
  };
}

function readEvent(frame: Frame, clocks: Clocks): ControllerEvent {
  const { kind, data } = frame;
  const now = clocks.now();
  switch (kind) {
    case 'snapshot':
      return { kind, view: readView(data, clocks) };
    case 'enabled':
      return { kind, ...readStart(data, now) };
    case 'disabled':
      return { kind, ...readVote(data), findings: readFindings(data) };
    case 'vote':
      return { kind, ...readVote(data) };
    case 'participants-change':
      return { kind, people: readPeople(data, clocks.date()) };
    case 'control-keys':
      return { kind, ...readControlKeys(data) };
    case 'topics':
      return { kind, ...readTopics(data) };
    case 'undo':
      return { kind, undo: readUndo(data, now) };
    default:
      return readCommonEvent(frame, now);
  }
}

function readPeople(value: unknown, date: number): People {
  const { participants, numbers, away, since = [], now } = readPeopleFacts(value);
  const own = new Map<string, number>();
  // Where nobody is away it is said only beside the end of a round, if that has one.
  if (now !== undefined) {
    for (const [name, then] of since) own.set(name, ownDate(then, now, date));
  }
  return { participants, numbers, away: new Set(away), since: own };
}

/** Empty where there is nothing to undo. */
function readUndo(value: unknown, now: number): Undo | undefined {
  const { What: what, Name: name, Seconds: seconds } = object(value);
  if (what === undefined) return undefined;
  const time = { remainingMs: count(seconds) * 1000, receivedAt: now };
  if (what === 'reset') return { what, time };
  return what === 'kick' ? { what, name: text(name), time } : misread();
}
