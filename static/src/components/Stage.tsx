import { commonWords, controlWords } from '../i18n/words';
import { type ControllerView, progress, revealed } from '../model/controller';
import type { TimeLeft } from '../model/timer';
import { Result } from './Result';
import { TimerBar } from './TimerBar';
import { TopicLine } from './TopicLine';

/** What the stage needs. */
export interface StageProps {
  readonly view: ControllerView;
  /** What is left of the round's time, if a timer runs. */
  readonly left: TimeLeft | undefined;
}

/** What everybody looks at: what comes next, how far the vote is, or the result. */
export function Stage({ view, left }: StageProps) {
  const result = revealed(view);
  if (result !== undefined) {
    return (
      <>
        <h1 class="unseen">{commonWords.said.closed}</h1>
        <TopicLine topic={view.topic} attempt={view.attempt} />
        <Result choices={view.choices} result={result} />
      </>
    );
  }
  const { voted, of } = progress(view);
  if (view.open && of > 0) {
    return (
      <section class="stage">
        <TopicLine topic={view.topic} attempt={view.attempt} />
        <h1 class="stage-count">
          <span class="stage-number">{voted}</span> {controlWords.of}{' '}
          <span class="stage-number">{of}</span> <small>{controlWords.haveVoted}</small>
        </h1>
        <TimerBar left={left} />
      </section>
    );
  }
  return (
    <section class="stage">
      {view.open && <TopicLine topic={view.topic} attempt={view.attempt} />}
      <h1>{view.open ? commonWords.said.opened : controlWords.ready}</h1>
      <p>{hint(view)}</p>
      <TimerBar left={left} />
    </section>
  );
}

function hint(view: ControllerView): string {
  if (view.open) return controlWords.openEmpty;
  if (view.participants.length > 0) return controlWords.readyText;
  return view.locked ? controlWords.readyLocked : controlWords.readyEmpty;
}
