import { expect, test } from 'vitest';
import { moves, spreadChange } from './moves';
import { resultOf, statisticsOf } from './view.fake';

const before = (votes: Record<string, string>, spread?: number) => ({
  before: { ballots: resultOf(votes).ballots, spread },
});

test('who voted in both attempts, and not the same, has moved', () => {
  const result = resultOf(
    { Ana: '8', Béla: '3', Dénes: '1' },
    before({ Ana: '5', Béla: '3', Cili: '2' }),
  );
  expect(moves(result)).toEqual([{ name: 'Ana', from: '5', to: '8' }]);
});

test('a move to or from an abstention is a move', () => {
  expect(moves(resultOf({ Ana: '8' }, before({ Ana: '?' })))).toEqual([
    { name: 'Ana', from: '?', to: '8' },
  ]);
});

test('a name that every object has moves like any other', () => {
  const votes = (choice: string) =>
    ({ kind: 'named', votes: new Map([['__proto__', choice]]) }) as const;
  const result = resultOf({}, { ballots: votes('8'), before: { ballots: votes('5'), spread: 0 } });
  expect(moves(result)).toEqual([{ name: '__proto__', from: '5', to: '8' }]);
});

test('nobody is known to have moved in a first attempt, or where votes are counted only', () => {
  expect(moves(resultOf({ Ana: '8' }))).toBeUndefined();
  const counted = { kind: 'counted', counts: new Map([['5', 1]]) } as const;
  expect(
    moves(resultOf({ Ana: '8' }, { before: { ballots: counted, spread: 0 } })),
  ).toBeUndefined();
  expect(moves(resultOf({}, { ballots: counted, ...before({ Ana: '5' }) }))).toBeUndefined();
});

test('the spread shrinks, grows or stays', () => {
  const change = (from: number | undefined, to: number | undefined) =>
    spreadChange(resultOf({}, { ...before({}, from), statistics: statisticsOf({ spread: to }) }));
  expect(change(3, 1)).toEqual({ kind: 'shrank', from: 3, to: 1 });
  expect(change(1, 3)).toEqual({ kind: 'grew', from: 1, to: 3 });
  expect(change(2, 2)).toEqual({ kind: 'stayed', from: 2, to: 2 });
  expect(change(undefined, 2)).toBeUndefined();
  expect(change(2, undefined)).toBeUndefined();
  expect(spreadChange(resultOf({}, { statistics: statisticsOf({ spread: 2 }) }))).toBeUndefined();
});
