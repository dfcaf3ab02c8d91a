/**
 * What the wire says to voters, in its key names, as values of the model. Each function gives `undefined` for
 * what is not as it was agreed. `now` is when it was heard, by the world's clock.
 */
import type { Result } from '../model/result';
import type { Progress, VoterEvent, VoterView, You } from '../model/voter';
import { decodeControl } from './control_wire';
import type { Frame } from './frame';
import {
  isCount,
  isObject,
  isOptionalCount,
  isOptionalString,
  isStrings,
  type JsonObject,
} from './guard';
import { decodeBallots, decodeFindings } from './result_wire';
import {
  decodeAgreedEvent,
  decodeDeckEvent,
  decodeDoorEvent,
  decodeSession,
  decodeStart,
} from './session_wire';
import { decodeTimerEvent } from './timer_wire';

/** A place at the table: the name as the server keeps it, and the secret that proves it. */
export interface SeatKey {
  readonly name: string;
  readonly key: string;
  /** The number by which the server knows the seat; names change. Older servers don't tell it. */
  readonly number?: number | undefined;
}

/** The answer to `PUT /api/{id}/join`. */
export function decodeSeatKey(value: unknown): SeatKey | undefined {
  if (!isObject(value)) return undefined;
  const { Name: name, SeatKey: key } = value;
  if (typeof name !== 'string' || typeof key !== 'string') return undefined;
  return { name, key };
}

/** The name that a seat has now, from the answer to `PUT /api/{id}/rename`. */
export function decodeName(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { Name: name } = value;
  return typeof name === 'string' ? name : undefined;
}

/** The voter's view, from GET or from a snapshot. */
export function decodeVoterView(value: unknown, now: number): VoterView | undefined {
  if (!isObject(value)) return undefined;
  const session = decodeSession(value, now);
  const progress = decodeProgress(value);
  const result = decodeResult(value);
  const control = decodeControl(value['Control'], now);
  const you = decodeYou(value);
  if (session === undefined || progress === undefined || you === undefined) return undefined;
  if (result === undefined || control === undefined) return undefined;
  return { ...session, ...you, progress, result: result === 'none' ? undefined : result, control };
}

/** A voter's frame as an event; kinds that this page does not know are `ignored`. */
export function decodeVoterEvent({ kind, data }: Frame, now: number): VoterEvent | undefined {
  switch (kind) {
    case 'snapshot': {
      const view = decodeVoterView(data, now);
      return view && { kind, view };
    }
    case 'enabled': {
      const start = decodeStart(data, now);
      const progress = decodeProgress(data);
      return start && progress && { kind, ...start, progress };
    }
    case 'disabled': {
      const result = decodeResult(data);
      return result && { kind, result: result === 'none' ? undefined : result };
    }
    case 'progress': {
      const progress = decodeProgress(data);
      return progress && { kind, progress };
    }
    case 'you': {
      const you = decodeYou(data);
      return you && { kind, you };
    }
    case 'control': {
      const control = decodeControl(data, now);
      return control && { kind, control };
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
    case 'kicked':
      return { kind };
    default:
      return { kind: 'ignored' };
  }
}

/** What a seat is told of itself; others are told nothing. */
function decodeYou({ Seat: seat, Name: name, Own: own }: JsonObject): You | undefined {
  if (!isOptionalCount(seat) || !isOptionalString(name)) return undefined;
  if (own !== null && !isOptionalString(own)) return undefined;
  return { seat, name, own: own ?? undefined };
}

function decodeProgress(data: JsonObject): Progress | undefined {
  const { Voted: voted = 0, Of: of = 0, Waiting: waiting = [] } = data;
  if (!isCount(voted) || !isCount(of) || !isStrings(waiting)) return undefined;
  return { voted, of, waiting };
}

/** `none` where no vote is revealed: while open, before the first round, after a reset. */
function decodeResult(data: JsonObject): Result | 'none' | undefined {
  const ballots = decodeBallots(data);
  const findings = decodeFindings(data);
  if (ballots === undefined || findings === undefined) return undefined;
  if (ballots === 'none') return 'none';
  if ((ballots.kind === 'named' ? ballots.votes : ballots.counts).size === 0) return 'none';
  return { ballots, ...findings };
}
