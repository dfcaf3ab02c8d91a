import { keyWords as words } from '../i18n/en/keys';
import { Modal } from './Modal';

/** What the help on keys needs. */
export interface KeysHelpProps {
  readonly onClose: () => void;
}

/** What each key does. */
export function KeysHelp({ onClose }: KeysHelpProps) {
  return (
    <Modal label={words.heading} onClose={onClose}>
      <h2 class="heading">{words.heading}</h2>
      <dl class="keys">
        {words.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p class="fold-text">{words.cards}</p>
      <button
        type="button"
        class="button"
        onClick={({ currentTarget }) => currentTarget.closest('dialog')?.close()}
      >
        {words.close}
      </button>
    </Modal>
  );
}
