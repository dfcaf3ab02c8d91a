import { type Signal, signal } from '@preact/signals-core';
import type { Cancel, World } from '../api/world';

/** A finger that stays so long on a card asks what it tells, and does not choose it. */
export const HOLD_MS = 400;
/** A mouse that only passes asks nothing. */
export const POINT_MS = 600;
/** The click that ends a hold comes in this time, if it comes at all. */
const END_MS = 400;

/** What is looked at of a card. `isHeld`: by a finger, which asks for an answer in any case. */
export interface Look {
  readonly card: string;
  readonly isHeld: boolean;
}

/** A card tells something on request: while a finger holds it, a mouse points at it, or the keyboard is there. */
export class CardLook {
  readonly at: Signal<Look | undefined> = signal();
  /** Whether a finger is on a card. */
  isHolding = false;
  private cancel: Cancel = () => {};
  private cancelEnd: Cancel = () => {};
  private isEnding = false;

  constructor(private readonly world: Pick<World, 'after'>) {}

  /** A finger is on `card`. */
  hold(card: string): void {
    this.end();
    this.lookAfter(HOLD_MS, { card, isHeld: true });
    this.isHolding = true;
  }

  /** A mouse is on `card`. */
  point(card: string): void {
    this.lookAfter(POINT_MS, { card, isHeld: false });
  }

  /** The keyboard is at `card`. */
  reach(card: string): void {
    this.leave();
    this.at.value = { card, isHeld: false };
  }

  /** The finger is lifted. */
  release(): void {
    if (this.at.value?.isHeld) {
      this.isEnding = true;
      this.cancelEnd = this.world.after(END_MS, () => this.end());
    }
    this.leave();
  }

  /** Nobody looks at a card any more. */
  leave(): void {
    this.cancel();
    this.isHolding = false;
    this.at.value = undefined;
  }

  /** Whether a click that comes now is the end of a hold: then it chooses nothing. */
  takeClick(): boolean {
    const { isEnding } = this;
    this.end();
    this.leave();
    return isEnding;
  }

  private end(): void {
    this.cancelEnd();
    this.isEnding = false;
  }

  private lookAfter(ms: number, look: Look): void {
    this.leave();
    this.cancel = this.world.after(ms, () => {
      this.at.value = look;
    });
  }
}
