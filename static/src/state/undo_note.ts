import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import type { World } from '../api/world';
import type { Undo } from '../model/controller';
import type { CarryOut } from './errand';
import { SecondsLeft } from './seconds_left';

/** What undoing stands on. */
export interface UndoNoteDeps {
  readonly world: Pick<World, 'now' | 'after'>;
  readonly api: Pick<ControllerApi, 'undo'>;
  readonly carryOut: CarryOut;
  readonly onUndone: () => void;
}

/** What can be undone, as it is shown. */
export interface UndoShown {
  readonly undo: Undo;
  /** For so many seconds yet. */
  readonly seconds: number;
}

/** Shows what can be undone for as long as it can, and undoes it. */
export class UndoNote {
  private readonly undoable: Signal<Undo | undefined> = signal();
  private readonly left: SecondsLeft;
  readonly shown: ReadonlySignal<UndoShown | undefined> = computed(() => {
    const undo = this.undoable.value;
    const seconds = this.left.value.value;
    return undo && seconds !== undefined ? { undo, seconds } : undefined;
  });

  constructor(private readonly deps: UndoNoteDeps) {
    this.left = new SecondsLeft(deps.world);
  }

  /** There is `undo` to be undone, or nothing any more. */
  follow(undo: Undo | undefined): void {
    this.undoable.value = undo;
    this.left.follow(undo?.time);
  }

  /** Takes the last reset or kick back. */
  undo(): Promise<boolean> {
    const { api, carryOut, onUndone } = this.deps;
    return carryOut('undo', () => api.undo(), onUndone);
  }
}
