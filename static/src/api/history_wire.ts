import type { History, PastRound } from '../model/history';
import {
  isCount,
  isObject,
  isOptionalCount,
  isOptionalString,
  isStrings,
  toStringMap,
} from './guard';
import { ownDate } from './own_date';
import { decodeStatistics } from './statistics_wire';

/** The answer to `GET /api/{id}/control/history`, heard at `date` by this device. */
export function decodeHistory(value: unknown, date: number): History | undefined {
  if (!isObject(value)) return undefined;
  const { Title: title = '', Choices: choices, Rounds: list, Now: serverNow } = value;
  if (!isOptionalCount(serverNow)) return undefined;
  // An older server does not say how its clock stands: its dates are taken as they are.
  const toOwn = (then: number) => (serverNow === undefined ? then : ownDate(then, serverNow, date));
  if (typeof title !== 'string' || !isStrings(choices) || !Array.isArray(list)) return undefined;
  const rounds: PastRound[] = [];
  for (const item of list) {
    const round = decodePastRound(item, toOwn);
    if (round === undefined) return undefined;
    rounds.push(round);
  }
  return { title, choices, rounds };
}

function decodePastRound(value: unknown, toOwn: (then: number) => number): PastRound | undefined {
  if (!isObject(value)) return undefined;
  const { Round: round, Topic: topic, Attempt: attempt = 1, Agreed: agreed } = value;
  const { Started: started, Ended: ended } = value;
  const votes = toStringMap(value['Votes']);
  const statistics = decodeStatistics(value['Statistics']);
  if (!isCount(round) || !isCount(attempt) || !isCount(started) || !isCount(ended)) {
    return undefined;
  }
  if (!isOptionalString(topic) || !isOptionalString(agreed)) return undefined;
  if (votes === undefined || statistics === undefined || statistics === 'none') return undefined;
  return {
    ...{ round, topic, attempt, votes, statistics },
    started: toOwn(started),
    ended: toOwn(ended),
    agreed: agreed || undefined,
  };
}
