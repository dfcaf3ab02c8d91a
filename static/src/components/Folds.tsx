import type { FunctionComponent } from 'preact';
import type { ControllerView } from '../model/controller';
import type { ControlRoom } from '../state/control_room';
import type { Copier } from '../state/copier';
import type { DeviceSettings } from '../state/device_settings';
import type { OwnVote as OwnVoteState } from '../state/own_vote';
import '../styles/fold.css';
import '../styles/history.css';
import '../styles/own_vote.css';
import '../styles/share.css';
import '../styles/switch.css';
import '../styles/topics.css';
import { DeviceSwitches } from './DeviceSwitches';
import { Door } from './Door';
import { HandOver } from './HandOver';
import { HistoryFold, type HistoryFoldProps } from './HistoryFold';
import { OtherCards } from './OtherCards';
import { OwnVote } from './OwnVote';
import { SessionFold } from './SessionFold';
import { Topics } from './Topics';

/** What the folds need. */
export interface FoldsProps {
  readonly room: ControlRoom;
  readonly ownVote: OwnVoteState;
  readonly settings: DeviceSettings;
  readonly view: ControllerView;
  readonly links: HostLinks;
  readonly LanguagePicker: FunctionComponent;
}

/** The links that are handed out from the host's page. */
export interface HostLinks {
  readonly vote: Copier;
  /** The control link that was made last, if any. */
  readonly control: Copier | undefined;
  /** The history as a file. */
  readonly history: HistoryFoldProps['file'];
}

/** What a host prepares and looks up, each behind its name: nobody needs it to lead a round. */
export function Folds({ room, ownVote, settings, view, links, LanguagePicker }: FoldsProps) {
  return (
    <div class="desk-folds">
      <Topics
        topics={view.topics}
        list={room.topicList}
        onTake={(topic) => room.nextRound.take(topic)}
      />
      <HistoryFold
        count={view.rounds}
        desk={room.historyDesk}
        date={room.people.date.value}
        file={links.history}
      />
      <OtherCards choices={view.choices} isClosed={!view.open} change={room.deckChange} />
      <OwnVote own={ownVote} here={links.vote.link} />
      <SessionFold titleDesk={room.titleDesk}>
        <Door isLocked={view.locked} onTurn={() => room.people.turnDoor()} />
        <DeviceSwitches settings={settings} />
        <LanguagePicker />
      </SessionFold>
      {view.controlKeys !== undefined && (
        <HandOver controlKeys={view.controlKeys} handOver={room.handOver} link={links.control} />
      )}
    </div>
  );
}
