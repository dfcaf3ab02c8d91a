import { expect, test } from 'vitest';
import { readTimer } from './timer_wire';

test('a timer is what the server’s clock says is left, heard by ours', () => {
  expect(readTimer({ EndsAt: 1_764_000_090_000, Now: 1_764_000_000_000 }, 7)).toEqual({
    remainingMs: 90_000,
    receivedAt: 7,
  });
});

test('a timer that has run out is at its end', () => {
  expect(readTimer({ EndsAt: 5, Now: 8 }, 7)).toEqual({ remainingMs: 0, receivedAt: 7 });
});

test('without an end there is none, and an end needs the time that it is measured by', () => {
  expect(readTimer({}, 7)).toBeUndefined();
  expect(readTimer({ Now: 5 }, 7)).toBeUndefined(); // said because somebody is away
  expect(() => readTimer({ EndsAt: 5 }, 7)).toThrow();
  expect(() => readTimer({ EndsAt: '5', Now: 4 }, 7)).toThrow();
});
