import { DeviceSettings } from './device_settings';

/** A device on which nothing was ever set, and which forgets. */
export function fakeSettings(): DeviceSettings {
  return new DeviceSettings({ isTurned: () => false, keepTurned: () => {} });
}
