import { expect, test } from 'vitest';
import { consensus, range, tally } from './result';
import { statisticsOf } from './view.fake';

const votes = (...entries: [string, string][]) =>
  ({ kind: 'named', votes: new Map(entries) }) as const;
const statistics = (count: number, abstentions = 0) => statisticsOf({ votes: count, abstentions });

test('the lines follow the deck, not the votes', () => {
  const lines = tally(['1', '2', '3'], votes(['Ana', '3'], ['Béla', '1'], ['Cili', '3']));
  expect(lines).toEqual([
    { choice: '1', count: 1, names: ['Béla'], share: 0.5, leads: false },
    { choice: '2', count: 0, names: [], share: 0, leads: false },
    { choice: '3', count: 2, names: ['Ana', 'Cili'], share: 1, leads: true },
  ]);
});

test('nobody leads in a tie, which is no agreement', () => {
  const lines = tally(['1', '2'], votes(['Ana', '1'], ['Béla', '2']));
  expect(lines.map((line) => line.leads)).toEqual([false, false]);
});

test('nothing leads where nothing was chosen', () => {
  expect(tally(['1'], votes()).map((line) => line.leads)).toEqual([false]);
});

test('counts stand without names', () => {
  const lines = tally(['1', '2'], { kind: 'counted', counts: new Map([['2', 120]]) });
  expect(lines[1]).toEqual({ choice: '2', count: 120, names: [], share: 1, leads: true });
});

test('a name that is a property of every object is a name like any other', () => {
  const lines = tally(['1'], votes(['__proto__', '1'], ['constructor', '1']));
  expect(lines[0]?.names).toEqual(['__proto__', 'constructor']);
});

test('the range is from the lowest card to the highest, with those that nobody took', () => {
  const deck = ['1', '2', '3', '5', '?'];
  const from = (lowest?: string, highest?: string) =>
    range(deck, statisticsOf({ lowest, highest }));
  expect(from('2', '5')).toEqual(['2', '3', '5']);
  expect(from('2', '2')).toEqual(['2']);
  expect(from()).toEqual([]);
  expect(range(deck, undefined)).toEqual([]);
});

test('consensus is all the same choice, by two or more', () => {
  const both = tally(['1', '2'], votes(['Ana', '2'], ['Béla', '2']));
  expect(consensus(both, statistics(2))).toBe('2');
  const one = tally(['1', '2'], votes(['Ana', '2']));
  expect(consensus(one, statistics(1))).toBeUndefined();
  const apart = tally(['1', '2'], votes(['Ana', '2'], ['Béla', '1']));
  expect(consensus(apart, statistics(2))).toBeUndefined();
});

test('nobody agrees on an abstention', () => {
  const shrugs = tally(['1', '?'], votes(['Ana', '?'], ['Béla', '?']));
  expect(consensus(shrugs, statistics(0, 2))).toBeUndefined();
});
