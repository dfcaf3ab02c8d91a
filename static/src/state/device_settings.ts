import { type Signal, signal } from '@preact/signals-core';

/** What a device can be told once, for all sessions. */
export type DeviceSetting = 'sound' | 'keys';

/** Where it is remembered. */
export interface SettingsShelf {
  /** Whether it was set to other than usual. */
  readonly isTurned: (setting: DeviceSetting) => boolean;
  readonly keepTurned: (setting: DeviceSetting, isTurned: boolean) => void;
}

/** How it is unless somebody has said otherwise. */
const USUAL: Record<DeviceSetting, boolean> = { sound: false, keys: true };

/** What this device does beside showing the page: sounds, which are off, and single keys, which are on. */
export class DeviceSettings {
  readonly sound: Signal<boolean>;
  readonly keys: Signal<boolean>;

  constructor(private readonly shelf: SettingsShelf) {
    this.sound = signal(USUAL.sound !== shelf.isTurned('sound'));
    this.keys = signal(USUAL.keys !== shelf.isTurned('keys'));
  }

  /** Switches it the other way. */
  turn(setting: DeviceSetting): void {
    const value = !this[setting].value;
    this[setting].value = value;
    this.shelf.keepTurned(setting, value !== USUAL[setting]);
  }
}
