import type { SeatKey } from '../api/voter_wire';
import { Announcer } from '../components/Announcer';
import { CardTable } from '../components/CardTable';
import { Header } from '../components/Header';
import { JoinForm } from '../components/JoinForm';
import { Loading } from '../components/Loading';
import { MoreActions, type ShowDevice } from '../components/MoreActions';
import { Over } from '../components/Over';
import { Progress } from '../components/Progress';
import { Result } from '../components/Result';
import { TimerBar } from '../components/TimerBar';
import { TopicLine } from '../components/TopicLine';
import { Trouble } from '../components/Trouble';
import { WhoLeads } from '../components/WhoLeads';
import { problemText } from '../i18n/problems';
import type { Rich } from '../i18n/rich';
import { commonWords, voteWords } from '../i18n/words';
import { seatHash } from '../model/seat_link';
import type { VoterView } from '../model/voter';
import type { LostVote, VoteRoom } from '../state/vote_room';

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
      {phase === 'joining' && (
        <JoinForm
          title={view?.title ?? ''}
          suggestedName={room.suggestedName.value}
          notice={room.notice.value}
          isLocked={view?.locked === true}
          isJoining={room.isJoining.value}
          trouble={room.trouble.value}
          onJoin={(name) => room.join(name)}
          onWatch={() => room.watch()}
        />
      )}
      {isIn && view !== undefined && (
        <Table room={room} view={view} here={here} fetchDevice={fetchDevice} />
      )}
      <Announcer />
    </>
  );
}

interface TableProps extends Omit<VotePageProps, 'home'> {
  readonly view: VoterView;
}

function Table({ room, view, here, fetchDevice }: TableProps) {
  const seat = room.seat.value;
  const { controlRequest } = room;
  return (
    <main class="table">
      <div class="table-lines">
        {(view.open || view.result) && <TopicLine topic={view.topic} attempt={view.attempt} />}
        <State room={room} view={view} />
        {view.open && <Progress progress={view.progress} />}
        {view.result && <p class="progress">{voteWords.closed}</p>}
        {!view.open && view.results === 'controllers' && <p class="progress">{voteWords.hidden}</p>}
        <TimerBar left={room.countdown.left.value} />
        <WhoLeads
          control={controlRequest.control.value}
          secondsLeft={controlRequest.left.value.value}
          name={seat?.name}
          isMine={controlRequest.isMine.value}
          controlPage={`${here}/control`}
          onAsk={() => controlRequest.ask()}
          onObject={() => controlRequest.object()}
        />
      </div>
      {view.result === undefined ? (
        seat && (
          <CardTable
            choices={view.choices}
            isOpen={view.open}
            chosen={view.own}
            pending={room.pending.value}
            onPick={(choice) => room.vote(choice)}
          />
        )
      ) : (
        <Result choices={view.choices} result={view.result} />
      )}
      <footer class="table-footer">
        <Trouble kind={room.trouble.value} />
        {seat === undefined ? (
          <Watching room={room} />
        ) : (
          <Seated room={room} seat={seat} here={here} fetchDevice={fetchDevice} />
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
  readonly seat: SeatKey;
}

function Seated({ room, seat, here, fetchDevice }: SeatedProps) {
  const { name } = seat;
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
      <MoreActions
        name={name}
        renameTrouble={room.renameTrouble.value}
        onRename={(to) => room.rename(to)}
        onWatch={() => room.watchInstead()}
        link={here + seatHash(seat)}
        fetchDevice={fetchDevice}
      />
    </>
  );
}

/** The one line that says how things stand, or what went wrong with the vote. */
function State({ room, view }: Pick<TableProps, 'room' | 'view'>) {
  const lost = room.lost.value;
  return (
    <h1 class="state" tabIndex={-1} data-goes-on>
      {lost === undefined ? (
        stateOf(view, room.pending.value, room.seat.value !== undefined)
      ) : (
        <span class="trouble" role="alert">
          {reasonOf(lost)}
        </span>
      )}
    </h1>
  );
}

function stateOf(
  { open, own, result }: VoterView,
  pending: string | undefined,
  isSeated: boolean,
): Rich {
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
export function votePageTitle({ phase, view }: VoteRoom): string {
  const titles = voteWords.pageTitle;
  if (phase.value === 'over') return titles.over;
  if (phase.value === 'joining') return titles.joining;
  if (phase.value === 'loading' || view.value === undefined) return '';
  const { open, own, result } = view.value;
  if (open && phase.value === 'watching') return titles.watching;
  if (open) return own === undefined ? titles.open : titles.voted;
  return result === undefined ? titles.closed : titles.result;
}
