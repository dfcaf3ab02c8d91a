import { rich, text } from '../i18n/message';
import { tableWords as words } from '../i18n/words';
import type { Progress as ProgressOf } from '../model/voter';
import { NameList } from './NameList';

/** What the progress needs. */
export interface ProgressProps {
  readonly progress: ProgressOf;
  /** Whether the reader is among those who are missed, and not among the names. */
  readonly isMissed?: boolean;
}

/** So many names fit into one line on a phone. */
const NAMES_SHOWN = 3;

/** How far the vote is, and who is missing, in one line. */
export function Progress({ progress, isMissed = false }: ProgressProps) {
  const { voted, of, waiting } = progress;
  const count = text(words.progress, { count: voted, of });
  return (
    <p class="said-more progress" title={[count, ...waiting].join(' · ')}>
      <strong>{count}</strong>
      <Missing progress={progress} isMissed={isMissed} before=" · " />
    </p>
  );
}

/** Who is missing, behind `before`; nothing if nobody is, or nobody else. */
export function Missing({
  progress: { voted, of, waiting },
  isMissed = false,
  before = '',
}: ProgressProps & { readonly before?: string }) {
  const names = waiting.slice(0, NAMES_SHOWN);
  if (names.length === 0) return null;
  const more = Math.max(0, of - voted - names.length - Number(isMissed));
  return (
    <span>
      {before}
      {rich(words.waitingFor, { names: <NameList names={names} more={more} end="and" /> })}
    </span>
  );
}
