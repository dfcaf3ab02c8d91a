import { controlWords } from '../i18n/words';
import type { LockReason } from '../state/control_room';

/** What the locked page needs. */
export interface LockedProps {
  readonly voteLink: string;
  readonly reason: LockReason;
}

/** Control without a key that fits: why, how to get one, and where to vote meanwhile. */
export function Locked({ voteLink, reason }: LockedProps) {
  const { heading, why, text, vote } = controlWords.locked;
  return (
    <main class="notice">
      <h1>{heading[reason]}</h1>
      <p>
        {why[reason]} {text}
      </p>
      <a class="button button-strong" href={voteLink}>
        {vote}
      </a>
    </main>
  );
}
