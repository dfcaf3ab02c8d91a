import { batch, type Signal, signal } from '@preact/signals-core';
import type { Answer, Problem, ProblemKind } from '../api/request';

/** What errands stand on. */
export interface ErrandDeps {
  /** Where the last complaint stands. */
  readonly trouble: Signal<ProblemKind | undefined>;
  /** Complains, unless the problem ends more than the errand. */
  readonly onProblem: (problem: Problem) => void;
}

type Ask<T> = () => Promise<Answer<T> | undefined> | undefined;

/** Asks for a change, as `Errand.run` does. */
export type CarryOut = (
  name: string,
  change: () => Promise<Answer<true>> | undefined,
  onDone?: () => void,
) => Promise<boolean>;

/**
 * What a page asks for, one thing after another: what is asked for while another is under way waits for its turn. An old
 * complaint goes as soon as the next is on its way.
 */
export class Errand {
  readonly isBusy: Signal<boolean> = signal(false);
  /** Those that are under way or wait. */
  private readonly named = new Map<string, Promise<boolean>>();
  private count = 0;
  private last: Promise<unknown> | undefined;
  private failed = '';

  constructor(private readonly deps: ErrandDeps) {}

  /** Settles when all that was asked for until now has its answer; `undefined` if all has. */
  get end(): Promise<unknown> | undefined {
    return this.isBusy.value ? this.last : undefined;
  }

  /**
   * Asks when it is its turn, and says whether that worked; `ask` gives `undefined` if there is nothing to ask for any
   * more. `onValue` is called before the next has its turn. What has the `name` of one that is under way or waits is
   * the second half of a double tap, and is that one; without a name it is always another.
   */
  run<T>(
    name: string,
    ask: Ask<T>,
    onValue: (value: T, seq: number) => void = () => {},
  ): Promise<boolean> {
    const same = this.named.get(name);
    if (same !== undefined) return same;
    const turn = batch(() => this.take(name, ask, onValue, this.end));
    if (name !== '') this.named.set(name, turn);
    this.last = turn;
    return turn;
  }

  /** What is called `name` has worked after all, so nothing is to be complained of. */
  forgive(name: string): void {
    if (this.failed === name) this.deps.trouble.value = undefined;
  }

  private async take<T>(
    name: string,
    ask: Ask<T>,
    onValue: (value: T, seq: number) => void,
    before: Promise<unknown> | undefined,
  ): Promise<boolean> {
    const { isBusy, deps } = this;
    this.count += 1;
    isBusy.value = true;
    if (before !== undefined) await before;
    const answer = await batch(() => this.begin(ask));
    batch(() => {
      this.named.delete(name);
      this.count -= 1;
      isBusy.value = this.count > 0;
      if (answer?.ok) onValue(answer.value, answer.seq);
      else if (answer !== undefined) {
        this.failed = name;
        deps.onProblem(answer.problem);
      }
    });
    return answer?.ok === true;
  }

  private begin<T>(ask: Ask<T>): ReturnType<Ask<T>> {
    const asked = ask();
    if (asked !== undefined) this.deps.trouble.value = undefined;
    return asked;
  }
}
