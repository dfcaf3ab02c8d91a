import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { World } from '../api/world';
import type { Undo } from '../model/controller';
import { SecondsLeft } from './seconds_left';

/** What can be undone, as it is shown. */
export interface UndoShown {
  readonly undo: Undo;
  /** For so many seconds yet. */
  readonly seconds: number;
}

/** Shows what can be undone for as long as it can. */
export class UndoNote {
  private readonly undo: Signal<Undo | undefined> = signal();
  private readonly left: SecondsLeft;
  readonly shown: ReadonlySignal<UndoShown | undefined> = computed(() => {
    const undo = this.undo.value;
    const seconds = this.left.value.value;
    return undo && seconds !== undefined ? { undo, seconds } : undefined;
  });

  constructor(world: Pick<World, 'now' | 'after'>) {
    this.left = new SecondsLeft(world);
  }

  /** There is `undo` to be undone, or nothing any more. */
  follow(undo: Undo | undefined): void {
    this.undo.value = undo;
    this.left.follow(undo?.time);
  }
}
