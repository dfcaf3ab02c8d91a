import type { ComponentChildren } from 'preact';
import { rich, text } from '../i18n/message';
import { questionWords as words } from '../i18n/words';
import { NameList } from './NameList';

/** What the line of questions needs. */
export interface QuestionsProps {
  /** Who has one; not empty. */
  readonly names: readonly string[];
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** So many names fit into one line on a phone. */
const NAMES_SHOWN = 3;

/** Who has a question, in one line. */
export function Questions({ names, children }: QuestionsProps) {
  const count = names.length;
  const shown = names.slice(0, NAMES_SHOWN);
  const list = <NameList names={shown} more={count - shown.length} end="and" />;
  return (
    <p class="said-more questions" title={text(words.asks, { count, names: names.join(', ') })}>
      <strong>
        <QuestionMark /> {rich(words.asks, { count, names: list })}
      </strong>
      {children}
    </p>
  );
}

/** What whoever has a question says: a bubble with the sign. */
export function QuestionMark() {
  return (
    <svg class="question-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 3h18v14h-9l-5 5v-5H3Z" />
      <path d="M9.2 7.8q.5-1.8 2.8-1.8 2.8 0 2.8 2 0 1.4-1.5 2.1-1.3.6-1.3 1.6M12 14v.2" />
    </svg>
  );
}
