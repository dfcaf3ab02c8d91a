import { type Signal, signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Cancel } from '../api/world';
import { FakeWorld, settle } from '../api/world.fake';
import { beBuzzer } from './buzzer';
import type { DeviceSettings } from './device_settings';
import { fakeSettings } from './device_settings.fake';
import { type HostFact, News } from './news';

const vibrate = vi.fn<(pattern: readonly number[]) => void>();
let world: FakeWorld;
let settings: DeviceSettings;
let hasSeat: Signal<boolean>;
let isOpen: Signal<boolean>;
let news: News<HostFact>;
let stop: Cancel;

/** How many hold the screen. */
let holds: number;
/** How often somebody wanted to. */
let asked: number;
let isRefused: boolean;

async function keepAwake(): Promise<Cancel> {
  asked += 1;
  if (isRefused) throw new DOMException('the battery is low', 'NotAllowedError');
  await Promise.resolve();
  let isHeld = true;
  holds += 1;
  return () => {
    if (isHeld) holds -= 1;
    isHeld = false;
  };
}

beforeEach(() => {
  vibrate.mockReset();
  world = new FakeWorld();
  settings = fakeSettings();
  hasSeat = signal(true);
  isOpen = signal(false);
  news = new News();
  holds = 0;
  asked = 0;
  isRefused = false;
  stop = beBuzzer({
    phone: { keepAwake, vibrate },
    world,
    settings,
    hasSeat,
    isOpen,
    told: news.last,
  });
});

afterEach(() => stop());

describe('the screen stays on', () => {
  test.each([
    ['the round closes', () => (isOpen.value = false)],
    ['the seat is left', () => (hasSeat.value = false)],
    ['it is switched off', () => settings.turn('awake')],
    ['the page is done with', () => stop()],
  ])('from when a round opens until %s', async (_, end) => {
    await settle();
    expect(holds).toBe(0);
    isOpen.value = true;
    await settle();
    expect(holds).toBe(1);
    end();
    await settle();
    expect(holds).toBe(0);
    world.wake();
    await settle();
    expect(holds).toBe(0);
  });

  test('not for who only watches', async () => {
    hasSeat.value = false;
    isOpen.value = true;
    await settle();
    expect(asked).toBe(0);
  });

  test('again once a page that was hidden is back, and is held once, however often it wakes', async () => {
    isOpen.value = true;
    await settle();
    world.wake();
    world.wake();
    await settle();
    expect(asked).toBe(3);
    expect(holds).toBe(1);
  });

  test('not where the round has closed before the browser has answered', async () => {
    isOpen.value = true;
    isOpen.value = false;
    await settle();
    expect(holds).toBe(0);
  });

  test('once a browser that has refused does so no more', async () => {
    isRefused = true;
    isOpen.value = true;
    await settle();
    isRefused = false;
    world.wake();
    await settle();
    expect(holds).toBe(1);
  });
});

describe('a phone vibrates', () => {
  test('as a round opens', () => {
    news.tell({ kind: 'opened' });
    expect(vibrate.mock.calls).toEqual([[[150]]]);
  });

  test('as the time runs out', () => {
    news.tell({ kind: 'timeLeft', seconds: 10 });
    expect(vibrate.mock.calls).toEqual([[[80, 80, 80]]]);
  });

  test.each<HostFact>([
    { kind: 'timeLeft', seconds: 60 },
    { kind: 'timeUp' },
    { kind: 'closed' },
    { kind: 'voted', choice: '5' },
  ])('not at %j', (fact) => {
    news.tell(fact);
    expect(vibrate).not.toHaveBeenCalled();
  });

  test('not for who only watches', () => {
    hasSeat.value = false;
    news.tell({ kind: 'opened' });
    expect(vibrate).not.toHaveBeenCalled();
  });

  test('not where it is switched off', () => {
    settings.turn('buzz');
    news.tell({ kind: 'opened' });
    expect(vibrate).not.toHaveBeenCalled();
  });

  test('not for what was told before', () => {
    news.tell({ kind: 'opened' });
    vibrate.mockReset();
    beBuzzer({ phone: { vibrate }, world, settings, hasSeat, isOpen, told: news.last })();
    expect(vibrate).not.toHaveBeenCalled();
  });
});

test('a device that can do nothing of this does nothing', async () => {
  stop();
  stop = beBuzzer({ phone: {}, world, settings, hasSeat, isOpen, told: news.last });
  isOpen.value = true;
  news.tell({ kind: 'opened' });
  await settle();
  expect(asked).toBe(0);
  expect(vibrate).not.toHaveBeenCalled();
});
