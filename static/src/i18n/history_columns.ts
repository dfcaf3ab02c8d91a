import { historyWords } from './host_words';

/** The columns of the history as a table, in their order. */
const COLUMNS = [
  'round',
  'topic',
  'attempt',
  'started',
  'ended',
  'agreed',
  'votes',
  'abstentions',
  'mean',
  'median',
  'middle',
  'modes',
  'lowest',
  'highest',
  'spread',
  'nearest',
  'agreement',
] as const;

/** What stands above them. */
export function historyColumns(): string[] {
  return COLUMNS.map((column) => historyWords.columns[column]);
}
