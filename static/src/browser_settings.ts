import { attempt, read, remove, write } from './api/storage';
import { DeviceSettings } from './state/device_settings';

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
