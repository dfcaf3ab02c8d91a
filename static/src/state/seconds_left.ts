import { type Signal, signal } from '@preact/signals-core';
import type { Cancel, World } from '../api/world';
import { remaining, type Timer } from '../model/timer';

/** The whole seconds that are left of a time, the begun one counted; `undefined` without one, and once it is over. */
export class SecondsLeft {
  readonly value: Signal<number | undefined> = signal();
  private timer: Timer | undefined;
  private cancel: Cancel = () => {};

  constructor(private readonly world: Pick<World, 'now' | 'after'>) {}

  /** Counts `timer` down; the same one that comes again goes on as it was. */
  follow(timer: Timer | undefined): void {
    if (timer === this.timer) return;
    this.cancel();
    this.timer = timer;
    this.value.value = undefined;
    if (timer !== undefined) this.tick(timer);
  }

  private tick(timer: Timer): void {
    const ms = remaining(timer, this.world.now());
    const seconds = Math.ceil(ms / 1000);
    this.value.value = ms > 0 ? seconds : undefined;
    if (ms === 0) return;
    this.cancel = this.world.after(ms - (seconds - 1) * 1000, () => this.tick(timer));
  }
}
