import { controlWords } from '../i18n/host_words';
import { text } from '../i18n/message';
import { said } from '../i18n/said';
import { commonWords, questionWords, tableWords } from '../i18n/words';
import { type ControllerView, progress, revealed, seatsOf } from '../model/controller';
import { askersOf } from '../model/seat_cards';
import { summary } from '../model/summary';
import type { TimeLeft } from '../model/timer';
import type { Progress } from '../model/voter';
import type { People } from '../state/people';
import { HostTable } from './HostTable';
import { handFocusOn } from './hand_focus_on';
import { Missing } from './Progress';
import { Questions } from './Questions';
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
      {view.questions.length > 0 && <Asked view={view} people={people} />}
      {view.open && view.participants.length > 0 && view.questions.length === 0 && (
        <p class="said-more">
          <Missing progress={missing(view)} />
        </p>
      )}
      {!isShown && <p class="said-more">{hint(view)}</p>}
      {view.open && view.participants.length === 0 && (
        <p class="said-more">{controlWords.openEmpty}</p>
      )}
      <TimerBar left={left} rests={view.timer?.rests} />
    </HostTable>
  );
}

const answering = handFocusOn();

function Asked({ view, people }: Pick<StageProps, 'view' | 'people'>) {
  return (
    <Questions names={askersOf(view.questions, seatsOf(view))}>
      <button
        ref={answering.ref}
        type="button"
        class="quiet"
        onClick={() => answering.press(people.answerAll())}
      >
        {questionWords.answered}
      </button>
    </Questions>
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
