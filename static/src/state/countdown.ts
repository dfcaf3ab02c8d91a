import { type Signal, signal } from '@preact/signals-core';
import type { Cancel, World } from '../api/world';
import type { Round } from '../model/round';
import { remaining, SHORT_SECONDS, type TimeLeft, type Timer } from '../model/timer';
import type { RoundFact, Tell } from './news';

/** Counts the time of a round down, once a second, as long as there is a timer. The server closes the round, not we. */
export class Countdown {
  /** `undefined` where no timer runs. */
  readonly left: Signal<TimeLeft | undefined> = signal();
  private timer: Timer | undefined;
  private round = 0;
  private wholeMs = 0;
  private cancel: Cancel = () => {};

  constructor(
    private readonly world: Pick<World, 'now' | 'after'>,
    private readonly tell: Tell<RoundFact>,
  ) {}

  /** Counts for `round`, if it has a timer. Each event that brings one brings it anew. */
  follow(round: Pick<Round, 'round' | 'timer'> | undefined): void {
    if (round?.timer === undefined) return this.stop();
    if (round.timer === this.timer) return;
    const { remainingMs } = round.timer;
    // Time that was added makes the whole longer; time that was taken away does not make it shorter.
    const goesOn = this.timer !== undefined && this.round === round.round;
    this.wholeMs = goesOn ? Math.max(this.wholeMs, remainingMs) : remainingMs;
    this.timer = round.timer;
    this.round = round.round;
    this.tick(round.timer);
  }

  /** There is nothing to count. */
  stop(): void {
    this.cancel();
    this.timer = undefined;
    this.left.value = undefined;
  }

  private tick(timer: Timer): void {
    this.cancel();
    const ms = remaining(timer, this.world.now());
    const seconds = Math.ceil(ms / 1000);
    const before = this.left.value?.seconds;
    this.left.value = { seconds, part: ms / Math.max(1, this.wholeMs) };
    const fact = before === undefined ? undefined : crossing(before, seconds);
    if (fact !== undefined) this.tell(fact);
    if (ms === 0 || timer.rests) return;
    this.cancel = this.world.after(ms - (seconds - 1) * 1000, () => this.tick(timer));
  }
}

/** Twice is enough: a countdown that is read aloud leaves nobody room to think. */
function crossing(before: number, after: number): RoundFact | undefined {
  if (before > 0 && after === 0) return { kind: 'timeUp' };
  const isShort = before > SHORT_SECONDS && after <= SHORT_SECONDS;
  return isShort ? { kind: 'timeLeft', seconds: after } : undefined;
}
