/**
 * What the wire says to controllers, in its key names, as values of the model. Each function gives `undefined`
 * for what is not as it was agreed.
 */
import type { ControllerEvent, ControllerView } from '../model/controller';
import type { Frame } from './frame';
import { isCount, isObject, isStrings, type JsonObject, toStringMap } from './guard';
import { decodeStatistics } from './statistics_wire';

/** The fresh key in the answer to `POST /api/{id}/control/keys`; how many there are now, its event says. */
export function decodeControlKey(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const { ControlKey: key } = value;
  return typeof key === 'string' ? key : undefined;
}

/** The controller's view, from GET or from a snapshot. */
export function decodeControllerView(value: unknown): ControllerView | undefined {
  if (!isObject(value)) return undefined;
  const { Title: title = '', Choices: choices, Open: open, Round: round = 0 } = value;
  if (typeof title !== 'string' || !isStrings(choices) || typeof open !== 'boolean') {
    return undefined;
  }
  const people = decodePeople(value);
  const votes = toStringMap(value['Votes']);
  const statistics = decodeStatistics(value['Statistics']);
  const { ControlKeys: controlKeys } = value;
  if (!isCount(round) || people === undefined || votes === undefined) return undefined;
  if (statistics === undefined) return undefined;
  if (controlKeys !== undefined && !isCount(controlKeys)) return undefined;
  return {
    title,
    choices,
    open,
    round,
    ...people,
    votes,
    statistics: statistics === 'none' ? undefined : statistics,
    controlKeys,
  };
}

/** A controller's frame as an event; kinds that this page does not know are `ignored`. */
export function decodeControllerEvent({ kind, data }: Frame): ControllerEvent | undefined {
  switch (kind) {
    case 'snapshot': {
      const view = decodeControllerView(data);
      return view && { kind, view };
    }
    case 'enabled': {
      const { Round: round = 0 } = data;
      return isCount(round) ? { kind, round } : undefined;
    }
    case 'disabled': {
      const votes = toStringMap(data['Votes']);
      const statistics = decodeStatistics(data['Statistics']);
      if (votes === undefined || statistics === undefined) return undefined;
      return { kind, votes, statistics: statistics === 'none' ? undefined : statistics };
    }
    case 'vote': {
      const votes = toStringMap(data['Votes']);
      return votes && { kind, votes };
    }
    case 'participants-change': {
      const people = decodePeople(data);
      return people && { kind, ...people };
    }
    case 'control-keys': {
      const { ControlKeys: controlKeys } = data;
      return isCount(controlKeys) ? { kind, controlKeys } : undefined;
    }
    case 'reset':
      return { kind };
    default:
      return { kind: 'ignored' };
  }
}

function decodePeople(data: JsonObject) {
  const { Participants: participants, Away: away = [] } = data;
  if (!isStrings(participants) || !isStrings(away)) return undefined;
  return { participants, away: new Set(away) };
}
