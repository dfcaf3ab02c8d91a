import { effect, type ReadonlySignal } from '@preact/signals-core';
import { attempt, read, remove, write } from './api/storage';
import { DeviceSettings } from './state/device_settings';
import { Festivity } from './state/festivity';
import type { Told } from './state/news';

/** What this device remembers to do, and not to do. */
export function browserSettings(): DeviceSettings {
  const storage = attempt(() => window.localStorage);
  return new DeviceSettings({
    isTurned: (setting) => read(storage, `pajthy:${setting}`) !== undefined,
    keepTurned: (setting, isTurned) => {
      if (isTurned) write(storage, `pajthy:${setting}`, 'turned');
      else remove(storage, `pajthy:${setting}`);
    },
  });
}

/** Shows and plays what is to be seen and heard of `told`, and of the sound that was just switched on. */
export function celebrate(
  told: ReadonlySignal<Told<{ kind: string }> | undefined>,
  { sound }: DeviceSettings,
): void {
  const festivity = new Festivity({
    fetchCheer: async () => (await import('./components/cheer')).cheer,
    fetchPlay: async () => (await import('./api/sounds')).play,
    hasSound: sound,
  });
  effect(() => {
    if (told.value !== undefined) festivity.follow(told.value.fact);
  });
  let wasOn = sound.peek();
  effect(() => {
    if (sound.value && !wasOn) festivity.play('opened');
    wasOn = sound.value;
  });
}
