import { beforeEach, describe, expect, test } from 'vitest';
import { FakeWorld } from '../api/world.fake';
import { Countdown } from './countdown';
import type { RoundFact } from './news';

let world: FakeWorld;
let countdown: Countdown;
let told: RoundFact[];

beforeEach(() => {
  told = [];
  world = new FakeWorld();
  countdown = new Countdown(world, (fact) => told.push(fact));
});

const follow = (ms: number, round = 1) =>
  countdown.follow({ round, timer: { remainingMs: ms, receivedAt: world.now() } });
const seconds = () => countdown.left.value?.seconds;
const part = () => countdown.left.value?.part;

describe('a countdown', () => {
  test('changes with each whole second', () => {
    follow(2500);
    expect(seconds()).toBe(3);
    world.pass(499);
    expect(seconds()).toBe(3);
    world.pass(1);
    expect(seconds()).toBe(2);
    world.pass(1000);
    expect(seconds()).toBe(1);
  });

  test('ends at zero, and ticks no more', () => {
    follow(2500);
    world.pass(10_000);
    expect(countdown.left.value).toEqual({ seconds: 0, part: 0 });
    expect(world.nextTimer()).toBe(Number.POSITIVE_INFINITY);
  });

  test('that is stopped, or has no timer, shows nothing and ticks no more', () => {
    follow(2500);
    countdown.stop();
    expect(seconds()).toBeUndefined();
    expect(world.nextTimer()).toBe(Number.POSITIVE_INFINITY);
    follow(2500);
    countdown.follow({ round: 1, timer: undefined });
    expect(seconds()).toBeUndefined();
    expect(world.nextTimer()).toBe(Number.POSITIVE_INFINITY);
  });

  test('follows the newest timer alone', () => {
    follow(2500);
    follow(60_000);
    world.pass(2500);
    expect(seconds()).toBe(58);
  });

  test('of the same timer goes on as it was', () => {
    const round = { round: 1, timer: { remainingMs: 5000, receivedAt: 0 } };
    countdown.follow(round);
    world.pass(1000);
    countdown.follow({ ...round });
    expect(seconds()).toBe(4);
    expect(part()).toBe(0.8);
  });

  test('has caught up when the page wakes', () => {
    follow(60_000);
    world.wake(30_000);
    world.pass(0);
    expect(seconds()).toBe(30);
  });
});

describe('the bar', () => {
  test('is full at first, and longer time makes it full again', () => {
    follow(20_000);
    expect(part()).toBe(1);
    world.pass(10_000);
    expect(part()).toBe(0.5);
    follow(40_000);
    expect(part()).toBe(1);
  });

  test('shows a last call as what it is of the whole', () => {
    follow(40_000);
    follow(10_000);
    expect(part()).toBe(0.25);
  });

  test('of another round starts full', () => {
    follow(40_000);
    follow(10_000, 2);
    expect(part()).toBe(1);
  });
});

describe('aloud', () => {
  test('only ten seconds and the end are told', () => {
    follow(65_000);
    world.pass(65_000);
    expect(told).toEqual([{ kind: 'timeLeft', seconds: 10 }, { kind: 'timeUp' }]);
  });

  test('a last call is told', () => {
    follow(65_000);
    follow(10_000);
    expect(told).toEqual([{ kind: 'timeLeft', seconds: 10 }]);
  });

  test('a time that is short from the start is not told again', () => {
    follow(10_000);
    world.pass(9_000);
    expect(told).toEqual([]);
  });
});
