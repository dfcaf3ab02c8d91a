import { expect, test } from 'vitest';
import { statisticsOf } from '../model/view.fake';
import { readStatistics } from './statistics_wire';

const NUMBERS = { Votes: 4, Abstentions: 1 };

test('all numbers come over', () => {
  const more = {
    Mean: '4.33',
    Median: '4.00',
    Middle: ['M', 'L'],
    Modes: ['5', '8'],
    Lowest: '3',
    Highest: '8',
    Spread: 2,
    Nearest: '5',
    Agreement: 50,
  };
  expect(readStatistics({ ...NUMBERS, ...more })).toEqual({
    votes: 4,
    abstentions: 1,
    mean: '4.33',
    median: '4.00',
    middle: ['M', 'L'],
    modes: ['5', '8'],
    lowest: '3',
    highest: '8',
    spread: 2,
    nearest: '5',
    agreement: 50,
  });
});

test('what is not there is not made up', () => {
  expect(readStatistics(NUMBERS)).toEqual(statisticsOf({ votes: 4, abstentions: 1 }));
});

test.each([
  [],
  {},
  { ...NUMBERS, Mean: 4 },
  { ...NUMBERS, Median: 4 },
  { ...NUMBERS, Middle: 'M' },
  { ...NUMBERS, Modes: [5] },
  { ...NUMBERS, Lowest: 3 },
  { ...NUMBERS, Highest: 8 },
  { ...NUMBERS, Spread: '2' },
  { ...NUMBERS, Nearest: 5 },
  { ...NUMBERS, Agreement: 0.5 },
])('%j makes no sense', (value) => {
  expect(() => readStatistics(value)).toThrow();
});
