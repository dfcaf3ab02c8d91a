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
    ['1;2；3、4，5؛6،7', ['1', '2', '3', '4', '5', '6', '7']],
    ['１、２、３', ['１', '２', '３']],
    ['1\u20282\u20293\u00854', ['1', '2', '3', '4']],
    ['  \n ', []],
    ['', []],
  ])('%j', (text, cards) => {
    expect(readCards(text)).toEqual(cards);
  });

  test('a line break at the very end does not join what spaces part', () => {
    expect(readCards('1 2 3\n')).toEqual(['1', '2', '3']);
  });
});

describe('a comma inside a number parts nothing, where each can be one', () => {
  test.each([
    ['0,5;1;2', ['0,5', '1', '2']],
    ['0,5；1；2', ['0,5', '1', '2']],
    ['0,5, 1, 2', ['0,5', '1', '2']],
    ['0,5 , 1 , 2', ['0,5', '1', '2']],
    ['0,5\n1\n1,5', ['0,5', '1', '1,5']],
    ['0,5\t1\t2', ['0,5', '1', '2']],
    ['0,5 1 2 ?', ['0,5', '1', '2', '?']],
    ['0,5、1、2', ['0,5', '1', '2']],
    ['0,25; 0,5; ½', ['0,25', '0,5', '½']],
    ['-0,5; −1,5', ['-0,5', '−1,5']],
    ['٠,٥; ١', ['٠,٥', '١']],
    ['0,5,', ['0,5']],
    ['0,5', ['0,5']],
    ['0,5; too big', ['0,5', 'too big']],
    // What stands between two of these commas belongs to one number at most.
    ['0,5,1', ['0', '5', '1']],
    ['0,5,1,2,3', ['0', '5', '1', '2', '3']],
    ['0,1, 2,3,5', ['0', '1', '2', '3', '5']],
    // One that can't be that of a number says what they all are.
    ['5,8,?', ['5', '8', '?']],
    ['½,1', ['½', '1']],
    ['0.5,1', ['0.5', '1']],
    ['1/2,1', ['1/2', '1']],
    ['1,too big', ['1', 'too big']],
    ['v1,2', ['v1', '2']],
    ['1 ,2 ,3', ['1', '2', '3']],
    ['1,2,3 5', ['1', '2', '3 5']],
    ['XS,1;2', ['XS', '1', '2']],
    [',5;1', ['5', '1']],
  ])('%j', (text, cards) => {
    expect(readCards(text)).toEqual(cards);
  });
});

test('cards are read as the server keeps them, so that a card that stands twice is found', () => {
  const cards = readCards('José; Jose\u0301');
  expect(cards).toEqual(['José', 'José']);
  expect(faultIn(cards)).toEqual({ kind: 'twice', card: 'José' });
});

test.each([
  [['1', '2']],
  [['too big', 'fine']],
  [['too big']],
  [['👍']],
  [[]],
  [['0,5', '1']],
  [['0,5']],
  [['1,5', 'too big', '?']],
])('%j is written so that it can be read', (cards) => {
  expect(readCards(writeCards(cards))).toEqual(cards);
});

test('a card has ended with what follows it', () => {
  for (const text of ['1 ', '1,', '1;', '1\n', '1、', '1，', '1；'])
    expect(hasEnded(text)).toBe(true);
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
