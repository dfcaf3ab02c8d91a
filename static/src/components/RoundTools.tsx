import type { ComponentChildren } from 'preact';
import { deskWords } from '../i18n/words';
import { type Going, handFocusOn } from './hand_focus_on';

/** What can be done beside the main button; whatever has no action is not offered. */
export interface RoundToolsProps {
  /** Whether they have just taken the place of others, and take no tap. */
  readonly isResting: boolean;
  /** Whether so little time is left that a last call would give more. */
  readonly isLate?: boolean;
  readonly onAddTime?: (() => void) | undefined;
  readonly onStopTimer?: (() => void) | undefined;
  readonly onLastCall?: (() => void) | undefined;
  readonly onAgain?: (() => Promise<boolean>) | undefined;
  readonly onNext?: (() => Promise<boolean>) | undefined;
  /** What `onNext` goes on to. */
  readonly next?: string | undefined;
}

const again = handFocusOn();
const goOn = handFocusOn();

/** The smaller steps: more time or less, once more, and on to the next topic. */
export function RoundTools(props: RoundToolsProps) {
  const { isResting, isLate = false, next = '' } = props;
  return (
    <div class="round-tools">
      <Tool isOff={isResting} onTap={props.onAddTime}>
        {deskWords.addTime}
      </Tool>
      <Tool isOff={isResting} onTap={props.onStopTimer}>
        {deskWords.stopTimer}
      </Tool>
      <Tool isOff={isResting || isLate} onTap={props.onLastCall}>
        {deskWords.lastCall}
      </Tool>
      <Tool isOff={isResting} onTap={pressed(again, props.onAgain)} going={again}>
        {deskWords.again}
      </Tool>
      <Tool isOff={isResting} onTap={pressed(goOn, props.onNext)} going={goOn}>
        {deskWords.next(<bdi>{next}</bdi>)}
      </Tool>
    </div>
  );
}

function pressed({ press }: Going, onTap: (() => Promise<boolean>) | undefined) {
  return onTap && (() => press(onTap()));
}

interface ToolProps {
  readonly isOff: boolean;
  /** Where a tap makes it go. */
  readonly going?: Going;
  readonly onTap: (() => void) | undefined;
  readonly children: ComponentChildren;
}

function Tool({ isOff, going, onTap, children }: ToolProps) {
  if (onTap === undefined) return null;
  return (
    <button
      ref={going?.ref ?? null}
      type="button"
      class="tool"
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onTap();
      }}
    >
      {children}
    </button>
  );
}
