import { controlWords } from '../i18n/host_words';
import { text } from '../i18n/message';
import { said } from '../i18n/said';
import { commonWords, tableWords } from '../i18n/words';
import { type ControllerView, progress, revealed, seatsOf } from '../model/controller';
import { summary } from '../model/summary';
import type { TimeLeft } from '../model/timer';
import type { Progress } from '../model/voter';
import type { People } from '../state/people';
import { HostTable } from './HostTable';
import { Missing } from './Progress';
import { Speakers } from './Speakers';
import { TimerBar } from './TimerBar';
import { TopicLine } from './TopicLine';

/** What the stage needs. */
export interface StageProps {
  readonly view: ControllerView;
  readonly people: People;
  /** What is left of the round's time, if a timer runs. */
  readonly left: TimeLeft | undefined;
}

/** What everybody looks at: who is here, what is voted on, how far the vote is, or what it came down to. */
export function Stage({ view, people, left }: StageProps) {
  const result = revealed(view);
  const isShown = view.open || result !== undefined;
  return (
    <HostTable view={view} people={people}>
      {isShown && <TopicLine topic={view.topic} attempt={view.attempt} />}
      <h1 class="said">{headline(view)}</h1>
      {result && <Speakers result={result} />}
      {view.open && view.participants.length > 0 && (
        <p class="said-more">
          <Missing progress={missing(view)} />
        </p>
      )}
      {!isShown && <p class="said-more">{hint(view)}</p>}
      {view.open && view.participants.length === 0 && (
        <p class="said-more">{controlWords.openEmpty}</p>
      )}
      <TimerBar left={left} />
    </HostTable>
  );
}

function headline(view: ControllerView): string {
  const result = revealed(view);
  if (result !== undefined) return said(summary(view.choices, result));
  const { voted, of } = progress(view);
  if (view.open)
    return of > 0 ? text(tableWords.progress, { count: voted, of }) : commonWords.said.opened;
  return view.participants.length > 0 ? controlWords.ready : controlWords.nobody;
}

function missing(view: ControllerView): Progress {
  const waiting = seatsOf(view).filter(({ state }) => state === 'waiting');
  return { ...progress(view), waiting: waiting.map(({ name }) => name) };
}

function hint(view: ControllerView): string {
  if (view.participants.length > 0) return controlWords.readyText;
  return view.locked ? controlWords.readyLocked : controlWords.readyEmpty;
}
