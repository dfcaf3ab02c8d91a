import type { History, PastRound } from '../model/history';
import { isCount, isObject, isOptionalString, isStrings, toStringMap } from './guard';
import { decodeStatistics } from './statistics_wire';

/** The answer to `GET /api/{id}/control/history`. */
export function decodeHistory(value: unknown): History | undefined {
  if (!isObject(value)) return undefined;
  const { Title: title = '', Choices: choices, Rounds: list } = value;
  if (typeof title !== 'string' || !isStrings(choices) || !Array.isArray(list)) return undefined;
  const rounds: PastRound[] = [];
  for (const item of list) {
    const round = decodePastRound(item);
    if (round === undefined) return undefined;
    rounds.push(round);
  }
  return { title, choices, rounds };
}

function decodePastRound(value: unknown): PastRound | undefined {
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
  return { round, topic, attempt, started, ended, votes, statistics, agreed: agreed || undefined };
}
