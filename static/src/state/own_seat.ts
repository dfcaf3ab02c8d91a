import { type Signal, signal } from '@preact/signals-core';
import type { Device } from '../api/device';
import { isRefusal, type Problem, type ProblemKind } from '../api/request';
import type { VoterApi } from '../api/voter_api';
import type { SeatKey } from '../api/voter_wire';
import type { Place } from '../model/place';
import type { You } from '../model/voter';
import { Errand } from './errand';
import type { SeatFact, Tell } from './news';

/** What having a seat stands on. */
export interface OwnSeatDeps {
  readonly place: Place;
  readonly api: Pick<VoterApi, 'join' | 'leave' | 'rename'>;
  readonly device: Device;
  /** What this page asks for, apart from joining and another name. */
  readonly errand: Errand;
  /** Where it is said why there is no seat. */
  readonly trouble: Signal<ProblemKind | undefined>;
  /** A seat was taken. */
  readonly onSeat: (seat: SeatKey) => void;
  /** The seat was given up, and is free. */
  readonly onLeft: () => void;
  readonly onJoinProblem: (problem: Problem) => void;
  /** Whether the problem has ended more than what was asked for. */
  readonly ends: (problem: Problem) => boolean;
  readonly tell: Tell<SeatFact>;
}

/** The seat of this page, and what the device remembers of it: taken, found again, renamed, given up. */
export class OwnSeat {
  /** The seat that this page sits in, if any. */
  readonly held: Signal<SeatKey | undefined> = signal();
  /** The name that the join form starts with. */
  readonly suggestedName: Signal<string> = signal('');
  readonly isJoining: Signal<boolean>;
  /** Why the name could not be changed. */
  readonly renameTrouble: Signal<ProblemKind | undefined> = signal();
  private readonly joining: Errand;
  private readonly renaming: Errand;
  /** The version of the name: an answer that is older says nothing of it. */
  private seq = 0;

  constructor(private readonly deps: OwnSeatDeps) {
    const { renameTrouble } = this;
    this.joining = new Errand({ trouble: deps.trouble, onProblem: deps.onJoinProblem });
    this.renaming = new Errand({
      trouble: renameTrouble,
      onProblem: (problem) => {
        if (!deps.ends(problem)) renameTrouble.value = problem.kind;
      },
    });
    this.isJoining = this.joining.isBusy;
  }

  /** Settles once the seat has the name that was asked for last; `undefined` if it has. */
  get naming(): Promise<unknown> | undefined {
    return this.renaming.end;
  }

  /** The seat that this tab or device remembers, if any. */
  remembered(): SeatKey | undefined {
    const { device, place } = this.deps;
    const seat = device.seat(place);
    this.suggestedName.value = seat?.name ?? device.lastName();
    return seat;
  }

  /** Whether this tab watches without a seat. */
  get isWatching(): boolean {
    return this.deps.device.isWatching(this.deps.place);
  }

  /** From now on this tab watches without a seat. */
  watch(): void {
    this.deps.device.keepWatching(this.deps.place);
  }

  /** This tab has no seat any more; other tabs of the device keep theirs. */
  leaveToOthers(): void {
    this.deps.device.leaveSeatToOthers(this.deps.place);
  }

  /** Whoever joins next is somebody else. */
  forgetName(): void {
    this.suggestedName.value = '';
  }

  /** Takes a seat under `name`. */
  async join(name: string): Promise<void> {
    const { api, onSeat, onJoinProblem } = this.deps;
    if (this.isJoining.value) return;
    if (name === '') return onJoinProblem({ kind: 'no-name', status: 0 });
    await this.joining.run(
      'join',
      () => api.join(name),
      (seat) => {
        this.bring(seat);
        onSeat(seat);
      },
    );
  }

  /** The device has `seat` from now on. */
  bring(seat: SeatKey): void {
    this.deps.device.keepSeat(this.deps.place, seat);
  }

  /** Shows `seat` before the server has let it in. */
  expect(seat: SeatKey): void {
    this.held.value = seat;
  }

  /** Sits down in `seat`, as the server has let it; `you` is what it was told of itself. */
  sit(seat: SeatKey, you?: You): void {
    this.keep(you ? { name: you.name, key: seat.key, number: you.seat } : seat);
  }

  /** Hears what the seat is told of itself, at version `seq`: the number stays, the name may be another by now. */
  follow(you: You | undefined, seq: number): void {
    const seat = this.held.value;
    if (you === undefined || seat === undefined || seq < this.seq) return;
    this.seq = seq;
    const { name, seat: number } = you;
    if (number === seat.number && name === seat.name) return;
    if (name !== seat.name) this.renameTrouble.value = undefined;
    this.keep({ name, key: seat.key, number });
  }

  /** A connection begins: what the server says of the name now is true. */
  startOver(): void {
    this.seq = 0;
  }

  /** Goes by another name, in the same seat; of two names that are asked for in a row the second stays. */
  async rename(name: string): Promise<void> {
    const { api, tell } = this.deps;
    await this.renaming.run(
      '',
      async () => {
        const seat = this.held.value;
        if (seat === undefined || name === seat.name) return undefined;
        const answer = await api.rename(seat, name);
        return this.isIn(seat) ? answer : undefined;
      },
      (as, seq) => {
        tell({ kind: 'renamed', name: as });
        // The seat was told of a newer name already.
        if (seq < this.seq) return;
        this.seq = seq;
        const seat = this.held.value;
        if (seat) this.keep({ ...seat, name: as });
      },
    );
  }

  /** Gives the seat back. */
  async leave(): Promise<void> {
    const { api, errand, onLeft } = this.deps;
    await errand.run('leave', async () => {
      const seat = this.held.value;
      if (seat === undefined) return undefined;
      const answer = await api.leave(seat);
      if (!this.isIn(seat)) return undefined;
      if (!answer.ok && !isLostSeat(answer.problem)) return answer;
      onLeft();
      return undefined;
    });
  }

  /** `seat` is gone for good. */
  lose(seat: SeatKey): void {
    this.deps.device.dropSeat(this.deps.place, seat);
    this.suggestedName.value = seat.name;
  }

  /** The session is gone for good, and whatever the device keeps of it. */
  forget(): void {
    this.deps.device.forget(this.deps.place);
  }

  /** This page sits in no seat any more. */
  standUp(): void {
    this.seq = 0;
    this.held.value = undefined;
    this.renameTrouble.value = undefined;
  }

  private keep(seat: SeatKey): void {
    this.held.value = seat;
    this.deps.device.renewSeat(this.deps.place, seat);
  }

  /** Whether this page still sits there, though maybe under another name. */
  private isIn(seat: SeatKey): boolean {
    return this.held.value?.key === seat.key;
  }
}

/** Whether there is no such seat any more, or it is somebody else's. */
export function isLostSeat(problem: Problem): boolean {
  const { kind } = problem;
  return isRefusal(problem) || kind === 'not-a-valid-participant' || kind === 'not-a-participant';
}
