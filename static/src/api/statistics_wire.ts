import type { Statistics } from '../model/result';
import { isCount, isObject, isOptionalString } from './guard';

/** The numbers of a round: `none` where there are none, `undefined` where they make no sense. */
export function decodeStatistics(value: unknown): Statistics | 'none' | undefined {
  if (value === undefined) return 'none';
  if (!isObject(value)) return undefined;
  const { Votes: votes, Abstentions: abstentions, Mean: mean, Median: median } = value;
  if (!isCount(votes) || !isCount(abstentions)) return undefined;
  if (!isOptionalString(mean) || !isOptionalString(median)) return undefined;
  return { votes, abstentions, mean, median };
}
