import { commonWords } from '../i18n/words';
import { Buddy } from './Buddy';

/** What the end needs. */
export interface OverProps {
  /** The address of the home page. */
  readonly home: string;
}

/** A session that is no more, and the way to a new one. */
export function Over({ home }: OverProps) {
  return (
    <main class="notice">
      <Buddy />
      <h1>{commonWords.over.heading}</h1>
      <p>{commonWords.over.text}</p>
      <a class="button button-strong" href={home}>
        {commonWords.over.again}
      </a>
    </main>
  );
}
