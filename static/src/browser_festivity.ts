import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { DeviceSettings } from './state/device_settings';
import { Festivity } from './state/festivity';
import type { Told } from './state/news';

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
