import { signal } from '@preact/signals-core';
import type { ComponentChild } from 'preact';
import type { ProblemKind } from '../api/request';
import { voteWords } from '../i18n/words';
import { submittedName } from './submitted_name';
import { Trouble } from './Trouble';

/** Shows the way to another device, by the link to a seat. */
export type ShowDevice = (link: string) => ComponentChild;

/** What a seat can do beside voting. */
export interface MoreActionsProps {
  readonly name: string;
  /** Why the name could not be changed. */
  readonly renameTrouble: ProblemKind | undefined;
  readonly onRename: (name: string) => void;
  readonly onWatch: () => void;
  /** The link that hands this seat to another device. */
  readonly link: string;
  /** Most never need it, so it is fetched when it is asked for. */
  readonly fetchDevice: () => Promise<ShowDevice>;
}

const words = voteWords.more;

const device = signal<ShowDevice | 'failed' | undefined>(undefined);

async function load(fetchDevice: MoreActionsProps['fetchDevice']): Promise<void> {
  if (typeof device.value === 'function') return;
  try {
    device.value = await fetchDevice();
  } catch {
    device.value = 'failed';
  }
}

/** Another name, watching instead, another device: folded away below the cards. */
export function MoreActions(props: MoreActionsProps) {
  const { name, renameTrouble, onRename, onWatch, link, fetchDevice } = props;
  const shown = device.value;
  return (
    <details class="more">
      <summary class="quiet">{words.heading}</summary>
      <div class="more-body">
        <form class="more-name" key={name} onSubmit={(event) => submit(event, onRename)}>
          <label class="field">
            <span>{words.name}</span>
            <input name="name" dir="auto" defaultValue={name} maxLength={128} autoComplete="off" />
          </label>
          <Trouble kind={renameTrouble} />
          <button type="submit" class="button">
            {words.rename}
          </button>
        </form>
        <button type="button" class="button" onClick={onWatch}>
          {words.watch}
        </button>
        <details class="more-device" onToggle={() => load(fetchDevice)}>
          <summary class="quiet">{words.device}</summary>
          {shown === 'failed' && (
            <p class="trouble" role="alert">
              {words.noDevice} <bdi>{link}</bdi>
            </p>
          )}
          {typeof shown === 'function' && shown(link)}
        </details>
      </div>
    </details>
  );
}

function submit(event: SubmitEvent, onRename: MoreActionsProps['onRename']): void {
  const name = submittedName(event);
  if (name !== '') onRename(name);
}
