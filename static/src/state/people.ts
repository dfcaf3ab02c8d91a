import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import type { Cancel, World } from '../api/world';
import { type ControllerView, seatsOf } from '../model/controller';
import type { CarryOut } from './errand';
import { DOUBLE_TAP_MS } from './question';

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
  /** The number of the seat that is looked at, if one is. */
  readonly looked: Signal<number | undefined> = signal();
  /** About now, in milliseconds since 1970: who is away is away for longer, though nothing happens. */
  readonly date: Signal<number>;
  private cancelDate: Cancel = () => {};
  private doorTurnedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: PeopleDeps) {
    this.date = signal(deps.world.date());
  }

  /** The session is as in `view`: a seat that is no more is not looked at, nor when it is back. */
  follow(view: ControllerView): void {
    const isThere = seatsOf(view).some(({ number }) => number === this.looked.value);
    if (!isThere) this.looked.value = undefined;
  }

  /** Removes whoever goes by `name`. */
  async kick(name: string): Promise<void> {
    const { api, carryOut } = this.deps;
    const ask = async () => {
      const answer = await api.kick(name);
      const isGone = !answer.ok && answer.problem.kind === 'not-a-participant';
      return isGone ? ({ ok: true, value: true, seq: 0 } as const) : answer;
    };
    await carryOut(`kick ${name}`, ask);
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
