import type { Cancel } from './world';

/** What a device does beside showing the page; what it can't is not there. */
export interface Phone {
  /** Keeps the screen on, until that is cancelled or the page is hidden. Fails where the device refuses. */
  readonly keepAwake?: () => Promise<Cancel>;
  /** Vibrates: for so many ms, after a pause once more, and so on. */
  readonly vibrate?: (pattern: readonly number[]) => void;
}

/** The device of a browser. Desks say that they vibrate, too: only what is held in a hand is believed. */
export function browserPhone(): Phone {
  return {
    ...('wakeLock' in navigator && { keepAwake }),
    ...('vibrate' in navigator && matchMedia('(pointer: coarse)').matches && { vibrate }),
  };
}

async function keepAwake(): Promise<Cancel> {
  const lock = await navigator.wakeLock.request();
  return () => void lock.release().catch(() => {});
}

/** Nothing may vibrate before the page was touched, and a browser that is asked to complains. */
function vibrate(pattern: readonly number[]): void {
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate([...pattern]);
}
