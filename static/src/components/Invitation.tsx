import { inviteWords as words } from '../i18n/host_words';
import type { Invite } from '../state/invite';
import '../styles/invite.css';
import { CopyLink } from './CopyLink';
import { isWrittenIn } from './is_written_in';
import { closeModal, Modal } from './Modal';
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
          <CopyLink action={words.copy} label={words.link} copier={invite.copier} />
          <ShareButton invite={invite} />
        </div>
        {isLocked && <p class="invitation-locked">{words.locked}</p>}
      </div>
    </section>
  );
}

/** The same, laid over the whole screen: a tap beside it, Escape or the key that has called it takes it away. */
export function InviteOverlay({ invite, isLocked }: InvitationProps) {
  const onClose = () => invite.close();
  return (
    <Modal
      label={words.heading}
      kind="invite"
      onClose={onClose}
      onKeyDown={(event) => {
        if (plainKey(event).toLowerCase() !== 'i' || isWrittenIn(event.target)) return;
        event.stopPropagation(); // or it would invite once more
        closeModal(event.currentTarget, onClose);
      }}
    >
      <QrCode link={invite.copier.link} label={words.code} />
      <div class="invitation-words">
        <h2>{words.heading}</h2>
        <SpokenLink invite={invite} />
        {isLocked && <p class="invitation-locked">{words.locked}</p>}
        <div class="invitation-ways">
          <CopyLink action={words.copy} label={words.link} copier={invite.copier} isSecret />
          <ShareButton invite={invite} />
          <button
            type="button"
            class="button"
            onClick={({ currentTarget }) => closeModal(currentTarget, onClose)}
          >
            {words.close}
          </button>
        </div>
      </div>
    </Modal>
  );
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
