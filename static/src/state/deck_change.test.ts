import { expect, test } from 'vitest';
import { DeckChange } from './deck_change';

test('cards are read as they are written', () => {
  const change = new DeckChange();
  change.text.value = '1, 2, too big';
  expect(change.cards()).toEqual(['1', '2', 'too big']);
});

test('the cards of a deck are written out, to be changed', () => {
  const change = new DeckChange();
  change.pick(['S', 'M']);
  expect(change.text.value).toBe('S, M');
});

test('what is wrong is said, and nothing is used', () => {
  const change = new DeckChange();
  change.text.value = '1, 1';
  expect(change.cards()).toBeUndefined();
  expect(change.fault.value).toEqual({ kind: 'twice', card: '1' });
});
