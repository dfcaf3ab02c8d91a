import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi, TimerChange } from '../api/controller_api';
import type { Answer } from '../api/request';
import type { Cancel, World } from '../api/world';
import { type ControllerView, type MainAction, mainAction } from '../model/controller';
import type { CarryOut } from './errand';
import type { NextRound } from './next_round';

/** What leading through a round stands on. */
export interface RoundStepsDeps {
  readonly world: Pick<World, 'after'>;
  readonly api: Pick<ControllerApi, 'act' | 'start' | 'timer'>;
  readonly view: () => ControllerView | undefined;
  readonly nextRound: NextRound;
  readonly carryOut: CarryOut;
  /** What was asked for by that name has worked after all. */
  readonly forgive: (name: string) => void;
}

/**
 * How long the main button rests when its meaning has changed, and with it those beside it, which take each
 * other's place then: a tap must not hit the next meaning.
 */
const REST_MS = 1000;

/** What the errands are called that lead from one state of the round to the next. */
const ROUND = 'round';

/** The steps through a round: begin, show the cards, once more, on to the next topic, clear, more or less time. */
export class RoundSteps {
  /** Whether the main button and those beside it are between two meanings and take no tap. */
  readonly isResting: Signal<boolean> = signal(false);
  private cancelRest: Cancel = () => {};

  constructor(private readonly deps: RoundStepsDeps) {}

  /** Does what the main button says, unless it rests or means something else by now. */
  act(action: MainAction): Promise<boolean> {
    const { api, nextRound } = this.deps;
    const { after } = this;
    if (action === 'next') return this.voteOnNext();
    const options = action === 'start' ? nextRound.options() : undefined;
    return this.goOn(
      action,
      () => (options ? api.start({ ...options, after }) : api.act(action, after)),
      () => {
        if (action === 'start') nextRound.begun();
      },
    );
  }

  /** Takes the result off the table. */
  clear(): Promise<boolean> {
    const { after } = this;
    return this.goOn('next', () => this.deps.api.act('reset', after));
  }

  /** Votes once more on what was voted on last. */
  voteAgain(): Promise<boolean> {
    const { api, nextRound } = this.deps;
    const seconds = nextRound.seconds.value;
    const { after } = this;
    return this.goOn('next', () => api.start({ again: true, seconds, after }));
  }

  /** Goes on to the topic that comes next, or without one. */
  voteOnNext(): Promise<boolean> {
    const { api, nextRound } = this.deps;
    const topic = nextRound.next.value;
    const seconds = nextRound.seconds.value;
    const { after } = this;
    return this.goOn(
      'next',
      () => api.start({ topic, seconds, after }),
      () => nextRound.begun(),
    );
  }

  async changeTime(change: TimerChange): Promise<void> {
    const { api, carryOut } = this.deps;
    if (!this.isResting.value) await carryOut('', () => api.timer(change));
  }

  /** The session was as in `before`, and is as in `after`. */
  follow(before: ControllerView, after: ControllerView): void {
    if (mainAction(before) === mainAction(after)) return;
    this.deps.forgive(ROUND);
    this.rest();
  }

  /** Takes no tap for a while. */
  rest(): void {
    this.cancelRest();
    this.isResting.value = true;
    this.cancelRest = this.deps.world.after(REST_MS, () => {
      this.isResting.value = false;
    });
  }

  /** The round that the reader knows. */
  private get after(): number | undefined {
    return this.deps.view()?.round;
  }

  /** What the main button reads. */
  private get meaning(): MainAction | undefined {
    const view = this.deps.view();
    return view && mainAction(view);
  }

  /**
   * From one state of the round to the next: from the one in which the main button reads `from`, and neither while that
   * has just come, nor once it has gone.
   */
  private goOn(
    from: MainAction | undefined,
    change: () => Promise<Answer<true>>,
    onDone: () => void = () => {},
  ): Promise<boolean> {
    return this.deps.carryOut(
      ROUND,
      () => (this.isResting.value || this.meaning !== from ? undefined : change()),
      () => {
        onDone();
        // Until the event has come the button still has its old meaning, which was served.
        this.rest();
      },
    );
  }
}
