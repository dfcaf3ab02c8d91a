import type { FunctionComponent } from 'preact';
import { Announcer } from '../components/Announcer';
import { Header } from '../components/Header';
import { JoinForm } from '../components/JoinForm';
import { Loading } from '../components/Loading';
import { Over } from '../components/Over';
import { voteWords } from '../i18n/words';
import type { VoterView } from '../model/voter';
import type { VoteRoom } from '../state/vote_room';

/** What voting is shown with. */
export interface VotingProps {
  readonly view: VoterView;
}

/** What the news of a voter needs. */
export interface VoterNewsProps {
  readonly room: VoteRoom;
}

/** What the vote page needs. */
export interface VotePageProps {
  readonly room: VoteRoom;
  /** The address of the home page. */
  readonly home: string;
  /** What is shown to who has joined. */
  readonly Voting: FunctionComponent<VotingProps>;
  /** What a screen reader is told then. */
  readonly VoterNews: FunctionComponent<VoterNewsProps>;
  readonly LanguagePicker: FunctionComponent;
}

/** Join, then vote. */
export function VotePage({ room, home, Voting, VoterNews, LanguagePicker }: VotePageProps) {
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
      {phase === 'joining' && <JoinForm room={room} LanguagePicker={LanguagePicker} />}
      {isIn && view !== undefined && <Voting view={view} />}
      <Announcer>
        <VoterNews room={room} />
      </Announcer>
    </>
  );
}

/** What the tab says. Never the vote itself: the screen may be shared. */
export function votePageTitle({ phase, view, ballot, isExpected }: VoteRoom): string {
  const titles = voteWords.pageTitle;
  if (phase.value === 'over') return titles.over;
  if (phase.value === 'joining') return titles.joining;
  if (phase.value === 'loading' || isExpected.value || view.value === undefined) return '';
  const { open, result } = view.value;
  if (open && phase.value === 'watching') return titles.watching;
  if (open) return ballot.own.value === undefined ? titles.open : titles.voted;
  return result === undefined ? titles.closed : titles.result;
}
