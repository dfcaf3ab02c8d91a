import { type Signal, signal } from '@preact/signals-core';

/** What a device can be told once, for all sessions. */
export type DeviceSetting = 'sound' | 'keys' | 'awake' | 'buzz';

/** Where it is remembered. */
export interface SettingsShelf {
  /** Whether it was set to other than usual. */
  readonly isTurned: (setting: DeviceSetting) => boolean;
  readonly keepTurned: (setting: DeviceSetting, isTurned: boolean) => void;
}

/** How it is unless somebody has said otherwise. */
const USUAL: Record<DeviceSetting, boolean> = {
  sound: false,
  keys: true,
  awake: true,
  buzz: true,
};

/** What this device does beside showing the page. Only sounds have to be asked for. */
export class DeviceSettings {
  readonly sound: Signal<boolean>;
  /** Single keys vote, and lead. */
  readonly keys: Signal<boolean>;
  /** The screen stays on while a round is open. */
  readonly awake: Signal<boolean>;
  /** A phone vibrates when a round opens, and when its time runs out. */
  readonly buzz: Signal<boolean>;

  constructor(private readonly shelf: SettingsShelf) {
    const remembered = (setting: DeviceSetting) =>
      signal(USUAL[setting] !== shelf.isTurned(setting));
    this.sound = remembered('sound');
    this.keys = remembered('keys');
    this.awake = remembered('awake');
    this.buzz = remembered('buzz');
  }

  /** Switches it the other way. */
  turn(setting: DeviceSetting): void {
    const value = !this[setting].value;
    this[setting].value = value;
    this.shelf.keepTurned(setting, value !== USUAL[setting]);
  }
}
