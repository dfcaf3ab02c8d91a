import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import { decodeControllerEvent } from '../api/controller_wire';
import type { Device } from '../api/device';
import { isRefusal, type Problem, type ProblemKind } from '../api/request';
import { type Ending, openSocket, type Socket, type SocketStatus } from '../api/socket';
import type { Cancel, World } from '../api/world';
import { commonWords } from '../i18n/words';
import {
  applyController,
  type ControllerEvent,
  type ControllerView,
  mainAction,
} from '../model/controller';
import type { Place } from '../model/place';
import { announce } from './announcer';
import { persist } from './persist';

/** What the control page stands on. */
export interface ControlRoomDeps {
  readonly place: Place;
  readonly api: ControllerApi;
  readonly device: Device;
  readonly world: World;
  readonly socketUrl: string;
  /** Takes the key out of the address bar. */
  readonly hideKey: () => void;
}

/** `locked` without a key that fits, `over` if the session is no more. */
export type ControlPhase = 'loading' | 'locked' | 'ready' | 'over';

/** How long the main button rests when its meaning has changed: a second tap must not hit the next meaning. */
const REST_MS = 1000;

/** A second tap sooner than this is the end of a double tap, not an answer. */
const DOUBLE_TAP_MS = 400;
/** Who has not tapped again by then did not mean it. */
const GIVE_UP_MS = 4000;

/** The control page: starts, stops, resets, and kicks. */
export class ControlRoom {
  readonly phase: Signal<ControlPhase> = signal('loading');
  readonly status: Signal<SocketStatus | undefined> = signal(undefined);
  readonly view: Signal<ControllerView | undefined> = signal(undefined);
  /** The key that opened the session; `undefined` if it was the cookie alone. */
  readonly key: Signal<string | undefined> = signal(undefined);
  /** Whether a key came with the address and did not fit. */
  readonly keyWasWrong: Signal<boolean> = signal(false);
  /** Whether the main button is between two meanings and takes no tap. */
  readonly isResting: Signal<boolean> = signal(false);
  readonly trouble: Signal<ProblemKind | undefined> = signal(undefined);

  /** Who was tapped to be kicked, and waits for the second tap. */
  readonly asking: Signal<string | undefined> = signal(undefined);

  private socket: Socket | undefined;
  private cancelAsking: Cancel = () => {};
  private cancelRest: Cancel = () => {};
  private cancelAsked: Cancel = () => {};
  private askedAt = 0;
  private isActing = false;

  constructor(private readonly deps: ControlRoomDeps) {}

  /** Opens the session with the first that fits: the key of the address, the device's, the cookie. */
  start(addressKey: string): void {
    const { device, place } = this.deps;
    this.phase.value = 'loading';
    const keys = [addressKey || undefined, device.controlKey(place)];
    const given = keys.filter((key) => key !== undefined);
    this.tryKeys([...new Set(given), undefined], addressKey);
  }

  /** Does what the main button says, unless it rests. */
  async act(): Promise<void> {
    const view = this.view.value;
    if (view === undefined || this.isResting.value || this.isActing) return;
    this.isActing = true;
    this.trouble.value = undefined;
    const answer = await this.deps.api.act(mainAction(view), this.key.value);
    this.isActing = false;
    if (!answer.ok) return this.fail(answer.problem);
    // Until the event has come the button still has its old meaning, which was served.
    this.rest();
    this.socket?.hurry();
  }

  /** The first tap asks, the second removes. */
  async tapKick(name: string): Promise<void> {
    const { world } = this.deps;
    if (this.asking.value !== name) {
      this.giveUpKick();
      this.asking.value = name;
      this.askedAt = world.now();
      this.cancelAsked = world.after(GIVE_UP_MS, () => this.giveUpKick());
      return;
    }
    if (world.now() - this.askedAt < DOUBLE_TAP_MS) return;
    this.giveUpKick();
    await this.kick(name);
  }

  /** It was not meant. */
  giveUpKick(): void {
    this.cancelAsked();
    this.asking.value = undefined;
  }

  private async kick(name: string): Promise<void> {
    this.trouble.value = undefined;
    const answer = await this.deps.api.kick(name, this.key.value);
    if (!answer.ok && answer.problem.kind !== 'not-a-participant') {
      return this.fail(answer.problem);
    }
    announce(commonWords.said.kicked(name));
    this.socket?.hurry();
  }

  private tryKeys(keys: readonly (string | undefined)[], addressKey: string): void {
    const [key, ...others] = keys;
    this.cancelAsking();
    this.cancelAsking = persist({
      world: this.deps.world,
      ask: () => this.deps.api.look(key),
      onDelay: () => {
        this.status.value = 'reconnecting';
      },
      onAnswer: (answer) => {
        if (answer.ok) return this.unlock(key, answer.value);
        if (!isRefusal(answer.problem)) return this.fail(answer.problem);
        if (key === addressKey) this.keyWasWrong.value = true;
        if (others.length > 0) return this.tryKeys(others, addressKey);
        this.lock();
      },
    });
  }

  private unlock(key: string | undefined, view: ControllerView): void {
    const { device, place, world, socketUrl } = this.deps;
    if (key !== undefined) device.keepControlKey(place, key);
    this.deps.hideKey();
    this.key.value = key;
    this.keyWasWrong.value = false;
    this.trouble.value = undefined;
    this.show(view);
    this.phase.value = 'ready';
    this.socket?.close();
    this.socket = openSocket<ControllerEvent>({
      world,
      url: socketUrl,
      decode: decodeControllerEvent,
      onEvent: (event) => this.receive(event),
      onStatus: (status) => {
        this.status.value = status;
      },
      onEnd: (ending) => (ending === 'over' ? this.close() : this.lock()),
      diagnose: () => this.diagnose(),
    });
  }

  private receive(event: ControllerEvent): void {
    const view = this.view.value;
    if (view === undefined) return;
    this.show(applyController(view, event));
    if (event.kind === 'enabled') announce(commonWords.said.opened);
    if (event.kind === 'disabled') announce(commonWords.said.closed);
    if (event.kind === 'reset') announce(commonWords.said.cleared);
  }

  private show(view: ControllerView): void {
    const before = this.view.value;
    this.view.value = view;
    if (before !== undefined && mainAction(before) !== mainAction(view)) this.rest();
  }

  private rest(): void {
    this.cancelRest();
    this.isResting.value = true;
    this.cancelRest = this.deps.world.after(REST_MS, () => {
      this.isResting.value = false;
    });
  }

  /** Also brings the view, so that a page whose websockets are blocked on the way still moves. */
  private async diagnose(): Promise<Ending | undefined> {
    const answer = await this.deps.api.look(this.key.value);
    if (answer.ok) {
      this.receive({ kind: 'snapshot', view: answer.value });
      return undefined;
    }
    if (answer.problem.status === 404) return 'over';
    return isRefusal(answer.problem) ? 'refused' : undefined;
  }

  private fail(problem: Problem): void {
    if (problem.status === 404) return this.close();
    if (isRefusal(problem)) return this.lock();
    this.trouble.value = problem.kind;
  }

  private lock(): void {
    this.disconnect();
    this.deps.hideKey();
    this.phase.value = 'locked';
  }

  private close(): void {
    this.disconnect();
    this.phase.value = 'over';
  }

  private disconnect(): void {
    this.cancelAsking();
    this.socket?.close();
    this.socket = undefined;
    this.status.value = undefined;
  }
}
