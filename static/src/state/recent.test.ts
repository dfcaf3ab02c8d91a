// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { deviceFrom } from '../api/device';
import { FakeServer } from '../api/fetch.fake';
import { lastSessionsIn } from '../api/last_sessions';
import { sender } from '../api/request';
import { Recent } from './recent';

let now = 0;
const date = () => now;
const sessions = lastSessionsIn(localStorage, date);
const place = { base: '', id: '' };

beforeEach(() => {
  localStorage.clear();
  now = 1e12;
});

function lead(id: string): void {
  now += 1000;
  sessions.keepLed({ base: '', id });
}

function open(answers: ConstructorParameters<typeof FakeServer>[0]) {
  const server = new FakeServer(answers);
  return { server, recent: new Recent({ place, sessions, send: sender('/api', server.fetch) }) };
}

const ids = ({ shown }: Recent) => shown.value.map(({ id }) => id);
const about = (title: string) => [200, { Title: title, Choices: ['1'], Open: false }] as const;

test('the server is asked what they are called, and nobody shows a key for it', async () => {
  lead('one');
  now += 1000;
  deviceFrom(localStorage, undefined, date).keepSeat(
    { base: '', id: 'two' },
    { name: 'Ana', key: 'a' },
  );
  const { server, recent } = open({
    'GET /api/one': about('Sprint'),
    'GET /api/two': [200, { Choices: ['1', '2'] }],
  });
  await recent.load();
  expect(recent.shown.value).toEqual([
    { id: 'two', name: 'Ana', date: now, title: '', choices: ['1', '2'] },
    { id: 'one', name: undefined, date: now - 1000, title: 'Sprint', choices: ['1'] },
  ]);
  expect(server.asked.map(({ key }) => key)).toEqual([null, null]);
});

test('those that are over are forgotten, and others move up', async () => {
  for (let number = 0; number < 9; number += 1) lead(`s${number}`);
  const living = ['s0', 's1', 's4', 's6', 's8'];
  const { recent } = open(Object.fromEntries(living.map((id) => [`GET /api/${id}`, about(id)])));
  await recent.load();
  expect(ids(recent)).toEqual(['s8', 's6', 's4', 's1', 's0']);
  expect(sessions.all('').map(({ id }) => id)).toEqual(['s8', 's6', 's4', 's1', 's0']);
});

test('no more than six are shown', async () => {
  for (let number = 0; number < 9; number += 1) lead(`s${number}`);
  const { recent, server } = open({});
  for (let number = 0; number < 9; number += 1) server.set(`GET /api/s${number}`, ...about(''));
  await recent.load();
  expect(ids(recent)).toEqual(['s8', 's7', 's6', 's5', 's4', 's3']);
  expect(server.asked).toHaveLength(6);
});

test.each([
  [503, undefined],
  [404, undefined],
  [200, { Choices: 'odd' }],
])('what the server does not say is no reason to forget one: %s %j', async (status, body) => {
  lead('one');
  const { recent } = open({ 'GET /api/one': [status, body] });
  await recent.load();
  expect(recent.shown.value).toMatchObject([{ id: 'one', title: '', choices: [] }]);
  expect(sessions.all('')).toHaveLength(1);
});

test('one can be forgotten, and brought back to its place', async () => {
  for (const id of ['one', 'two', 'three']) lead(id);
  const { recent, server } = open({});
  for (const id of ['one', 'two', 'three']) server.set(`GET /api/${id}`, ...about(id));
  await recent.load();
  const [, two] = recent.shown.value;
  if (two === undefined) throw new Error('none');
  recent.forget(two);
  expect(ids(recent)).toEqual(['three', 'one']);
  expect(sessions.all('').map(({ id }) => id)).toEqual(['three', 'one']);
  recent.bringBack();
  expect(ids(recent)).toEqual(['three', 'two', 'one']);
  expect(sessions.all('').map(({ id }) => id)).toEqual(['three', 'two', 'one']);
  expect(recent.forgotten.value).toBeUndefined();
});

test('a storage that forgets nothing does not have the server asked for ever', async () => {
  lead('one');
  const kept = { ...sessions, forget: () => () => {} };
  const server = new FakeServer({});
  const recent = new Recent({ place, sessions: kept, send: sender('/api', server.fetch) });
  await recent.load();
  expect(server.asked).toHaveLength(1);
  expect(recent.shown.value).toEqual([]);
});
