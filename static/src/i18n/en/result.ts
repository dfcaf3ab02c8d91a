import type { Rich } from '../rich';

function votes(count: number): string {
  if (count === 0) return 'no votes';
  return count === 1 ? '1 vote' : `${count} votes`;
}

/** What a result says. */
export const resultWords = {
  heading: 'Result',
  agreed: (choice: Rich): Rich => ['Everybody agrees on ', choice],
  average: 'Average',
  median: 'Median',
  votes: 'Votes',
  abstentions: 'Abstentions',
  line: (choice: string, count: number) => `${choice}: ${votes(count)}`,
};
