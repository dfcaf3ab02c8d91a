import type { Statistics } from '../model/result';
import { count, maybe, or, record, text, texts } from './decode';

/** The numbers of a round. */
export const readStatistics = record<Statistics>({
  votes: count,
  abstentions: count,
  mean: maybe(text),
  median: maybe(text),
  middle: or(texts, []),
  modes: or(texts, []),
  lowest: maybe(text),
  highest: maybe(text),
  spread: maybe(count),
  nearest: maybe(text),
  agreement: maybe(count),
});
