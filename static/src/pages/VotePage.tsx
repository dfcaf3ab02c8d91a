import { Announcer } from '../components/Announcer';
import { Header } from '../components/Header';
import { JoinForm } from '../components/JoinForm';
import { Loading } from '../components/Loading';
import { lately } from '../components/lately';
import { Over } from '../components/Over';
import type { ShowDevice } from '../components/SeatPanel';
import { voteWords } from '../i18n/words';
import type { DeviceSettings } from '../state/device_settings';
import type { VoteRoom } from '../state/vote_room';

/** What the vote page needs. */
export interface VotePageProps {
  readonly room: VoteRoom;
  /** The address of the home page. */
  readonly home: string;
  /** The address of this page. */
  readonly here: string;
  readonly fetchDevice: () => Promise<ShowDevice>;
  readonly settings: DeviceSettings;
}

/** Fetched at once: it is here when somebody has joined, and who joins sees the form before. */
const Voting = lately(async () => (await import('../components/Voting')).Voting);
Voting.fetch();
const VoterNews = lately(async () => (await import('../components/Voting')).VoterNews);

/** Join, then vote. */
export function VotePage({ room, home, ...props }: VotePageProps) {
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
      {isIn && view !== undefined && <Voting room={room} view={view} {...props} />}
      <Announcer>
        <VoterNews told={room.news.last.value} />
      </Announcer>
    </>
  );
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
