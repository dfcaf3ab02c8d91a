import { beforeEach, describe, expect, test } from 'vitest';
import { FakeWorld } from '../api/world.fake';
import { CardLook, HOLD_MS, POINT_MS } from './card_look';

let world: FakeWorld;
let look: CardLook;

beforeEach(() => {
  world = new FakeWorld();
  look = new CardLook(world);
});

describe('a finger', () => {
  test('that stays asks, and its release chooses nothing', () => {
    look.hold('5');
    world.pass(HOLD_MS - 1);
    expect(look.at.value).toBeUndefined();
    world.pass(1);
    expect(look.at.value).toEqual({ card: '5', isHeld: true });
    look.release();
    expect(look.at.value).toBeUndefined();
    expect(look.takeClick()).toBe(true);
  });

  test('that taps chooses, and asks nothing', () => {
    look.hold('5');
    world.pass(100);
    look.release();
    expect(look.takeClick()).toBe(false);
    world.pass(HOLD_MS);
    expect(look.at.value).toBeUndefined();
  });

  test('that has asked takes nothing from the next tap, where its own brought no click', () => {
    look.hold('5');
    world.pass(HOLD_MS);
    look.release();
    look.hold('8');
    look.release();
    expect(look.takeClick()).toBe(false);
  });

  test('that has asked takes nothing from the keyboard a little later', () => {
    look.hold('5');
    world.pass(HOLD_MS);
    look.release();
    world.pass(400);
    expect(look.takeClick()).toBe(false);
  });

  test('that scrolls asks nothing', () => {
    look.hold('5');
    look.leave();
    world.pass(HOLD_MS);
    expect(look.at.value).toBeUndefined();
  });
});

test('a mouse asks once it rests on a card, and chooses by a click nevertheless', () => {
  look.point('5');
  world.pass(POINT_MS);
  expect(look.at.value).toEqual({ card: '5', isHeld: false });
  look.release();
  expect(look.takeClick()).toBe(false);
  look.point('5');
  look.leave();
  world.pass(POINT_MS);
  expect(look.at.value).toBeUndefined();
});

test('the keyboard asks at once', () => {
  look.reach('5');
  expect(look.at.value).toEqual({ card: '5', isHeld: false });
  look.leave();
  expect(look.at.value).toBeUndefined();
});
