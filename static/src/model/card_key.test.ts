import { expect, test } from 'vitest';
import { cardOfKey } from './card_key';

const deck = ['1', '2', '3', '13', '?', 'XL', 'XXL'];

test('a key is the card that begins with it', () => {
  expect(cardOfKey(deck, '2', undefined)).toBe('2');
  expect(cardOfKey(deck, '?', undefined)).toBe('?');
  expect(cardOfKey(deck, 'x', undefined)).toBe('XL');
});

test('of several it is the next one each time, and the first after the last', () => {
  expect(cardOfKey(deck, '1', undefined)).toBe('1');
  expect(cardOfKey(deck, '1', '1')).toBe('13');
  expect(cardOfKey(deck, '1', '13')).toBe('1');
  expect(cardOfKey(deck, 'x', 'XL')).toBe('XXL');
});

test('it begins with the first where another card is the current one', () => {
  expect(cardOfKey(deck, '1', '2')).toBe('1');
  expect(cardOfKey(deck, '1', 'gone')).toBe('1');
});

test('the only one stays', () => {
  expect(cardOfKey(deck, '2', '2')).toBe('2');
});

test.each(['9', '', ' '])('“%s” is no card', (key) => {
  expect(cardOfKey(deck, key, undefined)).toBeUndefined();
  expect(cardOfKey([...deck, ' '], key, undefined)).toBeUndefined();
});
