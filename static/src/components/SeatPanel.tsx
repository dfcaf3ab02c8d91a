import { signal } from '@preact/signals-core';
import type { ComponentChild, FunctionComponent } from 'preact';
import type { SeatKey } from '../api/voter_wire';
import { text } from '../i18n/message';
import { seatWords as words } from '../i18n/words';
import type { DeviceSettings } from '../state/device_settings';
import type { VoteRoom } from '../state/vote_room';
import '../styles/seat_panel.css';
import '../styles/switch.css';
import { DeviceSwitches } from './DeviceSwitches';
import { submittedName } from './submitted_name';
import { Trouble } from './Trouble';
import { takeFocus } from './take_focus';

/** Shows the way to another device, by the link to a seat. */
export type ShowDevice = (link: string) => ComponentChild;

/** What of a seat is looked at: its name, this device, or what is rarely wanted. */
export type SeatTopic = 'name' | 'device' | 'more';

/** What a seat can do beside voting. */
export interface SeatPanelProps {
  readonly topic: SeatTopic;
  readonly room: VoteRoom;
  readonly held: SeatKey;
  /** The link that hands this seat to another device. */
  readonly link: string;
  /** Most never need it, so it is fetched when it is asked for. */
  readonly fetchDevice: () => Promise<ShowDevice>;
  readonly settings: DeviceSettings;
  readonly LanguagePicker: FunctionComponent;
}

/** Another name, another device, and, behind all that, the ways out. */
export function SeatPanel({ topic, room, held, link, fetchDevice, ...props }: SeatPanelProps) {
  const { settings, LanguagePicker } = props;
  return (
    <div class="seat-panel">
      {topic === 'name' && <Name room={room} held={held} />}
      {topic === 'device' && (
        <>
          <DeviceSwitches settings={settings} />
          <LanguagePicker />
          <Device link={link} fetchDevice={fetchDevice} />
        </>
      )}
      {topic === 'more' && <Ways room={room} held={held} />}
    </div>
  );
}

type PartProps = Pick<SeatPanelProps, 'room' | 'held'>;

function Name({ room: { seat }, held }: PartProps) {
  return (
    <form
      class="seat-name-form"
      key={held.name}
      onSubmit={(event) => {
        const name = submittedName(event);
        if (name !== '') void seat.rename(name);
      }}
    >
      <label class="field">
        <span>{words.name}</span>
        <input
          ref={takeFocus}
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
  );
}

const device = signal<ShowDevice | 'failed' | undefined>(undefined);

async function load(fetchDevice: SeatPanelProps['fetchDevice']): Promise<void> {
  try {
    device.value = await fetchDevice();
  } catch {
    device.value = 'failed';
  }
}

function Device({ link, fetchDevice }: Pick<SeatPanelProps, 'link' | 'fetchDevice'>) {
  const shown = device.value;
  if (typeof shown === 'function') return <>{shown(link)}</>;
  if (shown === undefined) void load(fetchDevice);
  return shown === 'failed' ? (
    <p ref={tryAgain} class="trouble" role="alert">
      {words.noDevice} <bdi>{link}</bdi>
    </p>
  ) : null;
}

/** Stays the same function, so that it is called when what is said appears and when it goes: then it is asked again. */
function tryAgain(element: Element | null): void {
  if (element === null) device.value = undefined;
}

function Ways({ room, held }: PartProps) {
  return (
    <div class="seat-ways">
      <button
        type="button"
        class="tool"
        aria-label={text(words.notYou, held)}
        onClick={() => room.becomeSomebodyElse()}
      >
        {words.somebodyElse}
      </button>
      <button type="button" class="tool" onClick={() => room.leave()}>
        {words.leave}
      </button>
    </div>
  );
}
