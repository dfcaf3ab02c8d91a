import { expect, test } from 'vitest';
import { clockText, remaining } from './timer';

test('what remains is counted from when it was heard, and never below zero', () => {
  const timer = { remainingMs: 5000, receivedAt: 1000 };
  expect([1000, 3500, 6000, 60_000].map((now) => remaining(timer, now))).toEqual([
    5000, 2500, 0, 0,
  ]);
});

test('a clock shows minutes and two digits of seconds', () => {
  expect([0, 9, 60, 65, 3600].map(clockText)).toEqual(['0:00', '0:09', '1:00', '1:05', '60:00']);
});
