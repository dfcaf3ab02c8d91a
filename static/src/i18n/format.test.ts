import { afterEach, expect, test } from 'vitest';
import {
  clockOf,
  decimalsText,
  durationText,
  listPieces,
  listText,
  numberText,
  percentText,
  timeOf,
  writeAs,
} from './format';

afterEach(() => writeAs('en'));

test('numbers have the language’s separators, and all decimals that came', () => {
  expect([numberText(1234.5), decimalsText('5.50'), decimalsText('-0.05')]).toEqual([
    '1,234.5',
    '5.50',
    '-0.05',
  ]);
  writeAs('hu');
  expect([decimalsText('5.50'), percentText(67)]).toEqual(['5,50', '67%']);
});

test.each([
  [0, '0 sec', '0 seconds'],
  [1, '1 sec', '1 second'],
  [30, '30 sec', '30 seconds'],
  [60, '1 min', '1 minute'],
  [90, '1 min 30 sec', '1 minute 30 seconds'],
  [3600, '60 min', '60 minutes'],
])('%i seconds are %s', (seconds, short, long) => {
  expect(durationText(seconds)).toBe(short);
  expect(durationText(seconds, 'long')).toBe(long);
});

test('times come in the language of the page, not of the browser', () => {
  writeAs('pl');
  expect(durationText(150, 'long')).toBe('2 minuty i 30 sekund');
});

test('lists end as the language ends them', () => {
  expect(listText(['a', 'b', 'c'], 'and')).toBe('a, b, and c');
  expect(listText(['a', 'b', 'c'], 'none')).toBe('a, b, c');
  writeAs('ja');
  expect(listText(['a', 'b'], 'and')).toBe('a、b');
  expect(listText(['a', 'b', 'c'], 'none')).toBe('a、b、c');
  expect(listPieces(2, 'none')).toEqual([0, '、', 1]);
  writeAs('pl');
  expect(listText(['a', 'b', 'c'], 'none')).toBe('a, b, c');
});

test('a list of things is in pieces', () => {
  expect(listPieces(3, 'and')).toEqual([0, ', ', 1, ', and ', 2]);
  expect(listPieces(1, 'and')).toEqual([0]);
  expect(listPieces(0, 'and')).toEqual([]);
  writeAs('ar');
  expect(listPieces(11, 'none').filter((piece) => typeof piece === 'number')).toHaveLength(11);
});

test('a day is said unless it is today', () => {
  const noon = new Date(2026, 2, 5, 12, 30).getTime();
  const later = new Date(2026, 2, 5, 23, 59).getTime();
  const next = new Date(2026, 2, 6, 0, 1).getTime();
  writeAs('de');
  expect(clockOf(noon)).toBe('12:30');
  expect(timeOf(noon, later, { weekday: 'short' })).toBe('12:30');
  expect(timeOf(noon, next, { weekday: 'short' })).toBe('Do., 12:30');
});
