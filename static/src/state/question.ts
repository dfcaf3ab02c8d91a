import { type Signal, signal } from '@preact/signals-core';
import type { Cancel, World } from '../api/world';
import { DOUBLE_TAP_MS } from './double_tap';

/** Who has not tapped again by then did not mean it. */
const GIVE_UP_MS = 4000;

/** Asks before something that can't be undone: the first tap asks, the second, on the same thing, answers. */
export class Question {
  /** What was tapped once, and waits for the second tap. */
  readonly about: Signal<string | undefined> = signal();
  private cancel: Cancel = () => {};
  private askedAt = 0;

  constructor(private readonly world: World) {}

  /** Takes a tap on `about`, and says whether it is the answer. */
  tap(about: string): boolean {
    const { world } = this;
    if (this.about.value !== about) {
      this.giveUp();
      this.about.value = about;
      this.askedAt = world.now();
      this.cancel = world.after(GIVE_UP_MS, () => this.giveUp());
      return false;
    }
    if (world.now() - this.askedAt < DOUBLE_TAP_MS) return false;
    this.giveUp();
    return true;
  }

  /** It was not meant. */
  giveUp(): void {
    this.cancel();
    this.about.value = undefined;
  }
}
