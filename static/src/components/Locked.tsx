import { lockedWords } from '../i18n/host_words';
import type { LockReason } from '../state/control_room';

/** What the locked page needs. */
export interface LockedProps {
  readonly voteLink: string;
  readonly reason: LockReason;
}

/** Control without a key that fits: why, how to get one, and where to vote meanwhile. */
export function Locked({ voteLink, reason }: LockedProps) {
  const { heading, why, ask, allow, vote } = lockedWords;
  return (
    <main class="notice">
      <h1>{heading[reason]}</h1>
      <p>
        {why[reason]} {reason === 'cookieless' ? allow : ask}
      </p>
      <a class="button button-strong" href={voteLink}>
        {vote}
      </a>
    </main>
  );
}
