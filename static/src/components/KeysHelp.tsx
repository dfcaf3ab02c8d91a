import { keyWords as words } from '../i18n/host_words';
import type { DeviceSettings } from '../state/device_settings';
import { DeviceSwitch } from './DeviceSwitch';
import { closeModal, Modal } from './Modal';

/** What the help on keys needs. */
export interface KeysHelpProps {
  readonly settings: DeviceSettings;
  readonly onClose: () => void;
}

/** What each key does. */
export function KeysHelp({ settings, onClose }: KeysHelpProps) {
  return (
    <Modal label={words.heading} onClose={onClose}>
      <h2 class="heading">{words.heading}</h2>
      <dl class="keys">
        {Object.entries(words.does).map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="fold-text">{words.cards}</p>
      <DeviceSwitch settings={settings} of="keys" />
      <button
        type="button"
        class="button"
        onClick={({ currentTarget }) => closeModal(currentTarget, onClose)}
      >
        {words.close}
      </button>
    </Modal>
  );
}
