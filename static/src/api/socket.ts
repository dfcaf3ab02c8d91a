import { batch, type Signal } from '@preact/signals-core';
import { decodeFrame, type Frame } from './frame';
import { type Cancel, retryMs, type World } from './world';

/**
 * How the connection stands. `open` means that a snapshot has come, not just a handshake; `cookieless`, that none will
 * as long as the browser keeps no cookie.
 */
export type SocketStatus = 'connecting' | 'open' | 'reconnecting' | 'cookieless' | 'ended';

/** Why there is no point in connecting again. */
export type Ending = 'kicked' | 'over' | 'refused';

/** What asking in another way has found; `undefined` if there was no answer. */
export type Finding = Ending | 'fine' | 'cookieless' | undefined;

/** How often the server gives a sign of life, and how much later it may come before the line counts as dead. */
export interface Pace {
  readonly beatMs: number;
  readonly patienceMs: number;
}

const PACE: Pace = { beatMs: 24_000, patienceMs: 11_000 };

/** What a socket needs to know. */
export interface SocketOptions<E extends { readonly kind: string }> {
  readonly world: World;
  /** Where to connect to, asked anew for each connection. */
  readonly url: () => string;
  /** Gives `undefined` for a frame that breaks the agreement. */
  readonly decode: (frame: Frame) => E | undefined;
  /** Each event with its version. What is older than what is known, is not sorted out here. */
  readonly onEvent: (event: E, seq: number) => void;
  /** Follows how the connection stands. */
  readonly status: Signal<SocketStatus | undefined>;
  /** A connection begins: what it tells was made after now. */
  readonly onDial: () => void;
  /** Told once, before the status becomes `ended`; not after `close()`. */
  readonly onEnd: (ending: Ending) => void;
  /**
   * Asks for the session in another way: why a connection was never accepted (`isShut`), which a browser does not tell,
   * or whether the server can be reached at all: then it is `fine`, whatever it answers.
   */
  readonly diagnose: (isShut: boolean) => Promise<Finding>;
  readonly pace?: Pace | undefined;
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
/** As long as the page shows a line as up, what is to prove it, or to take its place, has no longer. */
const PROOF_MS = 4_000;
/** What was heard, or begun, so short a time ago needs no proof. */
const JUST_NOW_MS = 3_000;
/** A connection that held this long has earned quick retries again. */
const STABLE_MS = 5_000;
/** How often silence is measured: a machine that wakes up does not always say so. */
const MEASURE_MS = 5_000;

/**
 * Connects, and connects again for ever: after 0.2 s doubling to 4 s, and at once when the page is
 * looked at again or the network returns. Every connection starts with a snapshot, so nothing that
 * happened meanwhile is lost. A line that is silent for longer than the server ever is, is dead and replaced. A page
 * that wakes up proves its line. Silence is measured by the date, as the other clock stands still in sleep.
 */
export function openSocket<E extends { readonly kind: string }>(options: SocketOptions<E>): Socket {
  const { world, status, pace: { beatMs, patienceMs } = PACE } = options;
  const silenceMs = beatMs + patienceMs;
  let cancelLine: Cancel = () => {};
  let cancelTimer: Cancel = () => {};
  let cancelMeasure: Cancel = () => {};
  let isTrying = false;
  let isClosed = false;
  let attempt = 0;
  let heardAt = 0;
  let triedAt = 0;
  const cancelWake = world.onWake(wake);
  const cancelOffline = world.onOffline(retry);

  function schedule(ms: number, action: () => void): void {
    cancelTimer();
    cancelTimer = world.after(ms, action);
  }

  function hangUp(): void {
    cancelTimer();
    cancelMeasure();
    cancelLine();
    cancelLine = () => {};
    isTrying = false;
  }

  function connect(): void {
    hangUp();
    isTrying = true;
    triedAt = world.date();
    let accepted = false;
    options.onDial();
    cancelLine = world.connect(options.url(), {
      onOpen: () => {
        accepted = true;
      },
      // An event draws once, whatever it changes.
      onMessage: (data) => batch(() => receive(data)),
      onClose: (code) => {
        hangUp();
        const ending = ENDINGS.get(code);
        if (ending !== undefined) return end(ending);
        if (accepted) return retry();
        if (status.value !== 'cookieless') status.value = 'reconnecting';
        // The handshake failed: asks why, and goes on unless there is no point.
        void ask(true, (found) => (found === 'cookieless' ? retryLater(found) : retry()));
      },
    });
    schedule(status.value === 'open' ? PROOF_MS : HANDSHAKE_MS, retry);
  }

  /** Asks in another way; ends if there is no point, or goes on. Whoever hurries or closes makes the answer stale. */
  async function ask(isShut: boolean, goOn: (found: Finding) => void): Promise<void> {
    let stale = false;
    const cancelBefore = cancelTimer;
    cancelTimer = () => {
      stale = true;
      cancelBefore();
    };
    const found = await options.diagnose(isShut);
    if (stale) return;
    if (found === 'kicked' || found === 'over' || found === 'refused') return end(found);
    goOn(found);
  }

  function retry(): void {
    retryLater('reconnecting');
  }

  function retryLater(as: SocketStatus): void {
    hangUp();
    status.value = as;
    schedule(retryMs(world, attempt), connect);
    attempt += 1;
  }

  function receive(data: unknown): void {
    heardAt = world.date();
    const frame = typeof data === 'string' ? decodeFrame(data) : undefined;
    if (frame === undefined) return;
    const event = options.decode(frame);
    // A frame that we can't read leaves our view wrong: only a new snapshot makes it right.
    if (event === undefined) return retry();
    if (event.kind === 'snapshot') {
      isTrying = false;
      schedule(STABLE_MS, () => {
        attempt = 0;
      });
      cancelMeasure();
      measure();
      options.onEvent(event, frame.seq);
      status.value = 'open';
      return;
    }
    if (!isTrying) options.onEvent(event, frame.seq);
  }

  /** A line that is up is silent at times, but never for long. */
  function measure(): void {
    const leftMs = silenceMs - since(heardAt);
    if (leftMs <= 0) return retry();
    cancelMeasure = world.after(Math.min(leftMs, MEASURE_MS), measure);
  }

  /** By the date, which goes on in sleep and may be set back: that counts as long ago. */
  function since(then: number): number {
    return Math.abs(world.date() - then);
  }

  function end(ending: Ending): void {
    close();
    batch(() => {
      options.onEnd(ending);
      status.value = 'ended';
    });
  }

  function wake(): void {
    const isOpen = status.value === 'open';
    // A page that wakes up hears of it in many ways, and is to do it once.
    if (isOpen && since(heardAt) < JUST_NOW_MS) return;
    if ((isOpen || isTrying) && since(triedAt) < JUST_NOW_MS) return;
    attempt = 0;
    if (isOpen && !isTrying && since(heardAt) < silenceMs) return prove();
    if (isOpen || !world.isOffline()) connect();
  }

  /** Whom no request reaches, this line does not reach either. */
  function prove(): void {
    triedAt = world.date();
    schedule(PROOF_MS, retry);
    void ask(false, (found) => (found === 'fine' ? cancelTimer() : retry()));
  }

  function hurry(): void {
    if (status.value === 'open' || isTrying || isClosed) return;
    attempt = 0;
    connect();
  }

  function close(): void {
    isClosed = true;
    cancelWake();
    cancelOffline();
    hangUp();
  }

  status.value = 'connecting';
  connect();
  return { hurry, close };
}
