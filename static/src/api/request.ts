import { isObject, parseJson } from './guard';
import type { HostSlug } from './host_slugs';

/** The slugs of the server's problems that every page may meet. */
const SLUGS = [
  'bad-name',
  'unknown-session',
  'key-required',
  'key-wrong',
  'not-your-seat',
  'foreign-origin',
  'already-joined',
  'session-full',
  'door-locked',
  'session-closed',
  'not-a-valid-participant',
  'not-a-valid-choice',
  'not-a-participant',
  'too-many-requests',
  'busy',
  'control-not-free',
  'too-many-questions',
  'not-found',
] as const;

/** A problem by its slug. */
export type Slug = (typeof SLUGS)[number] | HostSlug;

/** Why nothing came of it: a problem of the server, no name to ask with, or what a request can meet. */
export type ProblemKind =
  | Slug
  | 'barred'
  | 'too-large'
  | 'too-many-cookies'
  | 'no-name'
  | 'offline'
  | 'unclear'
  | 'failed';

/** A request that did not succeed. */
export interface Problem {
  /**
   * `offline`: no answer; `unclear`: an answer that was not understood; `barred`: a refusal by something else
   * than the server; `failed`: any other refusal.
   */
  readonly kind: ProblemKind;
  /** Of the answer; 0 if there was none. */
  readonly status: number;
}

/** What a request brought. */
export type Answer<T> =
  /** `seq`: the version of the session that it tells of; 0 if it tells of none. */
  | { readonly ok: true; readonly value: T; readonly seq: number }
  | { readonly ok: false; readonly problem: Problem };

/** A request to the API. */
export interface Ask<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: string | undefined;
  /** Sent as Bearer; without it, the cookies decide. */
  readonly key?: string | undefined;
  /** Gives the answer's value, or `undefined` if the body is not what was agreed. */
  readonly decode: (body: unknown) => T | undefined;
}

/** Sends one request; never throws. */
export type Send = <T>(ask: Ask<T>) => Promise<Answer<T>>;

const PATIENCE_MS = 10_000;
const BY_STATUS = new Map<number, ProblemKind>([
  // The server says whose key is missing or wrong, and what is not there: whoever does not stands before the server.
  [401, 'barred'],
  [403, 'barred'],
  [404, 'barred'],
  [413, 'too-large'],
  [429, 'too-many-requests'],
  [431, 'too-many-cookies'],
  [503, 'busy'],
]);

/** Makes the function that sends requests below `root` (`{base}/api`), and knows `more` problems than every page does. */
export function sender(root: string, fetchFn: typeof fetch, more: readonly Slug[] = []): Send {
  const slugs = [...SLUGS, ...more];
  return async ({ method, path, body, key, decode }) => {
    // What the server does not make, a header may not even hold: fetch would fail as if there were no network.
    if (key && !/^[\w-]+$/.test(key)) return failure('key-wrong', 0);
    try {
      const response = await fetchFn(root + path, {
        method,
        body: body ?? null,
        headers: key ? { Authorization: `Bearer ${key}` } : {},
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await response.text();
      if (!response.ok) return { ok: false, problem: readProblem(response.status, text, slugs) };
      const value = decode(parseJson(text));
      if (value === undefined) return failure('unclear', response.status);
      return { ok: true, value, seq: Number(response.headers.get('Pajthy-Seq')) };
    } catch {
      return failure('offline', 0);
    }
  };
}

/** Whether asking again later may help: nobody answered, or the server had no time. */
export function isPassing({ kind, status }: Problem): boolean {
  return kind === 'offline' || status === 429 || status >= 500;
}

/** Whether the key was missing or did not fit (and not merely the address that the page is open at). */
export function isRefusal({ kind }: Problem): boolean {
  return kind === 'key-required' || kind === 'key-wrong' || kind === 'not-your-seat';
}

/** Whether there is no such session (and not merely nothing that can be asked so). */
export function isOver({ kind }: Problem): boolean {
  return kind === 'unknown-session';
}

function failure(kind: ProblemKind, status: number) {
  return { ok: false, problem: { kind, status } } as const;
}

function readProblem(status: number, text: string, slugs: readonly Slug[]): Problem {
  const body = parseJson(text);
  const type = isObject(body) ? body['type'] : undefined;
  const known = slugs.find((slug) => type === `urn:pajthy:${slug}`);
  return { kind: known ?? BY_STATUS.get(status) ?? 'failed', status };
}
