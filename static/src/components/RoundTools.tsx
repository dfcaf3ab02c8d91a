import type { ComponentChildren } from 'preact';
import { deskWords } from '../i18n/words';
import { ignoreRepeat } from './ignore_repeat';

/** What can be done beside the main button; whatever has no action is not offered. */
export interface RoundToolsProps {
  readonly onAddTime?: (() => void) | undefined;
  readonly onStopTimer?: (() => void) | undefined;
  readonly onLastCall?: (() => void) | undefined;
  readonly onAgain?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  /** What `onNext` goes on to. */
  readonly next?: string | undefined;
}

/** The smaller steps: more time or less, once more, and on to the next topic. */
export function RoundTools(props: RoundToolsProps) {
  const { onAddTime, onStopTimer, onLastCall, onAgain, onNext, next = '' } = props;
  return (
    <div class="round-tools">
      <Tool onTap={onAddTime}>{deskWords.addTime}</Tool>
      <Tool onTap={onStopTimer}>{deskWords.stopTimer}</Tool>
      <Tool onTap={onLastCall}>{deskWords.lastCall}</Tool>
      <Tool onTap={onAgain}>{deskWords.again}</Tool>
      <Tool onTap={onNext}>{deskWords.next(<bdi>{next}</bdi>)}</Tool>
    </div>
  );
}

interface ToolProps {
  readonly onTap: (() => void) | undefined;
  readonly children: ComponentChildren;
}

function Tool({ onTap, children }: ToolProps) {
  if (onTap === undefined) return null;
  return (
    <button type="button" class="tool" onClick={onTap} onKeyDown={ignoreRepeat}>
      {children}
    </button>
  );
}
