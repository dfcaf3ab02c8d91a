import { backoffMs } from '../model/backoff';

/** Undoes what was begun. */
export type Cancel = () => void;

/** What a websocket tells. */
export interface LineEvents {
  readonly onOpen: () => void;
  readonly onMessage: (data: unknown) => void;
  readonly onClose: (code: number) => void;
}

/** What lies outside the page and moves by itself: time, chance, network, the reader's attention. */
export interface World {
  /** Opens a websocket, which only listens. Once it is cancelled it tells nothing more. */
  connect(url: string, events: LineEvents): Cancel;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** Milliseconds since 1970, by this device. */
  date(): number;
  after(ms: number, action: () => void): Cancel;
  /** In [0, 1). */
  random(): number;
  /** Calls back whenever the page is looked at again or the network has returned; often several times in a row. */
  onWake(action: () => void): Cancel;
  /** Calls back when the network goes. */
  onOffline(action: () => void): Cancel;
  /** Whether the browser knows of no network. */
  isOffline(): boolean;
}

/** Without a network there is little hope: a browser that is wrong about it finds out in this time. */
const OFFLINE_MS = 15_000;

/** How long to wait before try number `attempt` (0 is the first retry). */
export function retryMs(world: World, attempt: number): number {
  return world.isOffline() ? OFFLINE_MS : backoffMs(attempt, world.random());
}

/** The clocks of this device. */
export type Clocks = Pick<World, 'now' | 'date'>;

/** The world of a browser. */
export function browserWorld(): World {
  return {
    connect(url, { onOpen, onMessage, onClose }) {
      const socket = new WebSocket(url);
      socket.onopen = onOpen;
      socket.onmessage = ({ data }) => onMessage(data);
      socket.onclose = ({ code }) => onClose(code);
      return () => {
        socket.onopen = null;
        socket.onmessage = null;
        socket.onclose = null;
        socket.close();
      };
    },
    now: () => performance.now(),
    date: () => Date.now(),
    after(ms, action) {
      const timer = setTimeout(action, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    onWake: (action) =>
      on(['visibilitychange', 'resume', 'pageshow', 'online'], ({ type }) => {
        if (type === 'online' || document.visibilityState === 'visible') action();
      }),
    onOffline: (action) => on(['offline'], action),
    isOffline: () => !navigator.onLine,
  };
}

/** Hears of what happens to the page, and, on their way, of what happens to its document. */
function on(types: readonly string[], action: (event: Event) => void): Cancel {
  for (const type of types) addEventListener(type, action, true);
  return () => {
    for (const type of types) removeEventListener(type, action, true);
  };
}

/** Where websockets of this page's server begin. */
export function socketOrigin({ origin }: Location): string {
  return origin.replace(/^http/, 'ws');
}
