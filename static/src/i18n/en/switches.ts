import type { DeviceSetting } from '../../state/device_settings';

/** What is said of what this device does. */
export const switchWords: Record<DeviceSetting, string> = {
  sound: 'Sounds on this device',
  keys: 'Single keys on this device',
};
