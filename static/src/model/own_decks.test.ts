import { expect, test } from 'vitest';
import { withDeck, withoutDeck } from './own_decks';

test('the deck used last is the first, and is there once', () => {
  expect(withDeck([], ['1'])).toEqual([['1']]);
  expect(withDeck([['1'], ['2']], ['2'])).toEqual([['2'], ['1']]);
  expect(withDeck([['1', '2']], ['2', '1'])).toEqual([
    ['2', '1'],
    ['1', '2'],
  ]);
});

test('there are six at most', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((card) => [card]);
  const decks = withDeck(six, ['g']);
  expect(decks).toHaveLength(6);
  expect(decks[0]).toEqual(['g']);
  expect(decks[5]).toEqual(['e']);
});

test('a deck that is forgotten is gone', () => {
  expect(withoutDeck([['1'], ['2']], ['1'])).toEqual([['2']]);
  expect(withoutDeck([['1']], ['3'])).toEqual([['1']]);
});
