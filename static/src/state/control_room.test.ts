// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ControllerApi } from '../api/controller_api';
import { type Device, deviceFrom } from '../api/device';
import type { Answer, ProblemKind } from '../api/request';
import { FakeWorld, settle } from '../api/world.fake';
import { type ControllerView, mainAction } from '../model/controller';
import { ControlRoom } from './control_room';

const place = { base: '/x', id: 'abc' };
const closed: ControllerView = {
  title: '',
  choices: ['1', '5'],
  open: false,
  round: 0,
  participants: ['Ana'],
  away: new Set(),
  votes: new Map(),
  statistics: undefined,
};
const CLOSED = { Choices: ['1', '5'], Open: false, Round: 0, Participants: ['Ana'], Votes: {} };

const good = <T>(value: T): Answer<T> => ({ ok: true, value });
const bad = (kind: ProblemKind, status: number): Answer<never> => ({
  ok: false,
  problem: { kind, status },
});

let world: FakeWorld;
let device: Device;
let room: ControlRoom;
const hideKey = vi.fn();
const api = {
  look: vi.fn<ControllerApi['look']>(),
  act: vi.fn<ControllerApi['act']>(),
  kick: vi.fn<ControllerApi['kick']>(),
};

beforeEach(() => {
  localStorage.clear();
  world = new FakeWorld();
  device = deviceFrom(localStorage, sessionStorage);
  hideKey.mockReset();
  api.look.mockReset().mockResolvedValue(good(closed));
  api.act.mockReset().mockResolvedValue(good(true));
  api.kick.mockReset().mockResolvedValue(good(true));
  room = new ControlRoom({ place, api, device, world, socketUrl: 'ws:', hideKey });
});

/** Opens for whoever brings `fitting`. */
const onlyFor = (fitting: string | undefined) =>
  api.look.mockImplementation(async (key) =>
    key === fitting ? good(closed) : bad(key ? 'key-wrong' : 'key-required', key ? 403 : 401),
  );

/** The page is open, closed for votes. */
async function ready(): Promise<void> {
  room.start('k');
  await settle();
  world.line.accept().send('snapshot', 1, CLOSED);
}

const meaning = () => room.view.value && mainAction(room.view.value);
const actions = () => api.act.mock.calls.map(([action]) => action);

describe('the key', () => {
  test('of the address opens, is kept and taken out of the address bar', async () => {
    onlyFor('new');
    device.keepControlKey(place, 'old');
    room.start('new');
    await settle();
    expect(room.phase.value).toBe('ready');
    expect(room.key.value).toBe('new');
    expect(device.controlKey(place)).toBe('new');
    expect(hideKey).toHaveBeenCalled();
    expect(api.look.mock.calls).toEqual([['new']]);
  });

  test('of the device opens where that of the address does not', async () => {
    onlyFor('old');
    device.keepControlKey(place, 'old');
    room.start('garbled');
    await settle();
    expect(room.phase.value).toBe('ready');
    expect(device.controlKey(place)).toBe('old');
  });

  test('of the cookie opens where there is no other', async () => {
    onlyFor(undefined);
    room.start('');
    await settle();
    expect(room.phase.value).toBe('ready');
    expect(room.key.value).toBeUndefined();
  });

  test('is asked for where there is none', async () => {
    onlyFor('k');
    room.start('');
    await settle();
    expect(room.phase.value).toBe('locked');
    expect(room.keyWasWrong.value).toBe(false);
  });

  test('is said to be wrong where it was', async () => {
    onlyFor('k');
    room.start('wrong');
    await settle();
    expect(room.phase.value).toBe('locked');
    expect(room.keyWasWrong.value).toBe(true);
    expect(hideKey).toHaveBeenCalled();
    expect(device.controlKey(place)).toBeUndefined();
  });

  test('stays in the address while the server can’t be reached', async () => {
    api.look.mockResolvedValueOnce(bad('offline', 0));
    room.start('k');
    await settle();
    expect(hideKey).not.toHaveBeenCalled();
    world.pass(200);
    await settle();
    expect(room.phase.value).toBe('ready');
  });
});

describe('the main button', () => {
  beforeEach(ready);

  test('leads through a round', async () => {
    await room.act();
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.pass(1000);
    await room.act();
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    world.pass(1000);
    await room.act();
    expect(actions()).toEqual(['start', 'stop', 'reset']);
    expect(api.act.mock.calls[0]?.[1]).toBe('k');
  });

  test('rests when its meaning has changed: a second tap on Stop is not a Reset', async () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.pass(1000);
    await room.act();
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    expect(meaning()).toBe('reset');
    await room.act();
    world.pass(999);
    await room.act();
    expect(actions()).toEqual(['stop']);
    world.pass(1);
    await room.act();
    expect(actions()).toEqual(['stop', 'reset']);
  });

  test('rests when the last vote closes the round just before the tap', async () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.pass(1000);
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    await room.act();
    expect(actions()).toEqual([]);
  });

  test('rests until the event of its tap has come', async () => {
    await room.act();
    await room.act();
    expect(actions()).toEqual(['start']);
  });

  test('does not rest while its meaning stays', () => {
    world.line.send('participants-change', 2, { Participants: ['Ana', 'Béla'] });
    expect(room.isResting.value).toBe(false);
  });

  test('works while the socket is cut off, and fetches what it did', async () => {
    world.line.drop(1006);
    await room.act();
    expect(actions()).toEqual(['start']);
    expect(world.lines).toHaveLength(2);
  });

  test('says what went wrong', async () => {
    api.act.mockResolvedValueOnce(bad('busy', 503));
    await room.act();
    expect(room.trouble.value).toBe('busy');
    expect(room.isResting.value).toBe(false);
  });
});

describe('kicking', () => {
  beforeEach(ready);

  test('takes two taps', async () => {
    await room.tapKick('Ana');
    expect(room.asking.value).toBe('Ana');
    expect(api.kick).not.toHaveBeenCalled();
    world.pass(400);
    await room.tapKick('Ana');
    expect(api.kick).toHaveBeenCalledWith('Ana', 'k');
    expect(room.asking.value).toBeUndefined();
  });

  test('is not done by a double tap', async () => {
    await room.tapKick('Ana');
    world.pass(399);
    await room.tapKick('Ana');
    expect(api.kick).not.toHaveBeenCalled();
  });

  test('is not done by one tap each on two people', async () => {
    await room.tapKick('Ana');
    world.pass(1000);
    await room.tapKick('Béla');
    expect(room.asking.value).toBe('Béla');
    expect(api.kick).not.toHaveBeenCalled();
  });

  test('is forgotten after a while', async () => {
    await room.tapKick('Ana');
    world.pass(4000);
    expect(room.asking.value).toBeUndefined();
  });

  test('of somebody who has left already is no trouble', async () => {
    api.kick.mockResolvedValue(bad('not-a-participant', 400));
    await room.tapKick('Ana');
    world.pass(400);
    await room.tapKick('Ana');
    expect(room.trouble.value).toBeUndefined();
  });
});

describe('the end', () => {
  beforeEach(ready);

  test('of the session is told', () => {
    world.line.drop(4004);
    expect(room.phase.value).toBe('over');
  });

  test('of the key’s life locks the page', async () => {
    api.act.mockResolvedValueOnce(bad('key-wrong', 403));
    await room.act();
    expect(room.phase.value).toBe('locked');
  });

  test('after a restart of the server is found out', async () => {
    world.line.drop(1006);
    world.pass(200);
    api.look.mockResolvedValue(bad('unknown-session', 404));
    world.line.drop(1006);
    await settle();
    expect(room.phase.value).toBe('over');
  });
});
