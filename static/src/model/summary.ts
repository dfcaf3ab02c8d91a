import { consensus, type Result, tally } from './result';

/** What a closed round comes down to; the page has the words. */
export type Summary = { readonly votes: number; readonly of: number } & (
  | { readonly kind: 'nothing' }
  | { readonly kind: 'agreed'; readonly choice: string }
  /** `median`: a number, or the card in the middle. */
  | {
      readonly kind: 'span';
      readonly median: number | string;
      readonly lowest: string;
      readonly highest: string;
    }
  /** `cards`: the most chosen, or the two in the middle between `lowest` and `highest`. */
  | { readonly kind: 'most'; readonly cards: readonly string[] }
);

/** What is said first of `result`. */
export function summary(
  choices: readonly string[],
  { ballots, statistics, asked }: Result,
): Summary {
  const lines = tally(choices, ballots);
  const votes = lines.reduce((sum, { count }) => sum + count, 0);
  const turnout = { votes, of: Math.max(votes, asked ?? 0) };
  const choice = consensus(lines, statistics);
  if (choice !== undefined) return { ...turnout, kind: 'agreed', choice };
  const { middle = [], modes = [], lowest, highest } = statistics ?? {};
  const number = statistics?.median;
  const card = middle.length === 1 ? middle[0] : undefined;
  const median = number === undefined ? card : Number(number);
  if (median !== undefined && lowest !== undefined && highest !== undefined) {
    return { ...turnout, kind: 'span', median, lowest, highest };
  }
  return modes.length > 0
    ? { ...turnout, kind: 'most', cards: modes }
    : { ...turnout, kind: 'nothing' };
}
