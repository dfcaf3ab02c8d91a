import type { ControllerView } from '../model/controller';
import type { History } from '../model/history';
import { decodeControlKey } from './control_wire';
import { decodeControllerView } from './controller_wire';
import { decodeHistory } from './history_wire';
import type { Answer, Send } from './request';
import type { Clocks } from './world';

const done = () => true as const;

/** How a round is to start. What is left out is as the session has it. */
export interface StartOptions {
  /** What is voted on; empty for nothing. */
  readonly topic?: string;
  /** How long the round lasts; 0 is no timer. */
  readonly seconds?: number;
  /** Votes once more on the topic of the last round, whether it has one or not. */
  readonly again?: boolean;
  /** The round that the reader knows: refused with `round-changed` if another has begun since. */
  readonly after?: number | undefined;
}

/** What to do with the time of the open round: add to what is left, or set that; 0 stops the timer. */
export type TimerChange = { readonly add: number } | { readonly seconds: number };

/** What a controller may ask of one session. The cookie proves who asks. */
export interface ControllerApi {
  /** The session as controllers see it. A `key`, as a control link brings it, is answered with its cookie. */
  look(key?: string): Promise<Answer<ControllerView>>;
  /** `after`: the round that the reader knows, as for `start`. */
  act(action: 'start' | 'stop' | 'reset', after: number | undefined): Promise<Answer<true>>;
  /** Starts a round with more than `act` says of it. */
  start(options: StartOptions): Promise<Answer<true>>;
  timer(change: TimerChange): Promise<Answer<true>>;
  /** The whole list of what is to be voted on next, in place of that version: `topics-changed` if it is another. */
  setTopics(topics: readonly string[], after: number): Promise<Answer<true>>;
  history(): Promise<Answer<History>>;
  /** Records what was agreed on for a closed round; empty takes it back. */
  agree(round: number, agreed: string): Promise<Answer<true>>;
  /** Takes the last reset or kick back. */
  undo(): Promise<Answer<true>>;
  setDeck(choices: readonly string[]): Promise<Answer<true>>;
  /** Empty takes it away. */
  setTitle(title: string): Promise<Answer<true>>;
  /** Calls the question of seat `number` answered. */
  answer(number: number): Promise<Answer<true>>;
  kick(name: string): Promise<Answer<true>>;
  /** Locks the door to whoever has no seat yet, or opens it. */
  setDoor(locked: boolean): Promise<Answer<true>>;
  /** A fresh control key, for somebody else. */
  mintKey(): Promise<Answer<string>>;
  /** From now on no control key but the caller's is valid. */
  takeBackKeys(): Promise<Answer<true>>;
}

/** The controller's calls on session `id`. */
export function controllerApi(send: Send, id: string, clocks: Clocks): ControllerApi {
  const path = `/${id}/control`;
  const keys = `${path}/keys`;
  const change = (method: 'PATCH' | 'PUT', what: string, value: object) =>
    send({ method, path: `${path}/${what}`, body: JSON.stringify(value), decode: done });
  return {
    look: (key) =>
      send({ method: 'GET', path, key, decode: (body) => decodeControllerView(body, clocks) }),
    act: (action, after) => change('PATCH', action, action === 'start' ? { After: after } : {}),
    start: ({ topic, seconds, again, after }) =>
      change('PATCH', 'start', { Topic: topic, Seconds: seconds, Again: again, After: after }),
    timer: (to) =>
      change('PATCH', 'timer', 'add' in to ? { Add: to.add } : { Seconds: to.seconds }),
    setTopics: (topics, after) => change('PUT', 'topics', { Topics: topics, After: after }),
    history: () =>
      send({
        method: 'GET',
        path: `${path}/history`,
        decode: (body) => decodeHistory(body, clocks.date()),
      }),
    agree: (round, agreed) => change('PATCH', 'agree', { Round: round, Agreed: agreed }),
    undo: () => send({ method: 'PATCH', path: `${path}/undo`, decode: done }),
    setTitle: (title) => change('PATCH', 'title', { Title: title }),
    setDeck: (choices) => change('PUT', 'deck', { Choices: choices }),
    answer: (number) =>
      send({
        method: 'PUT',
        path: `/${id}/question?seat=${number}`,
        body: JSON.stringify({ Raised: false }),
        decode: done,
      }),
    kick: (name) => send({ method: 'PATCH', path: `${path}/kick`, body: name, decode: done }),
    setDoor: (locked) => change('PATCH', 'door', { Locked: locked }),
    mintKey: () => send({ method: 'POST', path: keys, decode: decodeControlKey }),
    takeBackKeys: () => send({ method: 'DELETE', path: keys, decode: done }),
  };
}

/**
 * The address of session `id`'s history as a file, below `root` (`{base}/api`); the cookie opens it. `columns` stand above
 * a table in place of the server's English ones.
 */
export function historyFile(
  root: string,
  id: string,
  format: 'csv' | 'markdown' | 'json',
  columns: readonly string[] = [],
): string {
  const address = `${root}/${id}/control/history?format=${format}`;
  if (format === 'json' || columns.length === 0) return address;
  return `${address}&columns=${encodeURIComponent(columns.join())}`;
}

/** The file at `address` as text; `undefined` if it could not be had. */
export async function fileText(
  address: string,
  fetchFn: typeof fetch,
): Promise<string | undefined> {
  try {
    const response = await fetchFn(address, { cache: 'no-store' });
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}
