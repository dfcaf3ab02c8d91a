import { expect, test } from 'vitest';
import { NO_FINDINGS } from '../model/result';
import { readBallots, readFindings } from './result_wire';

test('the attempt before comes by name or by count', () => {
  expect(readFindings({ Before: { Votes: { Ana: '5' }, Spread: 3 } }).before).toEqual({
    ballots: { kind: 'named', votes: new Map([['Ana', '5']]) },
    spread: 3,
  });
  expect(readFindings({ Before: { Counts: { 5: 1 } } }).before).toEqual({
    ballots: { kind: 'counted', counts: new Map([['5', 1]]) },
    spread: undefined,
  });
});

test('nothing found is nothing found', () => {
  expect(readFindings({})).toEqual(NO_FINDINGS);
  expect(readFindings({ Agreed: '' })).toEqual(NO_FINDINGS);
});

test('findings say how many there were to vote, and who speaks first', () => {
  const first = ['Ana', 'Béla'];
  expect(readFindings({ Asked: 4, First: first })).toEqual({ ...NO_FINDINGS, asked: 4, first });
});

test.each([
  { Before: {} },
  { Before: [] },
  { Before: { Votes: { Ana: 5 } } },
  { Before: { Votes: {}, Spread: '3' } },
  { Agreed: 8 },
  { Asked: -1 },
  { First: [1] },
  { Statistics: {} },
])('%j makes no sense', (data) => {
  expect(() => readFindings(data)).toThrow();
});

test('ballots are there, or not, or make no sense', () => {
  expect(readBallots({})).toBeUndefined();
  expect(() => readBallots({ Counts: { 5: 'one' } })).toThrow();
  expect(() => readBallots({ Votes: [] })).toThrow();
});
