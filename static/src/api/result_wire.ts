import type { Ballots, Before, Findings } from '../model/result';
import { count, mapOf, maybe, misread, object, or, record, text, texts } from './decode';
import { readStatistics } from './statistics_wire';

/** Who voted what. */
export const readVotes = mapOf(text);

/** What was agreed on; an empty text is nothing. */
export function readAgreed(value: unknown): string | undefined {
  return maybe(text)(value) || undefined;
}

/** What a view or `disabled` says of a result beside its ballots. */
export const readFindings = record<Findings>({
  statistics: maybe(readStatistics),
  before: maybe(readBefore),
  agreed: readAgreed,
  asked: maybe(count),
  first: or(texts, []),
});

/** The ballots by count or by name; `undefined` where there are neither. */
export function readBallots(value: unknown): Ballots | undefined {
  const { Counts: counts, Votes: votes } = object(value);
  if (counts !== undefined) return { kind: 'counted', counts: mapOf(count)(counts) };
  return votes === undefined ? undefined : { kind: 'named', votes: readVotes(votes) };
}

function readBefore(value: unknown): Before {
  const ballots = readBallots(value) ?? misread();
  return { ballots, ...record({ spread: maybe(count) })(value) };
}
