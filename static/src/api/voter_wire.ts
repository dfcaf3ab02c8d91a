/**
 * What the wire says to voters, in its key names, as values of the model. Each function gives `undefined` for
 * what is not as it was agreed. `now` is when it was heard, by the world's clock.
 */
import { LED } from '../model/control';
import type { Result } from '../model/result';
import { SEAT_STATES, type Seat, type SeatsChange } from '../model/table';
import type { Progress, VoterEvent, VoterSnapshot, You } from '../model/voter';
import { readControl } from './control_wire';
import {
  count,
  decoded,
  list,
  mapOf,
  maybe,
  object,
  oneOf,
  or,
  record,
  text,
  texts,
  truth,
} from './decode';
import type { Frame } from './frame';
import { readBallots, readFindings } from './result_wire';
import { readCommonEvent, readSession, readStart } from './session_wire';

/** A place at the table: the name as the server keeps it, and the secret that proves it. */
export interface SeatKey {
  readonly name: string;
  readonly key: string;
  /** The number by which the server knows the seat, as soon as this is known here; names change. */
  readonly number?: number | undefined;
}

const readName = record({ name: text });
const readKey = record({ seatKey: text });
/** Nobody is waited for while it is closed. */
const readProgress = record<Progress>({ voted: count, of: count, waiting: or(texts, []) });
const readYou = record<You>({
  seat: count,
  name: text,
  own: (value) => (value === null ? undefined : maybe(text)(value)),
});

const readSeat = record({ seat: count, name: text, state: oneOf(SEAT_STATES) });
const readSeats = record({
  seats: maybe(
    list((value): Seat => {
      const { seat: number, name, state } = readSeat(value);
      return { number, name, state };
    }),
  ),
});
const readLadder = record({ ladder: or(mapOf(texts), new Map()) });
const readGone = record({ gone: or(list(count), []), all: or(truth, false) });

/** The answer to `PUT /api/{id}/join`. */
export const decodeSeatKey = decoded<SeatKey>((value) => ({
  ...readName(value),
  key: readKey(value).seatKey,
}));

/** The name that a seat has now, from the answer to `PUT /api/{id}/rename`. */
export const decodeName = decoded((value) => readName(value).name);

/** The voter's view, from GET or from a snapshot. */
export function decodeVoterView(value: unknown, now: number): VoterSnapshot | undefined {
  return decoded((from) => readView(from, now))(value);
}

/** A voter's frame as an event; kinds that this page does not know are `ignored`. */
export function decodeVoterEvent(frame: Frame, now: number): VoterEvent | undefined {
  return decoded(() => readEvent(frame, now))(frame);
}

function readView(value: unknown, now: number): VoterSnapshot {
  const { Control: control, Seat: seat } = object(value);
  return {
    ...readSession(value, now),
    you: seat === undefined ? undefined : readYou(value),
    progress: readProgress(value),
    ...readSeats(value),
    result: readResult(value),
    ...readLadder(value),
    control: control === undefined ? LED : readControl(control, now),
  };
}

function readEvent(frame: Frame, now: number): VoterEvent {
  const { kind, data } = frame;
  switch (kind) {
    case 'snapshot':
      return { kind, view: readView(data, now) };
    case 'enabled':
      return { kind, ...readStart(data, now), progress: readProgress(data) };
    case 'disabled':
      return { kind, result: readResult(data) };
    case 'progress':
      return { kind, progress: readProgress(data) };
    case 'seats':
      return { kind, ...readSeatsChange(data) };
    case 'ladder':
      return { kind, ...readLadder(data) };
    case 'control':
      return { kind, control: readControl(data, now) };
    case 'you':
      return { kind, you: readYou(data) };
    case 'kicked':
      return { kind };
    default:
      return readCommonEvent(frame, now);
  }
}

function readSeatsChange(value: unknown): SeatsChange {
  const { gone, all: isAll } = readGone(value);
  return { ...readSeats(value), gone, isAll };
}

/** `undefined` where no vote is revealed: while open, before the first round, after a reset. */
function readResult(value: unknown): Result | undefined {
  const ballots = readBallots(value);
  const findings = readFindings(value);
  if (ballots === undefined) return undefined;
  const { size } = ballots.kind === 'named' ? ballots.votes : ballots.counts;
  return size === 0 ? undefined : { ballots, ...findings };
}
