import { expect, test, vi } from 'vitest';
import { FakeServer } from '../api/fetch.fake';
import { sender } from '../api/request';
import { WayIn } from './way_in';

const ID = 'k3vq7x2m9tda';

function open(answers: ConstructorParameters<typeof FakeServer>[0] = {}) {
  const server = new FakeServer(answers);
  const go = vi.fn();
  const here = { origin: 'https://vote.example', base: '/x' };
  const wayIn = new WayIn({ here, go, send: sender('/x/api', server.fetch) });
  return { server, go, wayIn };
}

test('a code of a session that is there leads to it', async () => {
  const { wayIn, go } = open({ [`GET /x/api/${ID}`]: [200, {}] });
  wayIn.write(` ${ID.toUpperCase()} `);
  await wayIn.enter();
  expect(go.mock.calls).toEqual([[`/x/${ID}`]]);
  expect(wayIn.fault.value).toBeUndefined();
});

test('a control link leads to its page, key and all, and the key is not told to the server here', async () => {
  const { wayIn, go, server } = open({ [`GET /x/api/${ID}`]: [200, {}] });
  wayIn.write(`https://vote.example/x/${ID}/control#Key`);
  await wayIn.enter();
  expect(go.mock.calls).toEqual([[`/x/${ID}/control#Key`]]);
  expect(server.asked).toEqual([{ call: `GET /x/api/${ID}`, body: undefined, key: null }]);
});

test('a recipe link is followed without asking', async () => {
  const { wayIn, go, server } = open();
  wayIn.write('https://vote.example/x/new?deck=fist');
  await wayIn.enter();
  expect(go.mock.calls).toEqual([['/x/new?deck=fist']]);
  expect(server.asked).toEqual([]);
});

test.each([
  ['', { kind: 'empty' }],
  ['#', { kind: 'unclear' }],
  [`https://other.example/${ID}`, { kind: 'foreign', host: 'other.example' }],
  [ID, { kind: 'unknown' }],
])('what leads nowhere says why, until it is written anew: %j', async (text, fault) => {
  const { wayIn, go } = open();
  wayIn.write(text);
  await wayIn.enter();
  expect(wayIn.fault.value).toEqual(fault);
  expect(go).not.toHaveBeenCalled();
  wayIn.write('1');
  expect(wayIn.fault.value).toBeUndefined();
});

test('a server that has no time is not taken for one that knows no session', async () => {
  const { wayIn, go } = open({ [`GET /x/api/${ID}`]: [503] });
  wayIn.write(ID);
  await wayIn.enter();
  expect(wayIn.fault.value).toEqual({ kind: 'problem', problem: 'busy' });
  expect(go).not.toHaveBeenCalled();
});

test('an answer about a text that was changed meanwhile leads nowhere', async () => {
  const { wayIn, go } = open({ [`GET /x/api/${ID}`]: [200, {}] });
  wayIn.write(ID);
  const entered = wayIn.enter();
  expect(wayIn.isAsking.value).toBe(true);
  wayIn.write('other');
  await entered;
  expect(go).not.toHaveBeenCalled();
  expect(wayIn.fault.value).toBeUndefined();
  expect(wayIn.isAsking.value).toBe(false);
});
