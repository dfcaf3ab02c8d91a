// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeSettings } from '../state/device_settings.fake';
import { DeviceSwitches } from './DeviceSwitches';

afterEach(() => vi.unstubAllGlobals());

/** The switches on a device with `abilities`. */
function switchesOn(abilities: object): (string | null)[] {
  vi.stubGlobal('navigator', abilities);
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  render(<DeviceSwitches settings={fakeSettings()} />);
  return screen.getAllByRole('switch').map(({ textContent }) => textContent);
}

afterEach(cleanup);

const ALWAYS = ['Sounds on this device', 'Single keys on this device'];

test('what a device can’t do can’t be switched', () => {
  expect(switchesOn({})).toEqual(ALWAYS);
});

test('a phone is told whether it stays on, and whether it vibrates', () => {
  expect(switchesOn({ wakeLock: {}, vibrate: () => true })).toEqual([
    ...ALWAYS,
    'Screen stays on while voting is open',
    'Vibrate when voting begins and when time runs out',
  ]);
});
