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
  let isCancelled = false;
  let cancels: readonly Cancel[] = [];
  const cancel = () => {
    for (const one of cancels) one();
  };

  async function attempt(count: number): Promise<void> {
    cancel();
    const answer = await ask();
    if (isCancelled) return;
    if (answer.ok || !isPassing(answer.problem)) return onAnswer(answer);
    onDelay();
    const again = () => void attempt(count + 1);
    cancels = [world.after(retryMs(world, count), again), world.onWake(again)];
  }

  void attempt(0);
  return () => {
    isCancelled = true;
    cancel();
  };
}
