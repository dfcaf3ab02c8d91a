import { signal } from '@preact/signals-core';
import type { ComponentChild } from 'preact';
import type { SeatKey } from '../api/voter_wire';
import { moreWords as words } from '../i18n/en/more';
import type { OwnSeat } from '../state/own_seat';
import { submittedName } from './submitted_name';
import { Trouble } from './Trouble';

/** Shows the way to another device, by the link to a seat. */
export type ShowDevice = (link: string) => ComponentChild;

/** What a seat can do beside voting. */
export interface MoreActionsProps {
  readonly seat: OwnSeat;
  readonly held: SeatKey;
  readonly onWatch: () => void;
  /** The link that hands this seat to another device. */
  readonly link: string;
  /** Most never need it, so it is fetched when it is asked for. */
  readonly fetchDevice: () => Promise<ShowDevice>;
}

const device = signal<ShowDevice | 'failed' | undefined>(undefined);

async function load(fetchDevice: MoreActionsProps['fetchDevice']): Promise<void> {
  if (typeof device.value === 'function') return;
  try {
    device.value = await fetchDevice();
  } catch {
    device.value = 'failed';
  }
}

/** Another name, watching instead, another device. */
export function MoreActions(props: MoreActionsProps) {
  const { seat, held, onWatch, link, fetchDevice } = props;
  const shown = device.value;
  return (
    <div class="more-body">
      <form class="more-name" key={held.name} onSubmit={(event) => submit(event, seat)}>
        <label class="field">
          <span>{words.name}</span>
          <input
            name="name"
            dir="auto"
            defaultValue={held.name}
            maxLength={128}
            autoComplete="off"
          />
        </label>
        <Trouble kind={seat.renameTrouble.value} />
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
  );
}

function submit(event: SubmitEvent, seat: OwnSeat): void {
  const name = submittedName(event);
  if (name !== '') void seat.rename(name);
}
