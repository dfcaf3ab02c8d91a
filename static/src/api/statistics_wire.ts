import type { Statistics } from '../model/result';
import { isCount, isObject, isOptionalCount, isOptionalString, isStrings } from './guard';

/** The numbers of a round: `none` where there are none, `undefined` where they make no sense. */
export function decodeStatistics(value: unknown): Statistics | 'none' | undefined {
  if (value === undefined) return 'none';
  if (!isObject(value)) return undefined;
  const { Votes: votes, Abstentions: abstentions, Mean: mean, Median: median } = value;
  if (!isCount(votes) || !isCount(abstentions)) return undefined;
  if (!isOptionalString(mean) || !isOptionalString(median)) return undefined;
  const { Middle: middle = [], Modes: modes = [], Lowest: lowest, Highest: highest } = value;
  if (!isStrings(middle) || !isStrings(modes)) return undefined;
  if (!isOptionalString(lowest) || !isOptionalString(highest)) return undefined;
  const { Spread: spread, Nearest: nearest, Agreement: agreement } = value;
  if (!isOptionalCount(spread) || !isOptionalCount(agreement)) return undefined;
  if (!isOptionalString(nearest)) return undefined;
  return {
    ...{ votes, abstentions, mean, median, middle, modes },
    ...{ lowest, highest, spread, nearest, agreement },
  };
}
