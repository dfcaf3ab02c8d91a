import type { Tracker } from '../../model/tracker_files';
import type { TakenForm } from '../../state/history_desk';
import type { Rich } from '../rich';

/** As they are chosen. */
const forms: Record<TakenForm, string> = {
  csv: 'Table (CSV)',
  markdown: 'Markdown',
  json: 'JSON',
  jira: 'Jira',
  azure: 'Azure DevOps',
  linear: 'Linear',
  github: 'GitHub',
};

/** As they are downloaded. */
const files: Record<TakenForm, string> = {
  csv: 'CSV',
  markdown: 'Markdown',
  json: 'JSON',
  jira: 'Jira CSV',
  azure: 'Azure DevOps CSV',
  linear: 'Linear CSV',
  github: 'GitHub commands',
};

/** As they are copied. */
const copies: Record<TakenForm, string> = {
  csv: 'table',
  markdown: 'Markdown',
  json: 'JSON',
  jira: 'Jira CSV',
  azure: 'Azure DevOps CSV',
  linear: 'Linear CSV',
  github: 'GitHub commands',
};

/** How they come into the tracker. */
const imports: Record<Tracker, string> = {
  jira: 'In Jira: System, External System Import, CSV. Map “Issue key” and “Story Points”.',
  azure:
    'In Azure Boards: Queries, Import Work Items. If it asks for a “Work Item Type”, add that column.',
  linear: 'For tools that update Linear by ID. Linear’s own importer makes new issues.',
  github: 'For a shell with gh. The labels, such as “points: 5”, have to exist.',
};

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

const noNumbers = (values: number) =>
  count(values, 'agreed value is no number', 'agreed values are no numbers');

/** Values that they don't take. */
const unfitValues: Record<Tracker, (values: number) => string> = {
  jira: noNumbers,
  azure: noNumbers,
  linear: (values) =>
    count(values, 'agreed value is no whole number', 'agreed values are no whole numbers'),
  github: (values) =>
    count(values, 'agreed value is too long', 'agreed values are too long').concat(' for a label'),
};

/** What is said of rounds that have ended. */
export const historyWords = {
  heading: 'History',
  count: (rounds: number) => (rounds === 0 ? '' : String(rounds)),
  loading: 'Loading the history…',
  retry: 'Try again',
  none: 'No round has ended yet.',
  round: (round: number) => `Round ${round}`,
  vote: (name: Rich, choice: Rich): Rich => [name, ' ', choice],
  average: (mean: string) => `average ${mean}`,
  median: (median: string) => `median ${median}`,
  middle: (cards: number) => (cards === 1 ? 'middle card' : 'middle cards'),
  agreed: (value: Rich): Rich => ['agreed: ', value],
  agreedOn: 'Agreed on',
  other: 'other…',
  otherField: 'Something else',
  record: 'Record',
  recorded: 'Recorded',
  takeAlong: 'Take along',
  whole: 'The whole history',
  agreedValues: 'Agreed values, back to',
  forms,
  files,
  copies,
  imports,
  unfitValues,
  withoutKey: (topics: number, tracker: string) =>
    `${count(topics, 'topic has', 'topics have')} no key for ${tracker}`,
  leftOut: (reasons: readonly string[]) => `Left out: ${reasons.join(', ')}.`,
  /** The table's, in the order of its columns. */
  columns: [
    'Round',
    'Topic',
    'Attempt',
    'Started',
    'Ended',
    'Agreed',
    'Votes',
    'Abstentions',
    'Mean',
    'Median',
    'Middle',
    'Most chosen',
    'Lowest',
    'Highest',
    'Spread',
    'Nearest',
    'Agreement %',
  ],
  download: (format: string) => `Download ${format}`,
  copy: (format: string) => `Copy ${format}`,
  copied: (format: string) => `${format.charAt(0).toUpperCase()}${format.slice(1)} copied`,
  as: (format: string) => `History as ${format}`,
  byHand: 'Couldn’t copy. The text is selected: copy it by hand.',
  notCopied: 'Couldn’t copy. Download it instead.',
};
