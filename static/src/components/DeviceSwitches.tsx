import { browserPhone } from '../api/phone';
import type { DeviceSettings } from '../state/device_settings';
import { DeviceSwitch } from './DeviceSwitch';

/** What the switches of a device need. */
export interface DeviceSwitchesProps {
  readonly settings: DeviceSettings;
}

/** All that this device can be told, once for all sessions. */
export function DeviceSwitches({ settings }: DeviceSwitchesProps) {
  const { keepAwake, vibrate } = browserPhone();
  return (
    <div class="switches">
      <DeviceSwitch settings={settings} of="sound" />
      <DeviceSwitch settings={settings} of="keys" />
      {keepAwake && <DeviceSwitch settings={settings} of="awake" />}
      {vibrate && <DeviceSwitch settings={settings} of="buzz" />}
    </div>
  );
}
