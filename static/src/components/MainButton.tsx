import { controlWords } from '../i18n/words';
import type { MainAction } from '../model/controller';
import type { RoundSteps } from '../state/round_steps';
import { HOST_ICONS } from './host_icons';
import { Icon } from './Icon';

/** What the main button needs. */
export interface MainButtonProps {
  readonly action: MainAction;
  readonly steps: RoundSteps;
}

const ICONS = { start: 'play', stop: 'stop', reset: 'reset' } as const;

/** The one button that leads through a round. It never moves; label, sign and colour say what it does. */
export function MainButton({ action, steps }: MainButtonProps) {
  return (
    <div class="main-action">
      <button
        type="button"
        class="main-button"
        data-action={action}
        aria-disabled={steps.isResting.value}
        aria-describedby="main-hint"
        onClick={() => steps.act(action)}
      >
        <Icon name={ICONS[action]} path={HOST_ICONS[ICONS[action]]} />
        {controlWords.action[action]}
      </button>
      <p id="main-hint" class="main-hint">
        {controlWords.hint[action]}
      </p>
    </div>
  );
}
