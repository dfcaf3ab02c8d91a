import { describe, expect, test } from 'vitest';
import { faultIn, hasEnded, readCards, writeCards } from './cards';

describe('cards are read', () => {
  test.each([
    ['1 2 3 ?', ['1', '2', '3', '?']],
    ['1,2,3', ['1', '2', '3']],
    ['1, 2; 3\n5\r\n8', ['1', '2', '3', '5', '8']],
    ['XS\tS\tM', ['XS', 'S', 'M']],
    ['👍 👎\n', ['👍', '👎']],
    ['👩‍👩‍👧‍👦 ☕️', ['👩‍👩‍👧‍👦', '☕️']],
    ['too big', ['too', 'big']],
    ['too big,', ['too big']],
    ['too   big, ask\u00a0me\nfine', ['too big', 'ask me', 'fine']],
    [' ,, ;1;;2\n\n', ['1', '2']],
    ['½ 1/2 0.5', ['½', '1/2', '0.5']],
    ['  \n ', []],
    ['', []],
  ])('%j', (text, cards) => {
    expect(readCards(text)).toEqual(cards);
  });

  test('a line break at the very end does not join what spaces part', () => {
    expect(readCards('1 2 3\n')).toEqual(['1', '2', '3']);
  });
});

test.each([[['1', '2']], [['too big', 'fine']], [['too big']], [['👍']], [[]]])(
  '%j is written so that it can be read',
  (cards) => {
    expect(readCards(writeCards(cards))).toEqual(cards);
  },
);

test('a card has ended with what follows it', () => {
  expect(['1 ', '1,', '1;', '1\n'].map(hasEnded)).toEqual([true, true, true, true]);
  expect(['1', '1, 2', ''].map(hasEnded)).toEqual([false, false, false]);
});

describe('what the server would refuse is found before', () => {
  test('no cards', () => {
    expect(faultIn([])).toEqual({ kind: 'none' });
  });

  test('the same card twice', () => {
    expect(faultIn(['1', '2', '1', '2'])).toEqual({ kind: 'twice', card: '1' });
    expect(faultIn(['__proto__', 'constructor', '__proto__'])).toEqual({
      kind: 'twice',
      card: '__proto__',
    });
  });

  test('a card that is too long, in letters or in bytes', () => {
    expect(faultIn(['1', 'W'.repeat(65)])).toEqual({ kind: 'too-long', card: 'W'.repeat(65) });
    expect(faultIn(['👍'.repeat(65)])?.kind).toBe('too-long');
    expect(faultIn(['W'.repeat(64), '👍'.repeat(64)])).toBeUndefined();
  });

  test('nothing else', () => {
    expect(faultIn(['a', 'A', '1', '01', '☕', '☕️'])).toBeUndefined();
  });
});
