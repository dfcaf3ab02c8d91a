import { signal } from '@preact/signals-core';
import type { SeatKey } from '../api/voter_wire';
import { Announcer } from '../components/Announcer';
import { CardTable } from '../components/CardTable';
import { Header } from '../components/Header';
import { JoinForm } from '../components/JoinForm';
import { Loading } from '../components/Loading';
import { lately } from '../components/lately';
import type { ShowDevice } from '../components/MoreActions';
import { Over } from '../components/Over';
import { Progress } from '../components/Progress';
import { Result } from '../components/Result';
import { TimerBar } from '../components/TimerBar';
import { TopicLine } from '../components/TopicLine';
import { Trouble } from '../components/Trouble';
import { problemText } from '../i18n/problems';
import type { Rich } from '../i18n/rich';
import { voterNews } from '../i18n/voter_news';
import { commonWords, voteWords } from '../i18n/words';
import { seatHash } from '../model/seat_link';
import type { VoterView } from '../model/voter';
import type { Ballot, LostVote } from '../state/ballot';
import type { VoteRoom } from '../state/vote_room';

/** What the vote page needs. */
export interface VotePageProps {
  readonly room: VoteRoom;
  /** The address of the home page. */
  readonly home: string;
  /** The address of this page. */
  readonly here: string;
  readonly fetchDevice: () => Promise<ShowDevice>;
}

/** Join, then vote. */
export function VotePage({ room, home, here, fetchDevice }: VotePageProps) {
  const view = room.view.value;
  const phase = room.phase.value;
  const isIn = phase === 'seated' || phase === 'watching';
  return (
    <>
      <Header
        title={isIn ? (view?.title ?? '') : ''}
        status={room.status.value}
        nods={isIn && view?.open === true}
      />
      {phase === 'loading' && <Loading status={room.status.value} trouble={room.trouble.value} />}
      {(phase === 'over' || phase === 'nowhere') && <Over home={home} why={phase} />}
      {phase === 'joining' && <JoinForm room={room} />}
      {isIn && view !== undefined && (
        <Table room={room} view={view} here={here} fetchDevice={fetchDevice} />
      )}
      <Announcer told={room.news.last.value} say={voterNews} />
    </>
  );
}

const WhoLeads = lately(async () => (await import('../components/WhoLeads')).WhoLeads);
const MoreActions = lately(async () => (await import('../components/MoreActions')).MoreActions);
/** Whether somebody has looked below the cards. */
const isMoreWanted = signal(false);

interface TableProps extends Omit<VotePageProps, 'home'> {
  readonly view: VoterView;
}

function Table({ room, view, here, fetchDevice }: TableProps) {
  const seat = room.seat.held.value;
  const { ballot } = room;
  return (
    <main class="table">
      <div class="table-lines">
        {(view.open || view.result) && <TopicLine topic={view.topic} attempt={view.attempt} />}
        <State ballot={ballot} view={view} isSeated={seat !== undefined} />
        {view.open && <Progress progress={view.progress} />}
        {view.result && <p class="progress">{voteWords.closed}</p>}
        {!view.open && view.results === 'controllers' && <p class="progress">{voteWords.hidden}</p>}
        <TimerBar left={room.countdown.left.value} />
        {room.controlRequest.isNews && (
          <WhoLeads
            request={room.controlRequest}
            name={seat?.name}
            controlPage={`${here}/control`}
          />
        )}
      </div>
      {view.result === undefined ? (
        seat && (
          <CardTable
            choices={view.choices}
            isOpen={view.open}
            chosen={ballot.own.value}
            pending={ballot.pending.value}
            onPick={(choice) => ballot.vote(choice)}
          />
        )
      ) : (
        <Result choices={view.choices} result={view.result} />
      )}
      <footer class="table-footer">
        <Trouble kind={room.trouble.value} />
        {room.status.value === 'cookieless' && (
          <p class="trouble" role="status">
            {voteWords.cookieless}
          </p>
        )}
        {seat === undefined ? (
          <Watching room={room} />
        ) : (
          <Seated room={room} held={seat} here={here} fetchDevice={fetchDevice} />
        )}
      </footer>
    </main>
  );
}

function Watching({ room }: Pick<TableProps, 'room'>) {
  return (
    <>
      <span class="table-you">{voteWords.watching}</span>
      <button type="button" class="quiet" onClick={() => room.joinInstead()}>
        {voteWords.joinVote}
      </button>
    </>
  );
}

interface SeatedProps extends Omit<TableProps, 'view'> {
  readonly held: SeatKey;
}

function Seated({ room, held, here, fetchDevice }: SeatedProps) {
  const { name } = held;
  return (
    <>
      <span class="table-you">{voteWords.you(<bdi>{name}</bdi>)}</span>
      <button
        type="button"
        class="quiet"
        aria-label={voteWords.notYou(name)}
        onClick={() => room.becomeSomebodyElse()}
      >
        {voteWords.somebodyElse}
      </button>
      <button type="button" class="quiet" onClick={() => room.leave()}>
        {voteWords.leave}
      </button>
      <details
        class="more"
        onToggle={() => {
          isMoreWanted.value = true;
        }}
      >
        <summary class="quiet">{voteWords.more}</summary>
        {isMoreWanted.value && (
          <MoreActions
            seat={room.seat}
            held={held}
            onWatch={() => room.watchInstead()}
            link={here + seatHash(held)}
            fetchDevice={fetchDevice}
          />
        )}
      </details>
    </>
  );
}

interface StateProps {
  readonly ballot: Ballot;
  readonly view: VoterView;
  readonly isSeated: boolean;
}

/** The one line that says how things stand, or what went wrong with the vote. */
function State(props: StateProps) {
  const lost = props.ballot.lost.value;
  return (
    <h1 class="state" tabIndex={-1} data-goes-on>
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

function stateOf({ view: { open, result }, ballot, isSeated }: StateProps): Rich {
  const pending = ballot.pending.value;
  const own = ballot.own.value;
  if (!open && result === undefined) return voteWords.closed;
  if (!isSeated) return open ? commonWords.said.opened : commonWords.said.closed;
  if (pending !== undefined) return voteWords.sending(<bdi>{pending}</bdi>);
  if (own !== undefined) return voteWords.voted(<bdi>{own}</bdi>);
  return open ? voteWords.open : voteWords.noVote;
}

/** A vote that may or may not have arrived is another matter than one that was refused. */
function reasonOf({ choice, kind }: LostVote): Rich {
  const isUnsure = kind === 'offline' || kind === 'failed' || kind === 'unclear';
  return isUnsure ? voteWords.lost(<bdi>{choice}</bdi>) : problemText(kind);
}

/** What the tab says. Never the vote itself: the screen may be shared. */
export function votePageTitle({ phase, view, ballot }: VoteRoom): string {
  const titles = voteWords.pageTitle;
  if (phase.value === 'over') return titles.over;
  if (phase.value === 'joining') return titles.joining;
  if (phase.value === 'loading' || view.value === undefined) return '';
  const { open, result } = view.value;
  if (open && phase.value === 'watching') return titles.watching;
  if (open) return ballot.own.value === undefined ? titles.open : titles.voted;
  return result === undefined ? titles.closed : titles.result;
}
