import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import type { Answer } from '../api/request';
import type { Cancel, World } from '../api/world';
import { type ControllerView, seatsOf } from '../model/controller';
import { DOUBLE_TAP_MS } from './double_tap';
import type { CarryOut } from './errand';

/** What looking after people stands on. */
export interface PeopleDeps {
  readonly world: World;
  readonly api: Pick<ControllerApi, 'kick' | 'answer' | 'setDoor'>;
  readonly view: () => ControllerView | undefined;
  readonly carryOut: CarryOut;
}

/** How often the date is looked at. */
const DATE_MS = 60_000;

/** Who is in the room: asked after, removed, kept out, and away since when. */
export class People {
  /** The number of the seat that is looked at, if one is. */
  readonly looked: Signal<number | undefined> = signal();
  /** About now, in milliseconds since 1970: who is away is away for longer, though nothing happens. */
  readonly date: Signal<number>;
  private cancelDate: Cancel = () => {};
  private doorTurnedAt = Number.NEGATIVE_INFINITY;
  /** Who has a question, and since when all of them and nobody else. */
  private asking = '';
  private askingSince = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: PeopleDeps) {
    this.date = signal(deps.world.date());
  }

  /** The session is as in `view`: a seat that is no more is not looked at, nor when it is back. */
  follow(view: ControllerView): void {
    const isThere = seatsOf(view).some(({ number }) => number === this.looked.value);
    if (!isThere) this.looked.value = undefined;
    const asking = view.questions.map(({ number }) => number).join();
    if (asking === this.asking) return;
    this.asking = asking;
    this.askingSince = this.deps.world.now();
  }

  /** Removes whoever goes by `name`. */
  async kick(name: string): Promise<void> {
    const { api, carryOut } = this.deps;
    await carryOut(`kick ${name}`, () => orGone(api.kick(name)));
  }

  /** Calls the questions answered that the reader sees, each by its seat: one that comes meanwhile stays. */
  async answerAll(): Promise<boolean> {
    const { world, api, view, carryOut } = this.deps;
    // What has come just now was not seen when the tap was aimed.
    if (world.now() - this.askingSince < DOUBLE_TAP_MS) return false;
    const questions = view()?.questions ?? [];
    const answers = questions.map(({ number }) =>
      carryOut(`answer ${number}`, () => orGone(api.answer(number))),
    );
    return (await Promise.all(answers)).every(Boolean);
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

/** Where somebody has left already, all that was asked for has worked. */
async function orGone(asked: Promise<Answer<true>>): Promise<Answer<true>> {
  const answer = await asked;
  const isGone = !answer.ok && answer.problem.kind === 'not-a-participant';
  return isGone ? { ok: true, value: true, seq: 0 } : answer;
}
