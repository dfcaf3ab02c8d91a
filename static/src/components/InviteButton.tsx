import { inviteWords } from '../i18n/host_words';
import type { Invite } from '../state/invite';

/** What inviting at any time needs. */
export interface InviteButtonProps {
  readonly invite: Invite;
}

/** Lays the invitation over the screen; so does the key. */
export function InviteButton({ invite }: InviteButtonProps) {
  return (
    <button
      type="button"
      class="pill"
      aria-haspopup="dialog"
      aria-keyshortcuts="I"
      title={inviteWords.inviteKey}
      onClick={() => invite.open()}
    >
      {inviteWords.invite}
    </button>
  );
}
