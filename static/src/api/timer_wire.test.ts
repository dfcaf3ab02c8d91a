import { expect, test } from 'vitest';
import { decodeTimer, decodeTimerEvent } from './timer_wire';

test('a timer is what the server’s clock says is left, heard by ours', () => {
  expect(decodeTimer(1_764_000_090_000, 1_764_000_000_000, 7)).toEqual({
    remainingMs: 90_000,
    receivedAt: 7,
  });
});

test('a timer that has run out is at its end', () => {
  expect(decodeTimer(5, 8, 7)).toEqual({ remainingMs: 0, receivedAt: 7 });
});

test('without an end there is none, and an end needs the time that it is measured by', () => {
  expect(decodeTimer(undefined, undefined, 7)).toBe('none');
  expect(decodeTimer(undefined, 5, 7)).toBe('none'); // said because somebody is away
  expect(decodeTimer(5, undefined, 7)).toBeUndefined();
  expect(decodeTimer('5', 4, 7)).toBeUndefined();
});

test('the event says when it ends, or that it was stopped', () => {
  expect(decodeTimerEvent({ EndsAt: 9, Now: 4 }, 7)).toEqual({
    kind: 'timer',
    timer: { remainingMs: 5, receivedAt: 7 },
  });
  expect(decodeTimerEvent({}, 7)).toEqual({ kind: 'timer', timer: undefined });
  expect(decodeTimerEvent({ EndsAt: 9 }, 7)).toBeUndefined();
});
