import { signal } from '@preact/signals-core';
import type { ComponentChildren, FunctionComponent, TargetedKeyboardEvent } from 'preact';
import type { SeatKey } from '../api/voter_wire';
import { rich, text } from '../i18n/message';
import { votingWords as words } from '../i18n/words';
import { seatHash } from '../model/seat_link';
import type { DeviceSettings } from '../state/device_settings';
import type { VoteRoom } from '../state/vote_room';
import { Icon } from './Icon';
import { lately } from './lately';
import { plainKey } from './plain_key';
import type { SeatTopic, ShowDevice } from './SeatPanel';
import { Trouble } from './Trouble';

/** What is below the cards. */
export interface VoterFooterProps {
  readonly room: VoteRoom;
  /** The address of this page. */
  readonly here: string;
  readonly fetchDevice: () => Promise<ShowDevice>;
  readonly settings: DeviceSettings;
  readonly LanguagePicker: FunctionComponent;
}

const SeatPanel = lately(async () => (await import('./SeatPanel')).SeatPanel);

const PEN = 'M4 20l1.5-5L16 4.5l3.5 3.5L9 18.5Z';

/** What is looked at, if anything, and of which seat: another one begins with nothing. */
const looked = signal<{ readonly topic: SeatTopic; readonly of: string } | undefined>(undefined);

/** What of `seat` is looked at. */
function topicOf({ key }: SeatKey): SeatTopic | undefined {
  return looked.value?.of === key ? looked.value.topic : undefined;
}

/** Escape closes what is looked at; the focus goes back to what has opened it. */
function giveUp(event: TargetedKeyboardEvent<HTMLElement>): void {
  if (plainKey(event) !== 'Escape' || looked.value === undefined) return;
  event.currentTarget.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
  looked.value = undefined;
}

/** Who the reader is, and what can be done about it. */
export function VoterFooter({ room, here, ...props }: VoterFooterProps) {
  const held = room.seat.held.value;
  const topic = held && topicOf(held);
  return (
    <footer class="vote-footer">
      <Trouble kind={room.trouble.value} />
      {room.status.value === 'cookieless' && (
        <p class="trouble" role="status">
          {words.cookieless}
        </p>
      )}
      {held === undefined ? (
        <>
          <span class="vote-you">{words.watching}</span>
          <button type="button" class="quiet" onClick={() => room.joinInstead()}>
            {words.joinVote}
          </button>
        </>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: it listens for those inside
        <div onKeyDown={giveUp}>
          <Seated room={room} held={held} />
          {topic !== undefined && (
            <SeatPanel
              topic={topic}
              room={room}
              held={held}
              link={here + seatHash(held)}
              {...props}
            />
          )}
        </div>
      )}
    </footer>
  );
}

function Seated({ room, held }: { readonly room: VoteRoom; readonly held: SeatKey }) {
  return (
    <div class="vote-ways">
      <Way to="name" held={held} label={text(words.changeName, { name: held.name })}>
        {rich(words.you, { name: <bdi>{held.name}</bdi> })}
        <Icon name="pen" path={PEN} />
      </Way>
      <Way to="device" held={held}>
        {words.device}
      </Way>
      <button type="button" class="quiet" onClick={() => room.watchInstead()}>
        {words.watch}
      </button>
      <Way to="more" held={held}>
        {words.more}
      </Way>
    </div>
  );
}

interface WayProps {
  readonly to: SeatTopic;
  readonly held: SeatKey;
  readonly label?: string;
  readonly children: ComponentChildren;
}

function Way({ to, held, label, children }: WayProps) {
  const isOpen = topicOf(held) === to;
  return (
    <button
      type="button"
      class={`quiet way-${to}`}
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={() => {
        looked.value = isOpen ? undefined : { topic: to, of: held.key };
      }}
    >
      {children}
    </button>
  );
}
