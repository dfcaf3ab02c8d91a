// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { browserPhone } from './phone';

afterEach(() => vi.unstubAllGlobals());

const release = vi.fn(async () => {});
const vibrate = vi.fn(() => true);
const wakeLock = { request: async () => ({ release }) };

/** The navigator of a device that is touched, or is not. */
function hold(abilities: object, isTouched = true): void {
  vi.stubGlobal('navigator', abilities);
  vi.stubGlobal('matchMedia', () => ({ matches: isTouched }));
}

test('what a browser lacks is not there', () => {
  hold({});
  expect(browserPhone()).toEqual({});
});

test('a desk does not vibrate, whatever it says', () => {
  hold({ vibrate }, false);
  expect(browserPhone()).toEqual({});
});

test('the screen stays on until that is cancelled', async () => {
  hold({ wakeLock });
  const letGo = await browserPhone().keepAwake?.();
  expect(release).not.toHaveBeenCalled();
  letGo?.();
  expect(release).toHaveBeenCalledTimes(1);
});

test.each([
  [undefined, 1],
  [{ hasBeenActive: true }, 1],
  [{ hasBeenActive: false }, 0],
])('it vibrates once the page was touched: %j', (userActivation, times) => {
  vibrate.mockClear();
  hold({ vibrate, userActivation });
  browserPhone().vibrate?.([80]);
  expect(vibrate).toHaveBeenCalledTimes(times);
});
