import { inviteWords as words } from '../i18n/en/invite';
import { controlWords } from '../i18n/words';
import { type Invite, isInviteKey } from '../state/invite';
import '../styles/invite.css';
import { CopyLink } from './CopyLink';
import { isWrittenIn } from './is_written_in';
import { plainKey } from './plain_key';
import { QrCode } from './QrCode';

/** What an invitation needs. */
export interface InvitationProps {
  readonly invite: Invite;
  /** Whether nobody new gets in with it. */
  readonly isLocked: boolean;
}

/** Where the seats will be, as long as nobody has one: the way to them, to be read from a shared screen. */
export function Invitation({ invite, isLocked }: InvitationProps) {
  return (
    <section class="invitation" aria-labelledby="invitation-heading">
      <QrCode link={invite.copier.link} label={words.code} />
      <div class="invitation-words">
        <h1 id="invitation-heading">{words.heading}</h1>
        <p>{words.text}</p>
        <SpokenLink invite={invite} />
        <div class="invitation-ways">
          <CopyLink action={controlWords.copy} label={controlWords.link} copier={invite.copier} />
          <ShareButton invite={invite} />
        </div>
        {isLocked && <p class="invitation-locked">{controlWords.door.invitation}</p>}
      </div>
    </section>
  );
}

/** The same, laid over the whole screen: a tap beside it or Escape takes it away. */
export function InviteOverlay({ invite, isLocked }: InvitationProps) {
  return (
    <dialog
      ref={show}
      class="invite"
      aria-labelledby="invite-heading"
      // It tells late: by then another one may be open.
      onClose={({ currentTarget }) => currentTarget.isConnected && invite.close()}
      onCancel={({ currentTarget }) => close(currentTarget, invite)}
      onClick={({ target, currentTarget }) =>
        target === currentTarget && close(currentTarget, invite)
      }
      onKeyDown={(event) => {
        if (!isInviteKey(plainKey(event)) || isWrittenIn(event.target)) return;
        event.stopPropagation(); // or it would invite once more
        close(event.currentTarget, invite);
      }}
    >
      <div class="invite-sheet">
        <QrCode link={invite.copier.link} label={words.code} />
        <div class="invitation-words">
          <h2 id="invite-heading">{words.heading}</h2>
          <SpokenLink invite={invite} />
          {isLocked && <p class="invitation-locked">{controlWords.door.invitation}</p>}
          <div class="invitation-ways">
            <CopyLink
              action={controlWords.copy}
              label={controlWords.link}
              copier={invite.copier}
              isSecret
            />
            <ShareButton invite={invite} />
            <button
              type="button"
              class="button"
              onClick={({ currentTarget }) => close(currentTarget.closest('dialog'), invite)}
            >
              {words.close}
            </button>
          </div>
        </div>
      </div>
    </dialog>
  );
}

/** Stays the same function, so that it is called once: when the dialog appears. */
function show(dialog: HTMLDialogElement | null): void {
  dialog?.showModal();
}

/** First the dialog, which gives the focus back; that it has closed it tells only later. */
function close(dialog: HTMLDialogElement | null, invite: Invite): void {
  dialog?.close();
  invite.close();
}

interface PartProps {
  readonly invite: Invite;
}

/** Gaps that are only seen: what is marked and copied is the link. */
function SpokenLink({ invite: { spoken } }: PartProps) {
  return (
    <p class="spoken" dir="ltr" translate={false}>
      <span>{spoken.host}</span>
      <b>
        {spoken.groups.map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </b>
    </p>
  );
}

function ShareButton({ invite }: PartProps) {
  if (!invite.canShare) return null;
  return (
    <button type="button" class="button" onClick={() => invite.share()}>
      {words.share}
    </button>
  );
}
