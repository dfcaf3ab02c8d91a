import { controlWords } from '../i18n/host_words';
import { rich } from '../i18n/message';
import type { MainAction } from '../model/controller';
import { shownTopic } from '../model/round';
import type { NextRound } from '../state/next_round';
import type { RoundSteps } from '../state/round_steps';

/** What the main button needs. */
export interface MainButtonProps {
  readonly action: MainAction;
  readonly steps: RoundSteps;
  readonly next: NextRound;
}

/** The one button that leads through a round: always the next step. It never moves. */
export function MainButton({ action, steps, next }: MainButtonProps) {
  const topic = action === 'next' ? next.next.value : '';
  return (
    <button
      type="button"
      class="main-button"
      data-action={action}
      aria-disabled={steps.isResting.value}
      onClick={() => steps.act(action)}
    >
      <span class="main-label" title={topic === '' ? undefined : shownTopic(topic).text}>
        {topic === ''
          ? controlWords.action[action]
          : rich(controlWords.nextTopic, { topic: <bdi>{shownTopic(topic).text}</bdi> })}
      </span>
    </button>
  );
}
