import { rich } from '../i18n/message';
import { problemText } from '../i18n/problems';
import type { Rich } from '../i18n/rich';
import { said } from '../i18n/said';
import { voterNews } from '../i18n/voter_news';
import { commonWords, votingWords as words } from '../i18n/words';
import { places, turnOwn } from '../model/seat_cards';
import { summary } from '../model/summary';
import type { VoterView } from '../model/voter';
import type { LostVote } from '../state/ballot';
import type { DeviceSettings } from '../state/device_settings';
import type { Told, VoterFact } from '../state/news';
import type { VoteRoom } from '../state/vote_room';
import '../styles/table.css';
import '../styles/round.css';
import '../styles/vote.css';
import { spoken } from './Announcer';
import { Hand } from './Hand';
import { lately } from './lately';
import { Progress } from './Progress';
import { Result } from './Result';
import type { ShowDevice } from './SeatPanel';
import { Speakers } from './Speakers';
import { Table } from './Table';
import { TimerBar } from './TimerBar';
import { TopicLine } from './TopicLine';
import { VoterFooter } from './VoterFooter';

const WhoLeads = lately(async () => (await import('./WhoLeads')).WhoLeads);

/** What voting needs. */
export interface VotingProps {
  readonly room: VoteRoom;
  readonly view: VoterView;
  /** The address of this page. */
  readonly here: string;
  readonly fetchDevice: () => Promise<ShowDevice>;
  readonly settings: DeviceSettings;
}

/** Everybody around what is said, the reader's cards or the result, and who the reader is. */
export function Voting({ room, view, ...props }: VotingProps) {
  const seat = room.seat.held.value;
  const { ballot } = room;
  return (
    <main class="vote">
      <Middle room={room} view={view} here={props.here} />
      {view.result !== undefined && <Result choices={view.choices} result={view.result} />}
      {view.result === undefined && seat && (
        <Hand
          choices={view.choices}
          isOpen={view.open}
          chosen={ballot.own.value}
          pending={ballot.pending.value}
          onPick={(choice) => ballot.vote(choice)}
        />
      )}
      <VoterFooter room={room} {...props} />
    </main>
  );
}

function Middle({ room, view, here }: Pick<VotingProps, 'room' | 'view' | 'here'>) {
  const { open, result } = view;
  const seat = room.seat.held.value;
  const voted = open ? undefined : room.ballot.own.value;
  const shown = places(room.seats.value ?? [], view.choices, result);
  const isAmongThem = shown.some(({ number }) => number === seat?.number);
  return (
    <Table
      places={turnOwn(shown, seat?.number, voted)}
      stage={open ? 'open' : result ? 'revealed' : 'none'}
      own={seat?.number}
    >
      {(open || result) && <TopicLine topic={view.topic} attempt={view.attempt} />}
      <State room={room} view={view} />
      {open && <Progress progress={room.progress.value} isMissed={isMissed(room)} />}
      {result && <Speakers result={result} otherwise={words.closed} />}
      {!open && view.results === 'controllers' && <p class="said-more">{words.hidden}</p>}
      {voted !== undefined && !isAmongThem && (
        <p class="said-more">{rich(words.voted, { choice: <bdi>{voted}</bdi> })}</p>
      )}
      {/* Where the result has a second line. */}
      {result === undefined && (
        <div class="timer-place">
          <TimerBar left={room.countdown.left.value} />
        </div>
      )}
      {room.controlRequest.isNews && (
        <WhoLeads request={room.controlRequest} name={seat?.name} controlPage={`${here}/control`} />
      )}
    </Table>
  );
}

/** Whether the reader is told apart from the others who are missed: by the seats, and by what stands above. */
function isMissed({ seats, seat, ballot }: VoteRoom): boolean {
  return (
    seats.value !== undefined && seat.held.value !== undefined && ballot.own.value === undefined
  );
}

type StateProps = Pick<VotingProps, 'room' | 'view'>;

/** The one line that says how things stand, or what went wrong with the vote. */
function State(props: StateProps) {
  const lost = props.room.ballot.lost.value;
  return (
    <h1 class="said" tabIndex={-1} data-goes-on>
      {lost === undefined ? (
        stateOf(props)
      ) : (
        <span class="trouble" role="alert">
          {reasonOf(lost)}
        </span>
      )}
    </h1>
  );
}

function stateOf({ view, room }: StateProps): Rich {
  const pending = room.ballot.pending.value;
  const own = room.ballot.own.value;
  if (view.result !== undefined) return said(summary(view.choices, view.result));
  if (!view.open) return words.closed;
  if (room.seat.held.value === undefined) return commonWords.said.opened;
  if (pending !== undefined) return rich(words.sending, { choice: <bdi>{pending}</bdi> });
  return own === undefined ? words.open : rich(words.voted, { choice: <bdi>{own}</bdi> });
}

/** A vote that may or may not have arrived is another matter than one that was refused. */
function reasonOf({ choice, kind }: LostVote): Rich {
  const isUnsure = kind === 'offline' || kind === 'failed' || kind === 'unclear';
  return isUnsure ? rich(words.lost, { choice: <bdi>{choice}</bdi> }) : problemText(kind);
}

/** What a screen reader is told. */
export function VoterNews({ told }: { readonly told: Told<VoterFact> | undefined }) {
  return <>{spoken(told, voterNews)}</>;
}
