import { AgreeForm } from '../components/AgreeForm';
import { Announcer } from '../components/Announcer';
import { HandOver } from '../components/HandOver';
import { Header } from '../components/Header';
import { HistoryFold, type HistoryFoldProps } from '../components/HistoryFold';
import { Loading } from '../components/Loading';
import { Locked } from '../components/Locked';
import { MainButton } from '../components/MainButton';
import { NextRound } from '../components/NextRound';
import { OtherCards } from '../components/OtherCards';
import { Over } from '../components/Over';
import { OwnVote } from '../components/OwnVote';
import { Participants } from '../components/Participants';
import { RoundTools } from '../components/RoundTools';
import { Share } from '../components/Share';
import { Stage } from '../components/Stage';
import { Topics } from '../components/Topics';
import { Trouble } from '../components/Trouble';
import { UndoBar } from '../components/UndoBar';
import { learnProblems } from '../i18n/problems';
import { controlWords, hostProblems } from '../i18n/words';
import { type ControllerView, mainAction, progress, revealed, seats } from '../model/controller';
import { shownTopic } from '../model/round';
import type { ControlRoom } from '../state/control_room';
import type { Copier } from '../state/copier';
import type { OwnVote as OwnVoteState } from '../state/own_vote';

learnProblems(hostProblems);

const LAST_CALL_SECONDS = 10;

/** What the control page needs. */
export interface ControlPageProps {
  readonly room: ControlRoom;
  readonly ownVote: OwnVoteState;
  /** The address of the home page. */
  readonly home: string;
  readonly links: ControlLinks;
}

/** The links that are handed out from here. */
export interface ControlLinks {
  readonly vote: Copier;
  /** The control link that was made last, if any. */
  readonly control: Copier | undefined;
  /** The history as a file. */
  readonly history: HistoryFoldProps['file'];
}

/** Leads a session: begin, stop, look at the result, reset. */
export function ControlPage({ room, ownVote, home, links }: ControlPageProps) {
  const view = room.view.value;
  const phase = room.phase.value;
  return (
    <>
      <Header
        title={phase === 'ready' ? (view?.title ?? '') : ''}
        status={room.status.value}
        nods={phase === 'ready' && view?.open === true}
      />
      {phase === 'loading' && <Loading status={room.status.value} trouble={room.trouble.value} />}
      {(phase === 'over' || phase === 'nowhere') && <Over home={home} why={phase} />}
      {phase === 'locked' && <Locked voteLink={links.vote.link} reason={room.lockReason.value} />}
      {phase === 'ready' && view !== undefined && (
        <Desk room={room} ownVote={ownVote} view={view} links={links} />
      )}
      <Announcer />
    </>
  );
}

interface DeskProps {
  readonly room: ControlRoom;
  readonly ownVote: OwnVoteState;
  readonly view: ControllerView;
  readonly links: ControlLinks;
}

function Desk({ room, ownVote, view, links }: DeskProps) {
  const result = revealed(view);
  return (
    <main class="desk" tabIndex={-1} data-goes-on>
      <div class="desk-side">
        <MainButton
          action={mainAction(view)}
          isResting={room.isResting.value}
          onAct={(action) => room.act(action)}
        />
        {mainAction(view) === 'start' && (
          <NextRound next={room.nextRound} onBegin={() => room.act('start')} />
        )}
        <Participants
          seats={seats(view)}
          isRevealed={result !== undefined}
          date={room.date.value}
          isLocked={view.locked}
          onTurnDoor={() => room.turnDoor()}
          asking={room.kicking.about.value}
          onTapKick={(name) => room.tapKick(name)}
          onGiveUpKick={() => room.kicking.giveUp()}
        />
        <OwnVote own={ownVote} />
      </div>
      <div class="desk-main">
        <Trouble kind={room.trouble.value} />
        <UndoBar shown={room.undoNote.shown.value} onUndo={() => room.undo()} />
        <Stage view={view} left={room.countdown.left.value} />
        {result !== undefined && (
          <AgreeForm
            agreement={room.agreement}
            recorded={view.agreed}
            onRecord={() => room.agree()}
          />
        )}
        <Tools room={room} view={view} />
        <div class="desk-folds">
          <Topics
            topics={view.topics}
            list={room.topicList}
            onTake={(topic) => room.nextRound.take(topic)}
          />
          <HistoryFold
            count={view.rounds}
            desk={room.historyDesk}
            date={room.date.value}
            file={links.history}
          />
          <OtherCards
            isClosed={!view.open}
            change={room.deckChange}
            onChange={() => room.changeDeck()}
          />
        </div>
        <Share voteLink={links.vote} isLocked={view.locked}>
          {view.controlKeys !== undefined && (
            <HandOver
              controlKeys={view.controlKeys}
              handOver={room.handOver}
              link={links.control}
            />
          )}
        </Share>
      </div>
    </main>
  );
}

/** More or less time while the vote is open; once more, or on to the next topic, when it has closed. */
function Tools({ room, view }: Pick<DeskProps, 'room' | 'view'>) {
  const next = room.nextRound.next.value;
  const isResting = room.isResting.value;
  if (revealed(view) !== undefined) {
    return (
      <RoundTools
        isResting={isResting}
        onAgain={() => room.voteAgain()}
        onNext={next === '' ? undefined : () => room.voteOnNext()}
        next={shownTopic(next).text}
      />
    );
  }
  if (!view.open) return null;
  const { voted, of } = progress(view);
  const left = room.countdown.left.value;
  return (
    <RoundTools
      isResting={isResting}
      isLate={left !== undefined && left.seconds <= LAST_CALL_SECONDS}
      onAddTime={() => room.changeTime({ add: 30 })}
      onStopTimer={view.timer && (() => room.changeTime({ seconds: 0 }))}
      onLastCall={voted < of ? () => room.changeTime({ seconds: LAST_CALL_SECONDS }) : undefined}
    />
  );
}

/** What the tab says. */
export function controlPageTitle({ phase, view, lockReason }: ControlRoom): string {
  const titles = controlWords.pageTitle;
  if (phase.value === 'over') return titles.over;
  if (phase.value === 'locked') {
    return lockReason.value === 'cookieless' ? titles.cookieless : titles.locked;
  }
  if (phase.value === 'loading' || view.value === undefined) return '';
  const action = mainAction(view.value);
  if (action !== 'stop') return titles[action];
  const { voted, of } = progress(view.value);
  return titles.stop(voted, of);
}
