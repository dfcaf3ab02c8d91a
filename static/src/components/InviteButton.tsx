import '../styles/host.css';
import { controlWords } from '../i18n/words';
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
      title={controlWords.inviteKey}
      onClick={() => invite.open()}
    >
      {controlWords.invite}
    </button>
  );
}
