import { expect, test } from 'vitest';
import { backoffMs } from './backoff';

test('it doubles from 0.2 s to 4 s and stays there', () => {
  const longest = [0, 1, 2, 3, 4, 5, 50].map((attempt) => backoffMs(attempt, 1));
  expect(longest).toEqual([200, 400, 800, 1600, 3200, 4000, 4000]);
});

test('chance takes off at most a half', () => {
  expect(backoffMs(0, 0)).toBe(100);
  expect(backoffMs(9, 0)).toBe(2000);
});
