import { switchWords } from '../i18n/words';
import type { DeviceSetting, DeviceSettings } from '../state/device_settings';

/** What a switch of the device needs. */
export interface DeviceSwitchProps {
  readonly settings: DeviceSettings;
  readonly of: DeviceSetting;
}

/** Something that this device does, or does not. */
export function DeviceSwitch({ settings, of }: DeviceSwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={settings[of].value}
      onClick={() => settings.turn(of)}
    >
      {switchWords[of]}
    </button>
  );
}
