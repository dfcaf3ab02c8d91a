import { type Answer, isPassing } from '../api/request';
import { type Cancel, retryMs, type World } from '../api/world';

/** A question that is asked until it has an answer. */
export interface Persistent<T> {
  readonly world: World;
  readonly ask: () => Promise<Answer<T>>;
  /** The final answer: a value, or a problem that will not pass by itself. */
  readonly onAnswer: (answer: Answer<T>) => void;
  /** It did not work, and will be tried again. */
  readonly onDelay: () => void;
}

/** Asks again and again, as patiently as a socket connects, until there is a final answer. */
export function persist<T>({ world, ask, onAnswer, onDelay }: Persistent<T>): Cancel {
  let cancelled = false;
  let cancelTimer: Cancel = () => {};
  let cancelWake: Cancel = () => {};

  async function attempt(count: number): Promise<void> {
    const answer = await ask();
    if (cancelled) return;
    if (answer.ok || !isPassing(answer.problem)) return onAnswer(answer);
    onDelay();
    const again = () => {
      cancelTimer();
      cancelWake();
      void attempt(count + 1);
    };
    cancelTimer = world.after(retryMs(world, count), again);
    cancelWake = world.onWake(again);
  }

  void attempt(0);
  return () => {
    cancelled = true;
    cancelTimer();
    cancelWake();
  };
}
