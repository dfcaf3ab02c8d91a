import { batch, type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import type { Cancel, World } from '../api/world';
import type { ControllerView } from '../model/controller';
import type { CarryOut } from './errand';
import { DOUBLE_TAP_MS, Question } from './question';

/** What looking after people stands on. */
export interface PeopleDeps {
  readonly world: World;
  readonly api: Pick<ControllerApi, 'kick' | 'setDoor'>;
  readonly view: () => ControllerView | undefined;
  readonly carryOut: CarryOut;
}

/** How often the date is looked at. */
const DATE_MS = 60_000;

/** Who is in the room: removed, kept out, and away since when. */
export class People {
  /** Who was tapped to be kicked, and waits for the second tap. */
  readonly kicking: Question;
  /** About now, in milliseconds since 1970: who is away is away for longer, though nothing happens. */
  readonly date: Signal<number>;
  private cancelDate: Cancel = () => {};
  private doorTurnedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: PeopleDeps) {
    this.kicking = new Question(deps.world);
    this.date = signal(deps.world.date());
  }

  /** The first tap asks, the second removes. */
  async tapKick(name: string): Promise<void> {
    const { api, carryOut } = this.deps;
    const kick = async () => {
      const answer = await api.kick(name);
      const isGone = !answer.ok && answer.problem.kind === 'not-a-participant';
      return isGone ? ({ ok: true, value: true, seq: 0 } as const) : answer;
    };
    await batch(() => {
      if (!this.kicking.tap(name)) return undefined;
      return carryOut(`kick ${name}`, kick);
    });
  }

  /** Locks the door, or opens it. */
  async turnDoor(): Promise<void> {
    const { world, api, carryOut } = this.deps;
    const view = this.deps.view();
    // The second half of a double tap must not turn it back.
    if (view === undefined || world.now() - this.doorTurnedAt < DOUBLE_TAP_MS) return;
    this.doorTurnedAt = world.now();
    await carryOut('', () => api.setDoor(!view.locked));
  }

  /** From now on the date is looked at. */
  keepDate(): void {
    const { world } = this.deps;
    this.stop();
    this.date.value = world.date();
    this.cancelDate = world.after(DATE_MS, () => this.keepDate());
  }

  /** The date does not matter any more. */
  stop(): void {
    this.cancelDate();
  }
}
