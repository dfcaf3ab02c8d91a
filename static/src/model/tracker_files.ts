import type { PastRound } from './history';
import { pointsOf } from './points';
import { inOneLine } from './seen';
import { csvLine, withoutFormulas } from './spreadsheet';
import { readTopic, type Topic } from './topic';

/** Where agreed values can go back to. */
export const TRACKERS = ['jira', 'azure', 'linear', 'github'] as const;

/** One of `TRACKERS`. */
export type Tracker = (typeof TRACKERS)[number];

/** The agreed values in the form that a tracker, or its tool, reads. */
export interface TrackerFile {
  readonly tracker: Tracker;
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** How many topics are not in it because the tracker would not know which they are. */
  readonly withoutKey: number;
  /** How many are not because it does not take such a value. */
  readonly unfitValues: number;
}

/** A topic and what was agreed on for it last. */
interface Agreed {
  readonly topic: Topic;
  readonly value: string;
}

/** What a tracker asks of a topic, and how it is told. */
interface Format {
  readonly name: string;
  readonly type: string;
  /** What the tracker calls it; `undefined` if it is none of its own. */
  readonly keyOf: (topic: Topic) => string | undefined;
  /** The value as the tracker takes it; `undefined` if it does not. */
  readonly fittingOf: (value: string) => string | undefined;
  readonly head: readonly string[];
  readonly lineOf: (key: string, value: string, title: string) => string;
}

const CSV = 'text/csv;charset=utf-8';

const FORMATS: Readonly<Record<Tracker, Format>> = {
  jira: {
    name: 'jira.csv',
    type: CSV,
    keyOf: ({ key, url }) => {
      const linked = /(?:\/browse\/|[?&](?:selectedIssue|issueKey)=)([A-Z][A-Z\d_]+-\d+)/.exec(
        url ?? '',
      )?.[1];
      return linked ?? (homeOf(url) === undefined ? matched(key, PROJECT_KEY) : undefined);
    },
    fittingOf: pointsOf,
    // Its importer wants a summary, if only for its own sake.
    head: ['Issue key', 'Story Points', 'Summary'],
    lineOf: (key, value, title) => csvLine([key, value, withoutFormulas(title)]),
  },
  azure: {
    name: 'azure-devops.csv',
    type: CSV,
    keyOf: ({ key, url }) => {
      if (homeOf(url) === 'azure') {
        return /\/_workitems\/edit\/(\d+)|[?&]workitem=(\d+)/i
          .exec(url ?? '')
          ?.slice(1)
          .find(Boolean);
      }
      return homeOf(url) === undefined ? matched(key, /^(?:AB)?#(\d+)$/) : undefined;
    },
    fittingOf: pointsOf,
    head: ['ID', 'Title', 'Story Points'],
    lineOf: (key, value, title) => csvLine([key, withoutFormulas(title), value]),
  },
  linear: {
    name: 'linear.csv',
    type: CSV,
    keyOf: ({ key, url }) => {
      if (homeOf(url) === 'linear') return /\/issue\/([A-Z][A-Z\d]*-\d+)/i.exec(url ?? '')?.[1];
      return homeOf(url) === undefined ? matched(key, PROJECT_KEY) : undefined;
    },
    // It counts in whole points.
    fittingOf: (value) => matched(pointsOf(value), /^(\d+)$/),
    head: ['ID', 'Title', 'Estimate'],
    lineOf: (key, value, title) => csvLine([key, withoutFormulas(title), value]),
  },
  github: {
    name: 'github.sh',
    type: 'text/x-shellscript;charset=utf-8',
    keyOf: ({ key, url }) => {
      if (homeOf(url) === 'github') return linkedIssue(url ?? '');
      if (homeOf(url) !== undefined || key === undefined) return undefined;
      const [, repo, issue = matched(key, /^GH-(\d+)$/)] =
        /^([A-Za-z\d][\w.-]*\/[\w.-]+)?#(\d+)$/.exec(key) ?? [];
      return issue === undefined ? undefined : issueOf(issue, repo);
    },
    fittingOf: (value) => {
      const label = `points: ${pointsOf(value) ?? inOneLine(value)}`;
      return label.length > MOST_OF_A_LABEL ? undefined : label;
    },
    head: [],
    // gh reads a list of labels, as a line of CSV.
    lineOf: (key, label) => `gh issue edit ${key} --add-label ${shellWord(labelCell(label))}`,
  },
};

const MOST_OF_A_LABEL = 50;

/** `PAJ-1`, as Jira and Linear have it. `GH-1` is GitHub's. */
const PROJECT_KEY = /^((?!GH-)[A-Z][A-Z\d_]+-\d+)$/;

/** The files for those trackers that know at least one of the topics. */
export function trackerFiles(rounds: readonly PastRound[]): TrackerFile[] {
  const agreed = lastAgreed(rounds);
  return TRACKERS.flatMap((tracker) => fileOf(tracker, agreed) ?? []);
}

function fileOf(tracker: Tracker, agreed: readonly Agreed[]): TrackerFile | undefined {
  const { keyOf, fittingOf, head, lineOf, ...file } = FORMATS[tracker];
  const lines = new Map<string, string>();
  let withoutKey = 0;
  let unfitValues = 0;
  for (const { topic, value } of agreed) {
    const key = keyOf(topic);
    const fitting = fittingOf(value);
    if (key === undefined) withoutKey += 1;
    else if (fitting === undefined) unfitValues += 1;
    // Under another title it may have been voted on before.
    else lines.set(key, lineOf(key, fitting, topic.title));
  }
  if (lines.size === 0) return undefined;
  const all = [...(head.length > 0 ? [csvLine(head)] : []), ...lines.values()];
  const end = file.type === CSV ? '\r\n' : '\n';
  const text = all.map((line) => line + end).join('');
  return { tracker, ...file, text, withoutKey, unfitValues };
}

/** Each topic with what was agreed on last. A round without a topic stands for itself. */
function lastAgreed(rounds: readonly PastRound[]): Agreed[] {
  const all = new Map<string, Agreed>();
  for (const { round, topic, agreed } of rounds) {
    if (agreed === undefined || agreed === '') continue;
    const name = topic ?? `\n${round}`;
    all.delete(name);
    all.set(name, { topic: readTopic(topic ?? ''), value: agreed });
  }
  return [...all.values()];
}

/** Whose page `url` is, if that is to be seen: then its key is no other tracker's. */
function homeOf(url: string | undefined): Tracker | 'gitlab' | undefined {
  if (url === undefined) return undefined;
  if (/^https?:\/\/(?:[\w-]+\.)*linear\.app\//i.test(url)) return 'linear';
  if (/\/_workitems\/|^https?:\/\/(?:dev\.azure\.com|[\w-]+\.visualstudio\.com)\//i.test(url)) {
    return 'azure';
  }
  if (/^https?:\/\/[^/]*gitlab|\/-\//i.test(url)) return 'gitlab';
  if (/^https?:\/\/[\w.-]*github[\w.-]*(?::\d+)?\//i.test(url)) return 'github';
  return /\/browse\/[A-Z]/.test(url) ? 'jira' : undefined;
}

function linkedIssue(url: string): string | undefined {
  const [, host = '', repo, issue] =
    /^https?:\/\/([\w.-]+)(?::\d+)?\/([A-Za-z\d][\w.-]*\/[\w.-]+)\/issues\/(\d+)(?:[/?#].*)?$/i.exec(
      url,
    ) ?? [];
  if (repo === undefined || issue === undefined) return undefined;
  return issueOf(issue, /^(?:www\.)?github\.com$/i.test(host) ? repo : `${host}/${repo}`);
}

/** An issue as `gh` is told which one it is: without `repo` it is one of where gh is called. */
function issueOf(issue: string, repo: string | undefined): string {
  return repo === undefined ? issue : `${issue} --repo ${shellWord(repo)}`;
}

function matched(text: string | undefined, pattern: RegExp): string | undefined {
  return pattern.exec(text ?? '')?.[1];
}

function labelCell(label: string): string {
  return /[",]/.test(label) ? `"${label.replaceAll('"', '""')}"` : label;
}

/** `text` as one word for a shell that does nothing with it. Where nothing is to be feared, any other shell reads it too. */
function shellWord(text: string): string {
  if (/^[\w./-]+$/.test(text)) return text;
  if (/^[\p{L}\p{N} .:/+?-]*$/u.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
