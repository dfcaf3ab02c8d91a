import type { History, PastRound } from '../model/history';
import { count, decoded, list, maybe, or, record, text, texts } from './decode';
import { ownDate } from './own_date';
import { readAgreed, readVotes } from './result_wire';
import { readStatistics } from './statistics_wire';

const readRounds = list(
  record<PastRound>({
    round: count,
    topic: maybe(text),
    attempt: or(count, 1),
    started: count,
    ended: count,
    votes: readVotes,
    statistics: readStatistics,
    agreed: readAgreed,
  }),
);
const readHistory = record({
  title: or(text, ''),
  choices: texts,
  rounds: readRounds,
  now: maybe(count),
});

/** The answer to `GET /api/{id}/control/history`, heard at `date` by this device. */
export function decodeHistory(value: unknown, date: number): History | undefined {
  const history = decoded(readHistory)(value);
  if (history === undefined) return undefined;
  const { title, choices, rounds, now } = history;
  // An older server does not say how its clock stands: its dates are taken as they are.
  const toOwn = (then: number) => (now === undefined ? then : ownDate(then, now, date));
  const toOwnDates = (round: PastRound) => ({
    ...round,
    started: toOwn(round.started),
    ended: toOwn(round.ended),
  });
  return { title, choices, rounds: rounds.map(toOwnDates) };
}
