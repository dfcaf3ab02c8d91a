import type { Signal } from '@preact/signals-core';
import type { FunctionComponent } from 'preact';
import { Announcer, spoken } from '../components/Announcer';
import type { HostLinks } from '../components/Folds';
import { Header } from '../components/Header';
import { InviteButton } from '../components/InviteButton';
import { Loading } from '../components/Loading';
import { lately } from '../components/lately';
import { MainButton } from '../components/MainButton';
import { NextRound } from '../components/NextRound';
import { Over } from '../components/Over';
import { RoundTools } from '../components/RoundTools';
import { Stage } from '../components/Stage';
import { Trouble } from '../components/Trouble';
import { UndoBar } from '../components/UndoBar';
import { hostNews } from '../i18n/host_news';
import { controlWords } from '../i18n/host_words';
import { text } from '../i18n/message';
import { type ControllerView, mainAction, progress, revealed } from '../model/controller';
import type { ControlRoom } from '../state/control_room';
import type { DeviceSettings } from '../state/device_settings';
import type { Invite } from '../state/invite';
import type { OwnVote as OwnVoteState } from '../state/own_vote';

const Folds = lately(async () => (await import('../components/Folds')).Folds);
const HostResult = lately(async () => (await import('../components/HostResult')).HostResult);
const Locked = lately(async () => (await import('../components/Locked')).Locked);
const Invitation = lately(async () => (await import('../components/Invitation')).Invitation);
const InviteOverlay = lately(async () => (await import('../components/Invitation')).InviteOverlay);
const KeysHelp = lately(async () => (await import('../components/KeysHelp')).KeysHelp);

/** What the control page needs. */
export interface ControlPageProps {
  readonly room: ControlRoom;
  readonly ownVote: OwnVoteState;
  readonly settings: DeviceSettings;
  readonly LanguagePicker: FunctionComponent;
  readonly invite: Invite;
  /** Whether the page says what keys do. */
  readonly isHelpOpen: Signal<boolean>;
  /** The address of the home page. */
  readonly home: string;
  readonly links: HostLinks;
}

/** Leads a session: begin, stop, look at the result, reset. */
export function ControlPage(props: ControlPageProps) {
  const { room, home, links, invite, isHelpOpen } = props;
  const view = room.view.value;
  const phase = room.phase.value;
  return (
    <>
      <Header
        title={phase === 'ready' ? (view?.title ?? '') : ''}
        status={room.status.value}
        nods={phase === 'ready' && view?.open === true}
      >
        {phase === 'ready' && <InviteButton invite={invite} />}
      </Header>
      {phase === 'loading' && <Loading status={room.status.value} trouble={room.trouble.value} />}
      {(phase === 'over' || phase === 'nowhere') && <Over home={home} why={phase} />}
      {phase === 'locked' && <Locked voteLink={links.vote.link} reason={room.lockReason.value} />}
      {phase === 'ready' && view !== undefined && <Desk {...props} view={view} />}
      {isHelpOpen.value && (
        <KeysHelp
          settings={props.settings}
          onClose={() => {
            isHelpOpen.value = false;
          }}
        />
      )}
      {phase === 'ready' && view !== undefined && invite.isOpen.value && (
        <InviteOverlay invite={invite} isLocked={view.locked} />
      )}
      <Announcer>{spoken(room.news.last.value, hostNews)}</Announcer>
    </>
  );
}

interface DeskProps extends ControlPageProps {
  readonly view: ControllerView;
}

/** On one side what everybody looks at, with the next step; on the other what is read and prepared. */
function Desk({ room, ownVote, view, invite, links, ...props }: DeskProps) {
  const { settings, LanguagePicker } = props;
  const { steps, nextRound } = room;
  const left = room.countdown.left.value;
  const result = revealed(view);
  const action = mainAction(view);
  return (
    <main class="desk" tabIndex={-1} data-goes-on>
      <div class="desk-main">
        {view.participants.length === 0 && result === undefined && !view.open ? (
          <Invitation invite={invite} isLocked={view.locked} />
        ) : (
          <Stage view={view} people={room.people} left={left} />
        )}
        <div class="way">
          <Trouble kind={room.trouble.value} />
          <UndoBar note={room.undoNote} />
          <MainButton action={action} steps={steps} next={nextRound} />
        </div>
        <RoundTools view={view} steps={steps} left={left} />
        {!view.open && <NextRound next={nextRound} steps={steps} />}
      </div>
      <div class="desk-side">
        <HostResult agreement={room.agreement} choices={view.choices} result={result} />
        <Folds
          room={room}
          ownVote={ownVote}
          settings={settings}
          view={view}
          links={links}
          LanguagePicker={LanguagePicker}
        />
      </div>
    </main>
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
  return text(titles.stop, { count: voted, of });
}
