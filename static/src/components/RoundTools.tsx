import type { ComponentChildren } from 'preact';
import { durationText } from '../i18n/format';
import { deskWords } from '../i18n/host_words';
import { text } from '../i18n/message';
import { type ControllerView, progress, revealed } from '../model/controller';
import type { TimeLeft } from '../model/timer';
import type { RoundSteps } from '../state/round_steps';
import { type Going, handFocusOn } from './hand_focus_on';

/** What the smaller steps need. */
export interface RoundToolsProps {
  readonly view: ControllerView;
  readonly steps: RoundSteps;
  /** Of the round's time. */
  readonly left: TimeLeft | undefined;
}

const ADDED_SECONDS = 30;
const LAST_CALL_SECONDS = 10;

const again = handFocusOn();
const clearing = handFocusOn();

/** More or less time while the vote is open; once more, or off the table, when it has closed. */
export function RoundTools(props: RoundToolsProps) {
  const { view } = props;
  if (revealed(view) !== undefined) return <Onward {...props} />;
  return view.open ? <Time {...props} /> : null;
}

function Onward({ steps }: RoundToolsProps) {
  const isOff = steps.isResting.value;
  return (
    <div class="round-tools">
      <Tool isOff={isOff} onTap={() => again.press(steps.voteAgain())} going={again}>
        {deskWords.again}
      </Tool>
      <Tool isOff={isOff} onTap={() => clearing.press(steps.clear())} going={clearing}>
        {deskWords.clear}
      </Tool>
    </div>
  );
}

function Time({ view, steps, left }: RoundToolsProps) {
  const { voted, of } = progress(view);
  const isOff = steps.isResting.value;
  // A last call would give more time then.
  const isLate = left !== undefined && left.seconds <= LAST_CALL_SECONDS;
  return (
    <div class="round-tools">
      <Tool isOff={isOff} onTap={() => steps.changeTime({ add: ADDED_SECONDS })}>
        {text(deskWords.addTime, { time: durationText(ADDED_SECONDS) })}
      </Tool>
      {view.timer && (
        <Tool isOff={isOff} onTap={() => steps.changeTime({ seconds: 0 })}>
          {deskWords.stopTimer}
        </Tool>
      )}
      {voted < of && (
        <Tool
          isOff={isOff || isLate}
          onTap={() => steps.changeTime({ seconds: LAST_CALL_SECONDS })}
        >
          {deskWords.lastCall}
        </Tool>
      )}
    </div>
  );
}

interface ToolProps {
  readonly isOff: boolean;
  /** Where a tap makes it go. */
  readonly going?: Going;
  readonly onTap: () => void;
  readonly children: ComponentChildren;
}

function Tool({ isOff, going, onTap, children }: ToolProps) {
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
