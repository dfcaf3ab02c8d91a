import type { ComponentChildren } from 'preact';
import { deskWords } from '../i18n/words';
import { type Going, handFocusOn } from './hand_focus_on';
import { ignoreRepeat } from './ignore_repeat';

/** What can be done beside the main button; whatever has no action is not offered. */
export interface RoundToolsProps {
  /** Whether they have just taken the place of others, and take no tap. */
  readonly isResting: boolean;
  readonly onAddTime?: (() => void) | undefined;
  readonly onStopTimer?: (() => void) | undefined;
  readonly onLastCall?: (() => void) | undefined;
  readonly onAgain?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  /** What `onNext` goes on to. */
  readonly next?: string | undefined;
}

const again = handFocusOn();
const goOn = handFocusOn();

/** The smaller steps: more time or less, once more, and on to the next topic. */
export function RoundTools(props: RoundToolsProps) {
  const { isResting, onAddTime, onStopTimer, onLastCall, onAgain, onNext, next = '' } = props;
  const tool = (onTap: (() => void) | undefined, text: ComponentChildren, going?: Going) =>
    onTap && (
      <Tool isOff={isResting} going={going} onTap={onTap}>
        {text}
      </Tool>
    );
  return (
    <div class="round-tools">
      {tool(onAddTime, deskWords.addTime)}
      {tool(onStopTimer, deskWords.stopTimer)}
      {tool(onLastCall, deskWords.lastCall)}
      {tool(onAgain, deskWords.again, again)}
      {tool(onNext, deskWords.next(<bdi>{next}</bdi>), goOn)}
    </div>
  );
}

interface ToolProps {
  readonly isOff: boolean;
  /** Where a tap makes it go. */
  readonly going: Going | undefined;
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
        if (isOff) return;
        going?.press();
        onTap();
      }}
      onKeyDown={ignoreRepeat}
    >
      {children}
    </button>
  );
}
