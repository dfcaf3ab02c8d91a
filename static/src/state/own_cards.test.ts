import { beforeEach, describe, expect, test } from 'vitest';
import type { DeckShelf } from '../api/deck_shelf';
import type { OwnDecks } from '../model/own_decks';
import { OwnCards } from './own_cards';

let kept: OwnDecks;
let shelf: DeckShelf;

beforeEach(() => {
  kept = [['½', '1'], ['👍']];
  shelf = {
    decks: () => kept,
    keep: (decks) => {
      kept = decks;
    },
  };
});

describe('what is being written', () => {
  test('is not judged before it is a card', () => {
    const own = new OwnCards(shelf);
    own.write('1 2 1');
    expect(own.cards.value).toEqual(['1', '2', '1']);
    expect(own.fault.value).toBeUndefined();
    own.write('1 2 1 ');
    expect(own.fault.value).toEqual({ kind: 'twice', card: '1' });
    own.write('1 2 1 2');
    expect(own.fault.value).toEqual({ kind: 'twice', card: '1' });
    own.write('1 2 13');
    expect(own.fault.value).toBeUndefined();
  });

  test('is judged once nobody writes', () => {
    const own = new OwnCards(shelf);
    own.rest();
    expect(own.fault.value).toBeUndefined();
    own.write('1 1');
    own.rest();
    expect(own.fault.value).toEqual({ kind: 'twice', card: '1' });
    own.write('');
    own.rest();
    expect(own.fault.value).toBeUndefined();
  });

  test('is taken only if it can be used', () => {
    const own = new OwnCards(shelf);
    expect(own.take()).toBeUndefined();
    expect(own.fault.value).toEqual({ kind: 'none' });
    own.write('1, too big');
    expect(own.take()).toEqual(['1', 'too big']);
    expect(own.fault.value).toBeUndefined();
  });
});

test('a text that others wrote is judged at once', () => {
  expect(new OwnCards(shelf, '1, 1').fault.value).toEqual({ kind: 'twice', card: '1' });
});

describe('a deck', () => {
  test('that was used is the first next time', () => {
    const own = new OwnCards(shelf);
    expect(own.decks.value).toEqual([['½', '1'], ['👍']]);
    own.remember(['1', '2']);
    expect(own.decks.value).toEqual([['1', '2'], ['½', '1'], ['👍']]);
    expect(new OwnCards(shelf).decks.value).toEqual(own.decks.value);
  });

  test('that is forgotten can be brought back', () => {
    const own = new OwnCards(shelf);
    own.forget(['½', '1']);
    expect(kept).toEqual([['👍']]);
    expect(own.forgotten.value).toEqual(['½', '1']);
    own.bringBack();
    expect(kept).toEqual([['½', '1'], ['👍']]);
    expect(own.decks.value).toEqual(kept);
    expect(own.forgotten.value).toBeUndefined();
  });

  test('that another tab has put there meanwhile stays', () => {
    const own = new OwnCards(shelf);
    kept = [['5'], ...kept];
    own.forget(['👍']);
    expect(kept).toEqual([['5'], ['½', '1']]);
    own.remember(['1', '2']);
    expect(own.decks.value).toEqual([['1', '2'], ['5'], ['½', '1']]);
  });
});
