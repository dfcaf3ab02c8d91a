import { type Signal, signal } from '@preact/signals-core';
import type { Answer, Problem } from '../api/request';
import type { VoterApi } from '../api/voter_api';
import type { SeatKey } from '../api/voter_wire';
import type { World } from '../api/world';
import { type Control, LED } from '../model/control';
import { SecondsLeft } from './seconds_left';

/** What asking for control stands on. */
export interface ControlRequestDeps {
  readonly api: Pick<VoterApi, 'requestControl' | 'objectToRequest' | 'takeControl'>;
  readonly world: Pick<World, 'now' | 'after'>;
  /** The seat that this page sits in, if any. */
  readonly seat: () => SeatKey | undefined;
  readonly onProblem: (problem: Problem) => void;
}

/** Asks for control of a session that nobody leads, lets others object, and takes what has passed to this seat. */
export class ControlRequest {
  /** How it stands, as far as this page was told. */
  readonly control: Signal<Control> = signal(LED);
  readonly left: SecondsLeft;
  /** Whether control has come to this page. */
  readonly isMine: Signal<boolean> = signal(false);
  private isAtWork = false;

  constructor(private readonly deps: ControlRequestDeps) {
    this.left = new SecondsLeft(deps.world);
  }

  follow(control: Control): void {
    this.control.value = control;
    if (control.state !== 'led') this.isMine.value = false;
    this.left.follow(control.state === 'asked' ? control.passes : undefined);
    if (control.state === 'passed' && control.by === this.deps.seat()?.name) void this.take();
  }

  ask(): Promise<boolean> {
    return this.carryOut((seat) => this.deps.api.requestControl(seat));
  }

  /** Objects, or, by whoever asked, takes the request back. */
  object(): Promise<boolean> {
    return this.carryOut((seat) => this.deps.api.objectToRequest(seat));
  }

  private async take(): Promise<void> {
    if (await this.carryOut((seat) => this.deps.api.takeControl(seat))) this.isMine.value = true;
  }

  private async carryOut(change: (seat: SeatKey) => Promise<Answer<unknown>>): Promise<boolean> {
    const seat = this.deps.seat();
    if (seat === undefined || this.isAtWork) return false;
    this.isAtWork = true;
    const answer = await change(seat);
    this.isAtWork = false;
    if (!answer.ok) this.deps.onProblem(answer.problem);
    return answer.ok;
  }
}
