import { expect, test, vi } from 'vitest';
import { HOST_SLUGS } from './host_slugs';
import { isOver, isPassing, isRefusal, sender } from './request';

const problem = (status: number, slug: string) =>
  new Response(JSON.stringify({ type: `urn:pajthy:${slug}`, title: slug, status }), { status });

function ask(respond: () => Response | Promise<Response>, key?: string) {
  const fetchFn = vi.fn<typeof fetch>(async () => respond());
  const send = sender('/x/api', fetchFn, HOST_SLUGS);
  const decode = (body: unknown) => (typeof body === 'number' ? body : undefined);
  return { fetchFn, answer: send({ method: 'GET', path: '/abc', key, decode }) };
}

test('an answer is decoded', async () => {
  const { fetchFn, answer } = ask(() => new Response('7'), 'secret');
  expect(await answer).toEqual({ ok: true, value: 7, seq: 0 });
  expect(fetchFn.mock.calls[0]?.[0]).toBe('/x/api/abc');
  expect(fetchFn.mock.calls[0]?.[1]?.headers).toEqual({ Authorization: 'Bearer secret' });
});

test('an answer says of which version it tells', async () => {
  const { answer } = ask(() => new Response('7', { headers: { 'Pajthy-Seq': '12' } }));
  expect(await answer).toEqual({ ok: true, value: 7, seq: 12 });
});

test('without a key no Authorization is sent', async () => {
  const { fetchFn } = ask(() => new Response('7'));
  expect(fetchFn.mock.calls[0]?.[1]?.headers).toEqual({});
});

test('a problem is known by its slug', async () => {
  const { answer } = ask(() => problem(409, 'session-full'));
  expect(await answer).toEqual({ ok: false, problem: { kind: 'session-full', status: 409 } });
});

test.each([
  [problem(404, 'brand-new-reason'), 'barred'],
  [new Response('<html>', { status: 404 }), 'barred'],
  [problem(403, 'brand-new-reason'), 'barred'],
  [new Response('<html>', { status: 401 }), 'barred'],
  [new Response('<html>', { status: 403 }), 'barred'],
  [new Response('<html>', { status: 429 }), 'too-many-requests'],
  [new Response('request head is too large', { status: 431 }), 'too-many-cookies'],
  [new Response('request body is too large', { status: 413 }), 'too-large'],
  [new Response('', { status: 418 }), 'failed'],
  [new Response('"seven"'), 'unclear'],
  [new Response('<html>'), 'unclear'],
])('anything else falls back: %#', async (response, kind) => {
  const answer = await ask(() => response).answer;
  expect(answer.ok || answer.problem.kind).toBe(kind);
});

test.each(['cut…', 'a b', 'x\n'])(
  'a key that no header can hold is a wrong one: %j',
  async (key) => {
    const { fetchFn, answer } = ask(() => new Response('7'), key);
    expect(await answer).toEqual({ ok: false, problem: { kind: 'key-wrong', status: 0 } });
    expect(fetchFn).not.toHaveBeenCalled();
  },
);

test('no answer is offline', async () => {
  const { answer } = ask(() => Promise.reject(new TypeError('network')));
  expect(await answer).toEqual({ ok: false, problem: { kind: 'offline', status: 0 } });
});

test('what may pass is told from what will not', () => {
  expect(isPassing({ kind: 'offline', status: 0 })).toBe(true);
  expect(isPassing({ kind: 'busy', status: 503 })).toBe(true);
  expect(isPassing({ kind: 'too-many-requests', status: 429 })).toBe(true);
  expect(isPassing({ kind: 'unknown-session', status: 404 })).toBe(false);
  expect(isPassing({ kind: 'unclear', status: 200 })).toBe(false);
});

test('a key that does not fit is told from an address that is not allowed', () => {
  expect(isRefusal({ kind: 'key-required', status: 401 })).toBe(true);
  expect(isRefusal({ kind: 'not-your-seat', status: 403 })).toBe(true);
  expect(isRefusal({ kind: 'foreign-origin', status: 403 })).toBe(false);
  expect(isRefusal({ kind: 'barred', status: 403 })).toBe(false);
  expect(isRefusal({ kind: 'unknown-session', status: 404 })).toBe(false);
});

test('a session that is over is told from a request that the server does not know', () => {
  expect(isOver({ kind: 'unknown-session', status: 404 })).toBe(true);
  expect(isOver({ kind: 'not-found', status: 404 })).toBe(false);
});
