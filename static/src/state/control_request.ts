import { type Signal, signal } from '@preact/signals-core';
import type { Answer } from '../api/request';
import type { VoterApi } from '../api/voter_api';
import type { SeatKey } from '../api/voter_wire';
import type { Cancel, World } from '../api/world';
import { type Control, LED } from '../model/control';
import type { Errand } from './errand';
import { persist } from './persist';
import { SecondsLeft } from './seconds_left';

/** What asking for control stands on. */
export interface ControlRequestDeps {
  readonly api: Pick<VoterApi, 'requestControl' | 'objectToRequest' | 'takeControl'>;
  readonly world: World;
  /** The seat that this page sits in, if any. */
  readonly seat: () => SeatKey | undefined;
  readonly errand: Errand;
}

/** Asks for control of a session that nobody leads, lets others object, and takes what has passed to this seat. */
export class ControlRequest {
  /** How it stands, as far as this page was told. */
  readonly control: Signal<Control> = signal(LED);
  readonly left: SecondsLeft;
  /** Whether control has come to this page. */
  readonly isMine: Signal<boolean> = signal(false);
  /** Set while what has passed is being fetched. */
  private cancelTaking: Cancel | undefined;

  constructor(private readonly deps: ControlRequestDeps) {
    this.left = new SecondsLeft(deps.world);
  }

  /** Whether there is something to be said of it: most sessions are led all the time. */
  get isNews(): boolean {
    return this.isMine.value || this.control.value.state !== 'led';
  }

  follow(control: Control): void {
    this.control.value = control;
    this.left.follow(control.state === 'asked' ? control.passes : undefined);
    const seat = this.deps.seat();
    if (control.state === 'passed' && control.by === seat?.name) return this.take(seat);
    // Who leads may be this page: the answer that says so is still to come.
    if (control.state === 'led') return;
    this.stop();
    this.isMine.value = false;
  }

  /** What has passed is not to be fetched any more. */
  stop(): void {
    this.cancelTaking?.();
    this.cancelTaking = undefined;
  }

  ask(): Promise<boolean> {
    return this.carryOut('ask', (seat) => this.deps.api.requestControl(seat));
  }

  /** Objects, or, by whoever asked, takes the request back. */
  object(): Promise<boolean> {
    return this.carryOut('object', (seat) => this.deps.api.objectToRequest(seat));
  }

  /** However often it fails, and whatever else is under way: nobody else can have it. */
  private take(seat: SeatKey): void {
    if (this.cancelTaking !== undefined || this.isMine.value) return;
    this.cancelTaking = persist({
      world: this.deps.world,
      ask: () => this.deps.api.takeControl(seat),
      onDelay: () => {},
      onAnswer: (answer) => {
        this.cancelTaking = undefined;
        void this.deps.errand.run('take', async () => answer);
        this.isMine.value = answer.ok;
      },
    });
  }

  private carryOut(name: string, change: (seat: SeatKey) => Promise<Answer<unknown>>) {
    return this.deps.errand.run(name, () => {
      const seat = this.deps.seat();
      return seat && change(seat);
    });
  }
}
