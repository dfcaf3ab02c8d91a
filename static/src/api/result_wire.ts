import type { Ballots, Before, Findings } from '../model/result';
import {
  isCount,
  isObject,
  isOptionalCount,
  isOptionalString,
  type JsonObject,
  toMap,
  toStringMap,
} from './guard';
import { decodeStatistics } from './statistics_wire';

/** What a view or `disabled` says of a result beside its ballots. */
export function decodeFindings(data: JsonObject): Findings | undefined {
  const statistics = decodeStatistics(data['Statistics']);
  const before = decodeBefore(data['Before']);
  const { Agreed: agreed } = data;
  if (statistics === undefined || before === undefined) return undefined;
  if (!isOptionalString(agreed)) return undefined;
  return {
    statistics: statistics === 'none' ? undefined : statistics,
    before: before === 'none' ? undefined : before,
    agreed: agreed || undefined,
  };
}

/** The ballots by count or by name: `none` where there are neither, `undefined` where they make no sense. */
export function decodeBallots(data: JsonObject): Ballots | 'none' | undefined {
  if (data['Counts'] !== undefined) {
    const counts = toMap(data['Counts'], isCount);
    return counts && { kind: 'counted', counts };
  }
  if (data['Votes'] === undefined) return 'none';
  const votes = toStringMap(data['Votes']);
  return votes && { kind: 'named', votes };
}

function decodeBefore(value: unknown): Before | 'none' | undefined {
  if (value === undefined) return 'none';
  if (!isObject(value)) return undefined;
  const ballots = decodeBallots(value);
  const { Spread: spread } = value;
  if (ballots === undefined || ballots === 'none' || !isOptionalCount(spread)) return undefined;
  return { ballots, spread };
}
