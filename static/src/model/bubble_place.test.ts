import { expect, test } from 'vitest';
import { bubblePlace } from './bubble_place';

const bubble = { width: 200, height: 40 };
const phone = { left: 12, top: 280, width: 336, height: 310 };
const card = (left: number, top: number) => ({ left, top, width: 104, height: 52 });

test('on a phone it is over all cards, whichever of them it is for', () => {
  expect(bubblePlace(card(128, 408), phone, bubble)).toEqual({ left: 80, top: 230 });
});

test('it stays between the edges of the hand', () => {
  expect(bubblePlace(card(12, 280), phone, bubble)).toMatchObject({ left: 12 });
  expect(bubblePlace(card(244, 280), phone, bubble)).toMatchObject({ left: 148 });
});

test('where the cards begin at the top of the screen it is beside them', () => {
  const side = { left: 308, top: 30, width: 420, height: 300 };
  expect(bubblePlace(card(308, 150), side, bubble)).toEqual({ left: 98, top: 150 });
});

test('where the hand is higher than the screen it is next to the card', () => {
  const scrolled = { left: 12, top: -500, width: 296, height: 1500 };
  expect(bubblePlace(card(12, 120), scrolled, bubble)).toMatchObject({ top: 70 });
  expect(bubblePlace(card(12, 5), scrolled, bubble)).toMatchObject({ top: 67 });
});
