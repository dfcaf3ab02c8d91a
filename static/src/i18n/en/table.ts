import type { Rich } from '../rich';

/** What is said of the seats, and of what a round came down to. */
export const tableWords = {
  table: 'The table',
  you: 'You',
  standing: { voted: 'voted', waiting: 'waiting', away: 'away' },
  /** Of who has no card on the table where nobody is waited for. */
  unasked: { none: 'here', revealed: 'no vote' },
  chose: (choice: string) => `voted ${choice}`,
  others: (count: number) => `and ${count} more`,
  /** What a round came down to, seen and heard alike. */
  summary: {
    nothing: (votes: number, of: number) => `Closed. ${votes} of ${of} voted`,
    agreed: (votes: number, of: number, choice: string) =>
      `Closed. ${votes} of ${of} voted, everybody agrees on ${choice}`,
    span: (votes: number, of: number, median: string, lowest: string, highest: string) =>
      lowest === highest
        ? `Closed. ${votes} of ${of} voted, median ${median}`
        : `Closed. ${votes} of ${of} voted, median ${median}, from ${lowest} to ${highest}`,
    most: (votes: number, of: number, cards: readonly string[]) =>
      `Closed. ${votes} of ${of} voted, most for ${cards.join(' and ')}`,
  },
  /** One who chose the lowest card, and one who chose the highest. */
  first: (low: Rich, lowCard: Rich, high: Rich, highCard: Rich): Rich => [
    'First to speak: ',
    low,
    ' (',
    lowCard,
    ') and ',
    high,
    ' (',
    highCard,
    ')',
  ],
};
