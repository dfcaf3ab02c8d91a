import { expect, test } from 'vitest';
import { pointsOf } from './points';

test.each([
  ['8', '8'],
  ['13', '13'],
  ['0', '0'],
  ['-1', '-1'],
  ['−1', '-1'],
  ['0.5', '0.5'],
  ['0,5', '0.5'],
  ['.5', '0.5'],
  ['1.', '1'],
  ['007', '7'],
  ['½', '0.5'],
  ['1/2', '0.5'],
  ['2½', '2.5'],
  ['2 ½', '2.5'],
  ['2 1/2', '2.5'],
  ['-1/4', '-0.25'],
  ['⅓', '0.333'],
  ['１３', '13'],
])('%s says %s', (value, points) => {
  expect(pointsOf(value)).toBe(points);
});

test.each(['', '?', 'M', '8, if split', '1/0', '1e5', '5 points', '1,000,000', '99999999', '--1'])(
  '%s says no number',
  (value) => {
    expect(pointsOf(value)).toBeUndefined();
  },
);
