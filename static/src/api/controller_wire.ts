/**
 * What the wire says to controllers, in its key names, as values of the model. Each function gives `undefined`
 * for what is not as it was agreed. `clocks` say when it was heard.
 */
import type { ControllerEvent, ControllerView, People, Undo } from '../model/controller';
import type { Frame } from './frame';
import {
  isCount,
  isObject,
  isOptionalCount,
  isStrings,
  type JsonObject,
  toMap,
  toStringMap,
} from './guard';
import { ownDate } from './own_date';
import { decodeFindings } from './result_wire';
import {
  decodeAgreedEvent,
  decodeDeckEvent,
  decodeDoorEvent,
  decodeSession,
  decodeStart,
} from './session_wire';
import { decodeTimerEvent } from './timer_wire';
import type { Clocks } from './world';

/** The controller's view, from GET or from a snapshot. */
export function decodeControllerView(value: unknown, clocks: Clocks): ControllerView | undefined {
  if (!isObject(value)) return undefined;
  const now = clocks.now();
  const session = decodeSession(value, now);
  const people = decodePeople(value, clocks.date());
  const votes = toStringMap(value['Votes']);
  const findings = decodeFindings(value);
  if (session === undefined || people === undefined) return undefined;
  if (votes === undefined || findings === undefined) return undefined;
  const { ControlKeys: controlKeys, Topics: topics = [], Rounds: rounds = 0 } = value;
  if (!isOptionalCount(controlKeys) || !isStrings(topics) || !isCount(rounds)) return undefined;
  const undo = decodeUndo(value['Undo'], now);
  if (undo === undefined) return undefined;
  return {
    ...session,
    ...people,
    ...findings,
    ...{ votes, controlKeys, topics, rounds },
    undo: undo === 'none' ? undefined : undo,
  };
}

/** A controller's frame as an event; kinds that this page does not know are `ignored`. */
export function decodeControllerEvent(
  { kind, data }: Frame,
  clocks: Clocks,
): ControllerEvent | undefined {
  const now = clocks.now();
  switch (kind) {
    case 'snapshot': {
      const view = decodeControllerView(data, clocks);
      return view && { kind, view };
    }
    case 'enabled': {
      const start = decodeStart(data, now);
      return start && { kind, ...start };
    }
    case 'disabled': {
      const votes = toStringMap(data['Votes']);
      const findings = decodeFindings(data);
      return votes && findings && { kind, votes, findings };
    }
    case 'vote': {
      const votes = toStringMap(data['Votes']);
      return votes && { kind, votes };
    }
    case 'participants-change': {
      const people = decodePeople(data, clocks.date());
      return people && { kind, people };
    }
    case 'control-keys': {
      const { ControlKeys: controlKeys } = data;
      return isCount(controlKeys) ? { kind, controlKeys } : undefined;
    }
    case 'topics': {
      const { Topics: topics } = data;
      return isStrings(topics) ? { kind, topics } : undefined;
    }
    case 'undo': {
      const undo = decodeUndo(data, now);
      return undo && { kind, undo: undo === 'none' ? undefined : undo };
    }
    case 'timer':
      return decodeTimerEvent(data, now);
    case 'agreed':
      return decodeAgreedEvent(data);
    case 'deck':
      return decodeDeckEvent(data);
    case 'door':
      return decodeDoorEvent(data);
    case 'reset':
      return { kind };
    default:
      return { kind: 'ignored' };
  }
}

function decodePeople(data: JsonObject, date: number): People | undefined {
  const { Participants: participants, Away: away = [], Now: serverNow } = data;
  const since = toMap(data['Since'] ?? {}, isCount);
  if (!isStrings(participants) || !isStrings(away) || since === undefined) return undefined;
  if (!isOptionalCount(serverNow)) return undefined;
  // An older server does not say by which clock that is, so that nothing can be told from it.
  if (serverNow === undefined) since.clear();
  else for (const [name, then] of since) since.set(name, ownDate(then, serverNow, date));
  return { participants, away: new Set(away), since };
}

/** `none` where there is nothing to undo: absent in a view, empty in the event. */
function decodeUndo(value: unknown, now: number): Undo | 'none' | undefined {
  if (value === undefined) return 'none';
  if (!isObject(value)) return undefined;
  const { What: what, Name: name, Seconds: seconds } = value;
  if (what === undefined) return 'none';
  if (!isCount(seconds)) return undefined;
  const time = { remainingMs: seconds * 1000, receivedAt: now };
  if (what === 'reset') return { what, time };
  return what === 'kick' && typeof name === 'string' ? { what, name, time } : undefined;
}
