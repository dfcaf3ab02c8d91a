import { questionWords, roundWords } from '../i18n/words';
import { clockText, SHORT_SECONDS, type TimeLeft } from '../model/timer';

/** What the time needs. */
export interface TimerBarProps {
  /** `undefined` where no timer runs. */
  readonly left: TimeLeft | undefined;
  /** Whether it stands still, because somebody has a question. */
  readonly rests?: boolean | undefined;
}

/** What is left of the round's time, as text and as a thin bar. */
export function TimerBar({ left, rests = false }: TimerBarProps) {
  if (left === undefined) return null;
  const { seconds, part } = left;
  return (
    <div
      class="timer"
      role="timer"
      aria-label={roundWords.timer}
      data-short={seconds <= SHORT_SECONDS && !rests}
      data-rests={rests}
    >
      <span class="timer-text">{clockText(seconds)}</span>
      {rests && <span class="timer-rests">{questionWords.rests}</span>}
      <span class="timer-track">
        <span class="timer-fill" style={{ '--part': part }} />
      </span>
    </div>
  );
}
