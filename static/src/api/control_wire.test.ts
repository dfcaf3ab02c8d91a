import { describe, expect, test } from 'vitest';
import { decodeControlKey, readControl } from './control_wire';

describe('a fresh control key', () => {
  test('comes with the answer', () => {
    expect(decodeControlKey({ ControlKey: 'k', ControlKeys: 2 })).toBe('k');
  });

  test.each([undefined, {}, { ControlKey: 7 }, ['k']])('is not %j', (value) => {
    expect(decodeControlKey(value)).toBeUndefined();
  });
});

describe('who leads', () => {
  test('is a controller', () => {
    expect(readControl({ State: 'led' }, 7)).toEqual({ state: 'led' });
  });

  test('is nobody, or somebody who asks, or to whom it has passed', () => {
    expect(readControl({ State: 'unled' }, 7)).toEqual({ state: 'unled' });
    const asked = { State: 'asked', By: 'Ana', PassesAt: 15_000, Now: 5_000 };
    expect(readControl(asked, 7)).toEqual({
      state: 'asked',
      by: 'Ana',
      passes: { remainingMs: 10_000, receivedAt: 7 },
    });
    expect(readControl({ State: 'passed', By: 'Ana' }, 7)).toEqual({
      state: 'passed',
      by: 'Ana',
    });
  });

  test.each([
    null,
    {},
    { State: 'lost', By: 'Ana' },
    { State: 'asked', By: 'Ana' },
    { State: 'asked', PassesAt: 15_000, Now: 5_000 },
    { State: 'passed' },
  ])('is not %j', (value) => {
    expect(() => readControl(value, 7)).toThrow();
  });
});
