import { batch, type Signal, signal } from '@preact/signals-core';
import type { Frame } from '../api/frame';
import { type Answer, isOver, isRefusal, type Problem } from '../api/request';
import {
  type Ending,
  type Finding,
  openSocket,
  type Pace,
  type Socket,
  type SocketStatus,
} from '../api/socket';
import type { Cancel, World } from '../api/world';
import { persist } from './persist';

/** A whole view, however it came. */
export interface Snapshot<V> {
  readonly kind: 'snapshot';
  readonly view: V;
}

/** What a connection to a session stands on. */
export interface LiveDeps<V, E> {
  readonly world: World;
  readonly pace?: Pace | undefined;
  readonly decode: (frame: Frame) => E | undefined;
  /** What is not older than what was told before, with its version. */
  readonly onEvent: (event: E | Snapshot<V>, seq: number) => void;
  readonly onEnd: (ending: Ending) => void;
  /** A connection begins, with a server that may have lost its newest versions. */
  readonly onDial?: () => void;
}

/** Asks for the session. */
export type Look<V> = () => Promise<Answer<V>>;

/** Where to follow a session. */
export interface Line<V> {
  /** The websocket's address. */
  readonly url: () => string;
  readonly look: Look<V>;
  /** Asks with nothing but the cookie that the websocket has, if it needs one and `look` does not. */
  readonly lookByCookie?: Look<V> | undefined;
}

/**
 * The connection of a room to its session: looks at it, follows it by a websocket, and looks again where that fails.
 * What it tells has a version, whichever way it came, and what is older than what the room has ends here.
 */
export class Live<V, E extends { readonly kind: string }> {
  /** `undefined` while there is nothing to be connected to. */
  readonly status: Signal<SocketStatus | undefined> = signal();
  private socket: Socket | undefined;
  private cancelAsking: Cancel = () => {};
  /** The version that the room has. */
  private seq = 0;
  /** The same, as far as it was heard since the last connection began. */
  private heard = 0;
  private dials = 0;

  constructor(private readonly deps: LiveDeps<V, E>) {}

  /** Looks at the session until there is a final answer. */
  enter(look: Look<V>, onView: (view: V) => void, onProblem: (problem: Problem) => void): void {
    const { dials } = this;
    this.cancelAsking();
    this.cancelAsking = persist({
      world: this.deps.world,
      ask: look,
      onDelay: () => {
        this.status.value = 'reconnecting';
      },
      onAnswer: (answer) =>
        batch(() => {
          if (!answer.ok) return onProblem(answer.problem);
          this.see(answer.value, answer.seq, dials);
          onView(answer.value);
        }),
    });
  }

  /** Tells what came without being asked for, as an answer that has come by now. */
  show(view: V, seq: number): void {
    this.see(view, seq, this.dials);
  }

  /** Follows the session by the websocket of `line`. */
  follow(line: Line<V>): void {
    const { world, pace, decode, onEnd, onDial } = this.deps;
    this.socket?.close();
    this.socket = openSocket<E | Snapshot<V>>({
      world,
      pace,
      url: line.url,
      decode,
      onEvent: (event, seq) =>
        this.tell(event, seq, event.kind === 'snapshot' ? this.heard : this.seq),
      status: this.status,
      onDial: () => {
        this.dials += 1;
        this.heard = 0;
        onDial?.();
      },
      onEnd,
      diagnose: (isShut) => this.diagnose(line, isShut),
    });
  }

  /** Looks once, and tells what is new. */
  async refresh(look: Look<V>): Promise<Answer<V>> {
    const { socket, dials } = this;
    const answer = await look();
    if (answer.ok && socket === this.socket) {
      batch(() => this.see(answer.value, answer.seq, dials));
    }
    return answer;
  }

  /** There was a change: whoever waits to connect again is to hear of it now. */
  hurry(): void {
    this.socket?.hurry();
  }

  stop(): void {
    this.cancelAsking();
    this.socket?.close();
    this.socket = undefined;
    this.status.value = undefined;
    this.seq = 0;
  }

  /** Also brings the view, so that a page whose websockets are blocked on the way still moves. */
  private async diagnose({ look, lookByCookie }: Line<V>, isShut: boolean): Promise<Finding> {
    const answer = await this.refresh(look);
    if (!answer.ok) {
      const { problem } = answer;
      if (isOver(problem)) return 'over';
      if (isRefusal(problem)) return 'refused';
      return problem.kind === 'offline' ? undefined : 'fine';
    }
    const byCookie = isShut ? await lookByCookie?.() : undefined;
    return byCookie?.ok === false && isRefusal(byCookie.problem) ? 'cookieless' : 'fine';
  }

  private see(view: V, seq: number, dials: number): void {
    // What was asked for before this connection began may be older than what was known then.
    this.tell({ kind: 'snapshot', view }, seq, dials === this.dials ? this.heard : this.seq);
  }

  private tell(event: E | Snapshot<V>, seq: number, known: number): void {
    // What a seat is told of itself may be late, and is compared by whom it concerns.
    if (event.kind !== 'you') {
      if (seq < known) return;
      this.seq = seq;
      this.heard = seq;
    }
    this.deps.onEvent(event, seq);
  }
}
