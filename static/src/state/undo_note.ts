import { type Signal, signal } from '@preact/signals-core';
import type { Cancel, World } from '../api/world';
import type { Undo } from '../model/controller';
import { remaining } from '../model/timer';

/** What can be undone, as it is shown. */
export interface UndoShown {
  readonly undo: Undo;
  /** For so many seconds yet. */
  readonly seconds: number;
}

/** Shows what can be undone for as long as it can. */
export class UndoNote {
  readonly shown: Signal<UndoShown | undefined> = signal(undefined);
  private cancel: Cancel = () => {};

  constructor(private readonly world: Pick<World, 'now' | 'after'>) {}

  /** There is `undo` to be undone, or nothing any more. */
  follow(undo: Undo | undefined): void {
    if (undo === this.shown.value?.undo) return;
    this.cancel();
    if (undo === undefined) this.shown.value = undefined;
    else this.tick(undo);
  }

  private tick(undo: Undo): void {
    const ms = remaining(undo.time, this.world.now());
    const seconds = Math.ceil(ms / 1000);
    this.shown.value = ms > 0 ? { undo, seconds } : undefined;
    if (ms > 0) {
      this.cancel = this.world.after(ms - (seconds - 1) * 1000, () => this.tick(undo));
    }
  }
}
