// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { deviceFrom } from './device';
import { lastSessionsIn } from './last_sessions';

const DAY_MS = 24 * 60 * 60 * 1000;
let now = 1000 * DAY_MS;
const date = () => now;
const sessions = lastSessionsIn(localStorage, date);
const device = deviceFrom(localStorage, sessionStorage, date);
const at = (id: string, base = '') => ({ base, id });
const ids = (base = '') => sessions.all(base).map(({ id }) => id);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  now = 1000 * DAY_MS;
});

test('those that were led and those that were voted in are there, the newest first', () => {
  sessions.keepLed(at('one'));
  now += 1;
  device.keepSeat(at('two'), { name: 'Ana', key: 'secret' });
  now += 1;
  sessions.keepLed(at('three'));
  expect(sessions.all('')).toEqual([
    { id: 'three', name: undefined, date: now },
    { id: 'two', name: 'Ana', date: now - 1 },
    { id: 'one', name: undefined, date: now - 2 },
  ]);
  now += 1;
  sessions.keepLed(at('one'));
  expect(ids()).toEqual(['one', 'three', 'two']);
});

test('who led and voted in the same one is told of leading, once', () => {
  sessions.keepLed(at('one'));
  now += 5;
  device.keepSeat(at('one'), { name: 'Ana', key: 'secret' });
  expect(sessions.all('')).toEqual([{ id: 'one', name: undefined, date: now }]);
  sessions.dropLed(at('one'));
  expect(sessions.all('')).toEqual([{ id: 'one', name: 'Ana', date: now }]);
});

test('each server has its own', () => {
  sessions.keepLed(at('one'));
  sessions.keepLed(at('two', '/x'));
  device.keepSeat(at('three', '/x'), { name: 'Ana', key: 'a' });
  expect(ids().sort()).toEqual(['one']);
  expect(ids('/x').sort()).toEqual(['three', 'two']);
});

test('what is forgotten is gone, and can be brought back as it was', () => {
  sessions.keepLed(at('two'));
  sessions.keepLed(at('one'));
  device.keepSeat(at('one'), { name: 'Ana', key: 'a' });
  const before = { ...localStorage };
  const bringBack = sessions.forget(at('one'));
  expect(ids()).toEqual(['two']);
  expect(deviceFrom(localStorage, undefined).seat(at('one'))).toBeUndefined();
  bringBack();
  expect({ ...localStorage }).toEqual(before);
});

test('nothing is kept longer than a session lives, nor by a clock that was set back', () => {
  sessions.keepLed(at('one'));
  now += 8 * DAY_MS;
  expect(ids()).toEqual([]);
  sessions.keepLed(at('two'));
  expect(localStorage.getItem('pajthy:led')).not.toContain('one');
  now -= 20 * DAY_MS;
  expect(ids()).toEqual([]);
});

test('no more are kept than are looked through', () => {
  for (let number = 0; number < 50; number += 1) sessions.keepLed(at(`s${number}`));
  expect(ids()).toHaveLength(20);
  expect(ids()).toContain('s49');
});

test('nothing that opens a session is in what is kept of leading it, or told', () => {
  sessions.keepLed(at('one'));
  device.keepSeat(at('two'), { name: 'Ana', key: 'secret' });
  expect(JSON.stringify(sessions.all(''))).not.toContain('secret');
  expect(JSON.parse(localStorage.getItem('pajthy:led') ?? '')).toEqual([
    { place: '/one', date: now },
  ]);
});

test.each([
  ['pajthy:led', 'nonsense'],
  ['pajthy:led', '{"0":{"place":"/one","date":1}}'],
  ['pajthy:led', '[null,7,{"place":1,"date":1},{"place":"/one"},{"place":"/one","date":"x"}]'],
  ['pajthy:led', `[{"place":"/../evil","date":${1000 * DAY_MS}}]`],
  ['pajthy:led', `[{"place":"/javascript:alert(1)","date":${1000 * DAY_MS}}]`],
  ['pajthy:seat:/one', 'nonsense'],
  ['pajthy:seat:/one', '{"name":1,"key":"a","date":1}'],
  ['pajthy:seat:/a/b', `{"name":"Ana","key":"a","date":${1000 * DAY_MS}}`],
  ['pajthy:seat:', `{"name":"Ana","key":"a","date":${1000 * DAY_MS}}`],
])('what was tampered with is passed over: %s %s', (entry, text) => {
  localStorage.setItem(entry, text);
  expect(sessions.all('')).toEqual([]);
  sessions.keepLed(at('two'));
  expect(ids()).toContain('two');
});

test('without storage, or where it is blocked, nothing is kept and nothing breaks', () => {
  const refuse = () => {
    throw new DOMException('no', 'SecurityError');
  };
  const blocked = { ...localStorage, getItem: refuse, setItem: refuse, removeItem: refuse };
  for (const storage of [undefined, blocked]) {
    const none = lastSessionsIn(storage, date);
    none.keepLed(at('one'));
    none.dropLed(at('one'));
    none.forget(at('one'))();
    expect(none.all('')).toEqual([]);
  }
});
