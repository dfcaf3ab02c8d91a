// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Result as ResultOf } from '../model/result';
import { resultOf, statisticsOf } from '../model/view.fake';
import { Result } from './Result';

afterEach(cleanup);

const show = (result: ResultOf, choices = ['3', '5', '8', '?']) =>
  render(<Result choices={choices} result={result} />);
/** Drawn once more when what it has asked for is there, as a page does. */
const showFetched = async (result: ResultOf) => {
  show(result);
  await vi.dynamicImportSettled();
  cleanup();
  show(result);
};
const numbers = () =>
  [...document.querySelectorAll('.numbers > div')].map((number) =>
    [...number.children].map((part) => part.textContent).join(': '),
  );

test('all numbers are shown, votes and abstentions among them', () => {
  show(
    resultOf(
      { Ana: '5', Béla: '8', Cili: '3', Dénes: '5', Edit: '?' },
      {
        statistics: statisticsOf({
          votes: 4,
          abstentions: 1,
          mean: '5.25',
          median: '5.00',
          modes: ['5'],
          lowest: '3',
          highest: '8',
          spread: 2,
          nearest: '5',
          agreement: 50,
        }),
      },
    ),
  );
  expect(numbers()).toEqual([
    'Average: 5.25',
    'Median: 5.00',
    'Votes: 4',
    'Abstentions: 1',
    'Most chosen: 5',
    'Range: 3 – 8 2 steps',
    'Nearest to average: 5',
    'Agreement: 50%',
  ]);
});

test('sizes have middle cards instead of an average', () => {
  const statistics = statisticsOf({
    votes: 2,
    middle: ['M', 'L'],
    modes: ['M', 'L'],
    lowest: 'M',
    highest: 'L',
    spread: 1,
    agreement: 50,
  });
  show(resultOf({ Ana: 'M', Béla: 'L' }, { statistics }), ['S', 'M', 'L']);
  expect(numbers()).toEqual([
    'Middle cards: M, L',
    'Votes: 2',
    'Abstentions: 0',
    'Most chosen: M, L',
    'Range: M – L 1 step',
    'Agreement: 50%',
  ]);
});

test('one card alone is the range', () => {
  const statistics = statisticsOf({ votes: 1, modes: ['5'], lowest: '5', highest: '5', spread: 0 });
  show(resultOf({ Ana: '5' }, { statistics }));
  expect(numbers()).toContain('Range: 5 0 steps');
});

test('abstentions alone are counted, and nothing is made up', () => {
  show(resultOf({ Ana: '?' }, { statistics: statisticsOf({ abstentions: 1 }) }));
  expect(numbers()).toEqual(['Votes: 0', 'Abstentions: 1']);
});

test('the value that was recorded is shown', () => {
  show(resultOf({ Ana: '5' }, { agreed: '8' }));
  expect(screen.getByText('Agreed value:').textContent).toBe('Agreed value: 8');
});

test('a second attempt says who moved, and that the spread shrank', async () => {
  await showFetched(
    resultOf(
      { Ana: '8', Béla: '5' },
      {
        statistics: statisticsOf({ votes: 2, spread: 1 }),
        before: { ballots: resultOf({ Ana: '5', Béla: '5' }).ballots, spread: 3 },
      },
    ),
  );
  expect(screen.getByText('The spread shrank from 3 to 1 step')).toBeTruthy();
  const [seen, heard, ...more] = document.querySelector('.move')?.children ?? [];
  expect(seen?.textContent).toBe('Ana 5 → 8');
  expect(heard?.textContent).toBe('Ana from 5 to 8');
  expect(more).toEqual([]);
  expect(document.querySelectorAll('.move')).toHaveLength(1);
});

test('a second attempt in which nobody moved says so', async () => {
  const before = { ballots: resultOf({ Ana: '8' }).ballots, spread: 1 };
  await showFetched(
    resultOf({ Ana: '8' }, { statistics: statisticsOf({ votes: 1, spread: 1 }), before }),
  );
  expect(screen.getByText('Nobody changed their vote')).toBeTruthy();
  expect(screen.getByText('The spread stayed at 1 step')).toBeTruthy();
});

test('where votes are counted only, the spread alone is compared', async () => {
  const counted = (choice: string) =>
    ({ kind: 'counted', counts: new Map([[choice, 2]]) }) as const;
  const before = { ballots: counted('3'), spread: 0 };
  await showFetched(
    resultOf({}, { ballots: counted('5'), statistics: statisticsOf({ spread: 2 }), before }),
  );
  expect(screen.getByText('The spread grew from 0 to 2 steps')).toBeTruthy();
  expect(screen.queryByText('Nobody changed their vote')).toBeNull();
});

test('a first attempt has nothing to be compared with', () => {
  show(resultOf({ Ana: '5' }, { statistics: statisticsOf({ votes: 1, spread: 0 }) }));
  expect(screen.queryByText('Since the attempt before')).toBeNull();
});
