import type { FunctionComponent } from 'preact';
import { rich } from '../i18n/message';
import { problemText } from '../i18n/problems';
import type { Rich } from '../i18n/rich';
import { said } from '../i18n/said';
import { voterNews } from '../i18n/voter_news';
import { commonWords, votingWords as words } from '../i18n/words';
import { askersOf, places, turnOwn } from '../model/seat_cards';
import { summary } from '../model/summary';
import type { Seat } from '../model/table';
import type { VoterView } from '../model/voter';
import type { LostVote } from '../state/ballot';
import type { DeviceSettings } from '../state/device_settings';
import type { VoterFact } from '../state/news';
import type { VoteRoom } from '../state/vote_room';
import '../styles/table.css';
import '../styles/round.css';
import '../styles/vote.css';
import { spoken } from './Announcer';
import { AskButton, ownQuestion } from './AskButton';
import { Hand } from './Hand';
import { lately } from './lately';
import { Progress } from './Progress';
import { Questions } from './Questions';
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
  readonly LanguagePicker: FunctionComponent;
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
          ladder={view.ladder}
          onPick={(choice) => ballot.vote(choice)}
        />
      )}
      <VoterFooter room={room} {...props} />
    </main>
  );
}

function Middle({ room, view, here }: Pick<VotingProps, 'room' | 'view' | 'here'>) {
  const { open, result, questions } = view;
  const seat = room.seat.held.value;
  const voted = open ? undefined : room.ballot.own.value;
  const shown = places(room.seats.value ?? [], view.choices, result);
  const isAmongThem = shown.some(({ number }) => number === seat?.number);
  return (
    <Table
      places={turnOwn(shown, seat?.number, voted)}
      stage={open ? 'open' : result ? 'revealed' : 'none'}
      own={seat?.number}
      questions={questions}
    >
      {(open || result) && <TopicLine topic={view.topic} attempt={view.attempt} />}
      <State room={room} view={view} />
      {open && questions.length > 0 && (
        <Questions names={askersOf(questions, room.seats.value ?? [])} />
      )}
      {open && questions.length === 0 && (
        <Progress progress={room.progress.value} isMissed={isMissed(room)} />
      )}
      {result && <Speakers result={result} otherwise={words.closed} />}
      {!open && view.results === 'controllers' && <p class="said-more">{words.hidden}</p>}
      {voted !== undefined && !isAmongThem && (
        <p class="said-more">{rich(words.voted, { choice: <bdi>{voted}</bdi> })}</p>
      )}
      {/* Where the result has a second line. */}
      {result === undefined && (
        <div class="timer-place">
          <TimerBar left={room.countdown.left.value} rests={view.timer?.rests} />
          {open && seat && (
            <AskButton
              isRaised={questions.some(({ number }) => number === seat.number)}
              onTurn={(isRaised) => room.raise(isRaised)}
            />
          )}
        </div>
      )}
      {room.controlRequest.isNews && (
        <WhoLeads request={room.controlRequest} name={seat?.name} controlPage={`${here}/control`} />
      )}
    </Table>
  );
}

/** The reader's seat among all, where they are told one by one. */
function ownSeat({ seats, seat }: VoteRoom): Seat | undefined {
  return seats.value?.find(({ number }) => number === seat.held.value?.number);
}

/** Whether the reader is told apart from the others who are missed: by the seats, and by what stands above. */
function isMissed(room: VoteRoom): boolean {
  return ownSeat(room)?.state === 'waiting';
}

/** Whether there may be a vote that this page was not told of yet. */
function mayHaveVoted(room: VoteRoom): boolean {
  const state = ownSeat(room)?.state;
  return room.isExpected.value && (state === undefined || state === 'voted');
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
  if (own !== undefined) return rich(words.voted, { choice: <bdi>{own}</bdi> });
  return mayHaveVoted(room) ? commonWords.said.opened : words.open;
}

/** A vote that may or may not have arrived is another matter than one that was refused. */
function reasonOf({ choice, kind }: LostVote): Rich {
  const isUnsure = kind === 'offline' || kind === 'failed' || kind === 'unclear';
  return isUnsure ? rich(words.lost, { choice: <bdi>{choice}</bdi> }) : problemText(kind);
}

/** What a screen reader is told. */
export function VoterNews({ room }: { readonly room: VoteRoom }) {
  const name = room.seat.held.value?.name;
  const say = (fact: VoterFact) => (ownQuestion.hasDone(fact, name) ? '' : voterNews(fact));
  return <>{spoken(room.news.last.value, say)}</>;
}
