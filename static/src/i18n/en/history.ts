import type { HistoryFormat } from '../../state/history_desk';
import type { Rich } from '../rich';

const formats: Record<HistoryFormat, string> = {
  csv: 'CSV',
  markdown: 'Markdown',
  json: 'JSON',
};

/** What is said of rounds that have ended. */
export const historyWords = {
  heading: 'History',
  count: (count: number) => (count === 0 ? '' : String(count)),
  loading: 'Loading the history…',
  retry: 'Try again',
  none: 'No round has ended yet.',
  round: (round: number) => `Round ${round}`,
  vote: (name: Rich, choice: Rich): Rich => [name, ' ', choice],
  average: (mean: string) => `average ${mean}`,
  median: (median: string) => `median ${median}`,
  middle: (count: number) => (count === 1 ? 'middle card' : 'middle cards'),
  agreed: (value: Rich): Rich => ['agreed: ', value],
  agreedOn: 'Agreed on',
  record: 'Record',
  recorded: 'Recorded',
  cancel: 'Cancel',
  formats,
  download: (format: string) => `Download ${format}`,
  copy: (format: string) => `Copy ${format}`,
  copied: (format: string) => `${format} copied`,
  as: (format: string) => `History as ${format}`,
  byHand: 'Couldn’t copy. The text is selected: copy it by hand.',
  notCopied: 'Couldn’t copy. Download it instead.',
};
