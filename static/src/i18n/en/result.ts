import type { Rich } from '../rich';

function votes(count: number): string {
  if (count === 0) return 'no votes';
  return count === 1 ? '1 vote' : `${count} votes`;
}

function steps(count: number): string {
  return count === 1 ? '1 step' : `${count} steps`;
}

/** What a result says. */
export const resultWords = {
  heading: 'Result',
  recorded: (value: Rich): Rich => ['Agreed value: ', value],
  average: 'Average',
  median: 'Median',
  middle: (count: number) => (count === 1 ? 'Middle card' : 'Middle cards'),
  votes: 'Votes',
  abstentions: 'Abstentions',
  mode: 'Most chosen',
  range: 'Range',
  span: (lowest: Rich, highest: Rich): Rich => [lowest, ' – ', highest],
  steps,
  nearest: 'Nearest to average',
  agreement: 'Agreement',
  percent: (percent: number) => `${percent} %`,
  line: (choice: string, count: number) => `${choice}: ${votes(count)}`,
};
