import { signal } from '@preact/signals-core';
import { voteWords } from '../i18n/words';
import type { OtherDeviceProps } from './OtherDevice';

/** What a seat can do beside voting. */
export interface MoreActionsProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onWatch: () => void;
  /** The link that hands this seat to another device. */
  readonly link: string;
}

const words = voteWords.more;

/** Most never need it, so it comes when it is asked for. */
const otherDevice = signal<((props: OtherDeviceProps) => preact.JSX.Element) | undefined>(
  undefined,
);

async function loadOtherDevice(): Promise<void> {
  otherDevice.value ??= (await import('./OtherDevice')).OtherDevice;
}

/** Another name, watching instead, another device: folded away below the cards. */
export function MoreActions({ name, onRename, onWatch, link }: MoreActionsProps) {
  const OtherDevice = otherDevice.value;
  return (
    <details class="more">
      <summary class="quiet">{words.heading}</summary>
      <div class="more-body">
        <form class="more-name" key={name} onSubmit={(event) => submit(event, onRename)}>
          <label class="field">
            <span>{words.name}</span>
            <input name="name" dir="auto" defaultValue={name} maxLength={128} autoComplete="off" />
          </label>
          <button type="submit" class="button">
            {words.rename}
          </button>
        </form>
        <button type="button" class="button" onClick={onWatch}>
          {words.watch}
        </button>
        <details class="more-device" onToggle={() => loadOtherDevice()}>
          <summary class="quiet">{words.device}</summary>
          {OtherDevice && <OtherDevice link={link} />}
        </details>
      </div>
    </details>
  );
}

function submit(event: SubmitEvent, onRename: MoreActionsProps['onRename']): void {
  event.preventDefault();
  if (!(event.currentTarget instanceof HTMLFormElement)) return;
  const name = new FormData(event.currentTarget).get('name');
  if (typeof name === 'string' && name.trim() !== '') onRename(name.trim());
}
