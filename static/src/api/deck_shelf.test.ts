// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { shelfIn } from './deck_shelf';

beforeEach(() => localStorage.clear());

test('decks that are kept are there for the next visit, until they are forgotten', () => {
  const decks = [['½', '1', 'too big'], ['👍']];
  shelfIn(localStorage).keep(decks);
  expect(shelfIn(localStorage).decks()).toEqual(decks);
  shelfIn(localStorage).keep([]);
  expect(shelfIn(localStorage).decks()).toEqual([]);
  expect(localStorage).toHaveLength(0);
});

test.each([
  ['nonsense', []],
  ['{"0":["1"]}', []],
  ['[["1"],["2",3],"45",null,[],["6"]]', [['1'], ['6']]],
])('what was tampered with is passed over: %s', (text, decks) => {
  localStorage.setItem('pajthy:decks', text);
  expect(shelfIn(localStorage).decks()).toEqual(decks);
});

test('without storage nothing is kept and nothing breaks', () => {
  const shelf = shelfIn(undefined);
  shelf.keep([['1']]);
  expect(shelf.decks()).toEqual([]);
});

test('storage that is full or blocked breaks nothing', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const shelf = shelfIn({ ...localStorage, getItem: refuse, setItem: refuse, removeItem: refuse });
  shelf.keep([['1']]);
  shelf.keep([]);
  expect(shelf.decks()).toEqual([]);
});
