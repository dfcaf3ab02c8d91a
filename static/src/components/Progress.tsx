import { voteWords } from '../i18n/words';
import type { Progress as ProgressOf } from '../model/voter';
import { NameList } from './NameList';

/** What the progress needs. */
export interface ProgressProps {
  readonly progress: ProgressOf;
}

/** So many names fit into one line on a phone. */
const NAMES_SHOWN = 3;

/** Who is missing, in one line. */
export function Progress({ progress: { voted, of, waiting } }: ProgressProps) {
  const names = waiting.slice(0, NAMES_SHOWN);
  return (
    <p class="progress">
      <strong>{voteWords.progress(voted, of)}</strong>
      {names.length > 0 && (
        <span>
          {' · '}
          {voteWords.waitingFor(
            <NameList names={names} more={Math.max(0, of - voted - names.length)} />,
          )}
        </span>
      )}
    </p>
  );
}
