import { controlWords } from '../i18n/words';

/** What the locked page needs. */
export interface LockedProps {
  readonly voteLink: string;
  /** Whether there was a key, which did not fit. */
  readonly isKeyWrong: boolean;
}

/** Control without a key: how to get one, and where to vote meanwhile. */
export function Locked({ voteLink, isKeyWrong }: LockedProps) {
  const { heading, text, wrong, vote } = controlWords.locked;
  return (
    <main class="notice">
      <h1>{heading}</h1>
      {isKeyWrong && <p class="trouble">{wrong}</p>}
      <p>{text}</p>
      <a class="button button-strong" href={voteLink}>
        {vote}
      </a>
    </main>
  );
}
