import { backoffMs } from '../model/backoff';
import { decodeFrame, type Frame } from './frame';
import type { Cancel, World } from './world';

/** How the connection stands. `open` means that a snapshot has come, not just a handshake. */
export type SocketStatus = 'connecting' | 'open' | 'reconnecting' | 'ended';

/** Why there is no point in connecting again. */
export type Ending = 'kicked' | 'over' | 'refused';

/** What a socket needs to know. */
export interface SocketOptions<E extends { readonly kind: string }> {
  readonly world: World;
  readonly url: string;
  /** Gives `undefined` for a frame that breaks the agreement. */
  readonly decode: (frame: Frame) => E | undefined;
  readonly onEvent: (event: E) => void;
  readonly onStatus: (status: SocketStatus) => void;
  /** Told once, before the status becomes `ended`; not after `close()`. */
  readonly onEnd: (ending: Ending) => void;
  /**
   * Finds out why a connection was never accepted, which a browser does not tell. `undefined` is
   * nothing that would not pass.
   */
  readonly diagnose: () => Promise<Ending | undefined>;
}

/** A connection that is kept up until it has ended for good. */
export interface Socket {
  /** Tries at once, if it is not connected, not trying already, and has not ended. */
  hurry(): void;
  close(): void;
}

const ENDINGS = new Map<number, Ending>([
  [4001, 'kicked'],
  [4004, 'over'],
]);
/** A handshake that takes longer goes nowhere. */
const HANDSHAKE_MS = 10_000;
/** A connection that held this long has earned quick retries again. */
const STABLE_MS = 5_000;
/** A line silent for longer, in a page that just woke up, may be dead without anybody having told us. */
const STALE_MS = 30_000;

/**
 * Connects, and connects again for ever: after 0.2 s doubling to 4 s, and at once when the page is
 * looked at again or the network returns. Every connection starts with a snapshot, so nothing that
 * happened meanwhile is lost; events older than the snapshot are dropped.
 */
export function openSocket<E extends { readonly kind: string }>(options: SocketOptions<E>): Socket {
  const { world } = options;
  let status: SocketStatus | undefined;
  let cancelLine: Cancel = () => {};
  let cancelTimer: Cancel = () => {};
  let isTrying = false;
  let isClosed = false;
  let attempt = 0;
  let seq = 0;
  let heardAt = world.now();
  const cancelWake = world.onWake(wake);

  function setStatus(next: SocketStatus): void {
    if (status === next) return;
    status = next;
    options.onStatus(next);
  }

  function schedule(ms: number, action: () => void): void {
    cancelTimer();
    cancelTimer = world.after(ms, action);
  }

  function hangUp(): void {
    cancelTimer();
    cancelLine();
    cancelLine = () => {};
    isTrying = false;
  }

  function connect(): void {
    hangUp();
    isTrying = true;
    let accepted = false;
    cancelLine = world.connect(options.url, {
      onOpen: () => {
        accepted = true;
      },
      onMessage: receive,
      onClose: (code) => {
        hangUp();
        const ending = ENDINGS.get(code);
        if (ending !== undefined) return end(ending);
        if (accepted) return retry();
        void explain();
      },
    });
    schedule(HANDSHAKE_MS, retry);
  }

  /** The handshake failed: asks why, and goes on unless there is no point. */
  async function explain(): Promise<void> {
    setStatus('reconnecting');
    // Stands for the question on its way: whoever hurries or closes meanwhile makes its answer stale.
    let stale = false;
    cancelTimer = () => {
      stale = true;
    };
    const ending = await options.diagnose();
    if (stale) return;
    if (ending === undefined) return retry();
    end(ending);
  }

  function retry(): void {
    hangUp();
    setStatus('reconnecting');
    schedule(backoffMs(attempt, world.random()), connect);
    attempt += 1;
  }

  function receive(data: unknown): void {
    heardAt = world.now();
    const frame = typeof data === 'string' ? decodeFrame(data) : undefined;
    if (frame === undefined) return;
    const event = options.decode(frame);
    // A frame that we can't read leaves our view wrong: only a new snapshot makes it right.
    if (event === undefined) return retry();
    if (event.kind === 'snapshot') {
      seq = frame.seq;
      schedule(STABLE_MS, () => {
        attempt = 0;
      });
      options.onEvent(event);
      return setStatus('open');
    }
    if (status !== 'open' || frame.seq < seq) return;
    seq = frame.seq;
    options.onEvent(event);
  }

  function end(ending: Ending): void {
    close();
    options.onEnd(ending);
    setStatus('ended');
  }

  function wake(): void {
    if (status === 'open' && world.now() - heardAt < STALE_MS) return;
    attempt = 0;
    // The time of trying counts as heard: a page that wakes often does not cut its own handshakes.
    heardAt = world.now();
    connect();
  }

  function hurry(): void {
    if (status !== 'open' && !isTrying && !isClosed) wake();
  }

  function close(): void {
    isClosed = true;
    cancelWake();
    hangUp();
  }

  setStatus('connecting');
  connect();
  return { hurry, close };
}
