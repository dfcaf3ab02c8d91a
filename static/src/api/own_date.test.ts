import { expect, test } from 'vitest';
import { ownDate } from './own_date';

test('a date of the server’s is moved to our own clock, whichever is ahead', () => {
  const minuteAgo = 60_000;
  const [ours, theirs] = [1_764_000_000_000, 1_764_003_600_000];
  expect(ownDate(theirs - minuteAgo, theirs, ours)).toBe(ours - minuteAgo);
  expect(ownDate(ours - minuteAgo, ours, theirs)).toBe(theirs - minuteAgo);
});
