import { commonWords } from '../i18n/words';
import { Buddy } from './Buddy';

/** What the end needs. */
export interface OverProps {
  /** The address of the home page. */
  readonly home: string;
  /** Whether the session is known to have been, or the link may be wrong. */
  readonly why: 'over' | 'nowhere';
}

/** No session, be it that it is no more, and the way to a new one. */
export function Over({ home, why }: OverProps) {
  const { heading, text } = commonWords[why];
  return (
    <main class="notice">
      <Buddy />
      <h1>{heading}</h1>
      <p>{text}</p>
      <a class="button button-strong" href={home}>
        {commonWords.newSession}
      </a>
    </main>
  );
}
