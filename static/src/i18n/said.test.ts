import { expect, test } from 'vitest';
import type { Summary } from '../model/summary';
import { resultOf, statisticsOf } from '../model/view.fake';
import { said } from './said';
import { voterNews } from './voter_news';

const turnout = { votes: 4, of: 6 };
const span = { ...turnout, kind: 'span', median: '4', lowest: '1', highest: '5' } as const;

test.each<[Summary, string]>([
  [span, 'Closed. 4 of 6 voted, median 4, from 1 to 5'],
  [{ ...span, lowest: '4', highest: '4' }, 'Closed. 4 of 6 voted, median 4'],
  [{ ...turnout, kind: 'agreed', choice: '5' }, 'Closed. 4 of 6 voted, everybody agrees on 5'],
  [{ ...turnout, kind: 'most', cards: ['S'] }, 'Closed. 4 of 6 voted, most for S'],
  [{ ...turnout, kind: 'most', cards: ['S', 'M'] }, 'Closed. 4 of 6 voted, most for S and M'],
  [{ ...turnout, kind: 'nothing' }, 'Closed. 4 of 6 voted'],
])('what a round came down to is said: %j', (summary, text) => {
  expect(said(summary)).toBe(text);
});

test('a close is told with what it came down to, where the reader may know that', () => {
  const result = resultOf({ Ana: '5', Béla: '5' }, { asked: 3, statistics: statisticsOf() });
  const text = 'Closed. 2 of 3 voted, everybody agrees on 5';
  expect(voterNews({ kind: 'closed', revealed: { choices: ['1', '5'], result } })).toBe(text);
  expect(voterNews({ kind: 'closed' })).toBe('Voting has closed');
});
