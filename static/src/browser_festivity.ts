import { effect, type Signal } from '@preact/signals-core';
import { attempt, read, remove, write } from './api/storage';
import { Festivity } from './state/festivity';
import type { Told } from './state/news';

const SOUND = 'pajthy:sound';

/** What is seen and heard of `news` in a browser. */
export function festivityOf(news: { readonly last: Signal<Told<{ kind: string }> | undefined> }) {
  const storage = attempt(() => window.localStorage);
  const festivity = new Festivity({
    fetchCheer: async () => (await import('./components/cheer')).cheer,
    fetchPlay: async () => (await import('./api/sounds')).play,
    wantsSound: read(storage, SOUND) !== undefined,
    keepSound: (isOn) => (isOn ? write(storage, SOUND, 'on') : remove(storage, SOUND)),
  });
  effect(() => {
    const told = news.last.value;
    if (told !== undefined) festivity.follow(told.fact);
  });
  return festivity;
}
