/**
 * What the wire says to voters, in its key names, as values of the model. Each function gives `undefined` for
 * what is not as it was agreed.
 */
import type { Result } from '../model/result';
import type { Progress, VoterEvent, VoterView } from '../model/voter';
import type { Frame } from './frame';
import {
  isCount,
  isObject,
  isOptionalString,
  isStrings,
  type JsonObject,
  toMap,
  toStringMap,
} from './guard';
import { decodeStatistics } from './statistics_wire';

/** A place at the table: the name as the server keeps it, and the secret that proves it. */
export interface SeatKey {
  readonly name: string;
  readonly key: string;
}

/** The answer to `PUT /api/{id}/join`. */
export function decodeSeatKey(value: unknown): SeatKey | undefined {
  if (!isObject(value)) return undefined;
  const { Name: name, SeatKey: key } = value;
  if (typeof name !== 'string' || typeof key !== 'string') return undefined;
  return { name, key };
}

/** The voter's view, from GET or from a snapshot. */
export function decodeVoterView(value: unknown): VoterView | undefined {
  if (!isObject(value)) return undefined;
  const { Title: title = '', Choices: choices, Open: open, Round: round = 0, Own: own } = value;
  if (typeof title !== 'string' || !isStrings(choices) || typeof open !== 'boolean') {
    return undefined;
  }
  const progress = decodeProgress(value);
  const result = decodeResult(value);
  if (!isCount(round) || progress === undefined || result === undefined) return undefined;
  if (own !== null && !isOptionalString(own)) return undefined;
  return {
    title,
    choices,
    open,
    round,
    progress,
    result: result === 'none' ? undefined : result,
    own: own ?? undefined,
  };
}

/** A voter's frame as an event; kinds that this page does not know are `ignored`. */
export function decodeVoterEvent({ kind, data }: Frame): VoterEvent | undefined {
  switch (kind) {
    case 'snapshot': {
      const view = decodeVoterView(data);
      return view && { kind, view };
    }
    case 'enabled': {
      const { Round: round = 0 } = data;
      const progress = decodeProgress(data);
      return isCount(round) && progress ? { kind, round, progress } : undefined;
    }
    case 'disabled': {
      const result = decodeResult(data);
      return result && { kind, result: result === 'none' ? undefined : result };
    }
    case 'progress': {
      const progress = decodeProgress(data);
      return progress && { kind, progress };
    }
    case 'reset':
    case 'kicked':
      return { kind };
    default:
      return { kind: 'ignored' };
  }
}

function decodeProgress(data: JsonObject): Progress | undefined {
  const { Voted: voted = 0, Of: of = 0, Waiting: waiting = [] } = data;
  if (!isCount(voted) || !isCount(of) || !isStrings(waiting)) return undefined;
  return { voted, of, waiting };
}

/** `none` where no vote is revealed: while open, before the first round, after a reset. */
function decodeResult(data: JsonObject): Result | 'none' | undefined {
  const statistics = decodeStatistics(data['Statistics']);
  if (statistics === undefined) return undefined;
  const rest = { statistics: statistics === 'none' ? undefined : statistics };
  if (data['Counts'] !== undefined) {
    const counts = toMap(data['Counts'], isCount);
    return counts && { ballots: { kind: 'counted', counts }, ...rest };
  }
  if (data['Votes'] === undefined) return 'none';
  const votes = toStringMap(data['Votes']);
  if (votes === undefined) return undefined;
  return votes.size === 0 ? 'none' : { ballots: { kind: 'named', votes }, ...rest };
}
