import { signal } from '@preact/signals-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { bad, type Fake, fakeVoterApi, good } from '../api/api.fake';
import type { Answer, ProblemKind } from '../api/request';
import type { VoterApi } from '../api/voter_api';
import { FakeWorld, settle } from '../api/world.fake';
import type { Control } from '../model/control';
import { ControlRequest } from './control_request';
import { Errand } from './errand';

const ANA = { name: 'Ana', key: 'k' };
const asked: Control = {
  state: 'asked',
  by: 'Ana',
  passes: { remainingMs: 10_000, receivedAt: 0 },
};

let world: FakeWorld;
let api: Fake<VoterApi>;
const onProblem = vi.fn();
const trouble = signal<ProblemKind | undefined>(undefined);

beforeEach(() => {
  world = new FakeWorld();
  api = fakeVoterApi();
  onProblem.mockReset();
});

const requestOf = (seat: typeof ANA | undefined) =>
  new ControlRequest({ api, world, seat: () => seat, errand: new Errand({ trouble, onProblem }) });

test('a seat asks with its key, and a watcher has no say', async () => {
  api.requestControl.mockResolvedValue(good(true));
  await requestOf(ANA).ask();
  await requestOf(undefined).ask();
  expect(api.requestControl.mock.calls).toEqual([[ANA]]);
});

test('the time until control passes is counted down', () => {
  const request = requestOf(ANA);
  request.follow(asked);
  expect(request.left.value.value).toBe(10);
  world.pass(9_500);
  expect(request.left.value.value).toBe(1);
  request.follow({ state: 'led' });
  expect(request.left.value.value).toBeUndefined();
});

test('control that has passed to this seat is fetched, once', async () => {
  api.takeControl.mockResolvedValue(good('key'));
  const request = requestOf(ANA);
  request.follow({ state: 'passed', by: 'Ana' });
  request.follow({ state: 'passed', by: 'Ana' });
  await settle();
  request.follow({ state: 'passed', by: 'Ana' });
  expect(request.isMine.value).toBe(true);
  expect(api.takeControl.mock.calls).toEqual([[ANA]]);
});

test('control that has passed is fetched while something else is under way', async () => {
  api.takeControl.mockResolvedValue(good('key'));
  api.requestControl.mockReturnValue(new Promise(() => {}));
  const request = requestOf(ANA);
  void request.ask();
  request.follow({ state: 'passed', by: 'Ana' });
  await settle();
  expect(request.isMine.value).toBe(true);
});

test('control that has passed is fetched however often that fails', async () => {
  api.takeControl.mockResolvedValueOnce(bad('offline', 0)).mockResolvedValueOnce(bad('busy', 503));
  api.takeControl.mockResolvedValue(good('key'));
  const request = requestOf(ANA);
  request.follow({ state: 'passed', by: 'Ana' });
  for (const _ of [1, 2]) {
    await settle();
    expect(request.isMine.value).toBe(false);
    world.pass(10_000);
  }
  await settle();
  expect(request.isMine.value).toBe(true);
});

test('control is this page’s, whether the answer or the event comes first', async () => {
  let give: (answer: Answer<string>) => void = () => {};
  api.takeControl.mockReturnValue(new Promise((resolve) => (give = resolve)));
  const request = requestOf(ANA);
  request.follow({ state: 'passed', by: 'Ana' });
  request.follow({ state: 'led' });
  give(good('key'));
  await settle();
  expect(request.isMine.value).toBe(true);
});

test('control that is free again is fetched no more', async () => {
  api.takeControl.mockResolvedValue(bad('offline', 0));
  const request = requestOf(ANA);
  request.follow({ state: 'passed', by: 'Ana' });
  await settle();
  request.follow({ state: 'unled' });
  world.pass(60_000);
  await settle();
  expect(api.takeControl).toHaveBeenCalledOnce();
});

test('a complaint goes when what it was about has worked', async () => {
  api.requestControl.mockResolvedValueOnce(bad('offline', 0)).mockResolvedValue(good(true));
  onProblem.mockImplementation(({ kind }) => {
    trouble.value = kind;
  });
  const request = requestOf(ANA);
  await request.ask();
  expect(trouble.value).toBe('offline');
  await request.ask();
  expect(trouble.value).toBeUndefined();
});

test('control that came to this page and is free again, or asked for, is not its any more', async () => {
  api.takeControl.mockResolvedValue(good('key'));
  const request = requestOf(ANA);
  request.follow({ state: 'passed', by: 'Ana' });
  await settle();
  request.follow({ state: 'led' });
  expect(request.isMine.value).toBe(true);
  request.follow({ state: 'unled' });
  expect(request.isMine.value).toBe(false);
});

test('control that has passed to somebody else is not', async () => {
  const request = requestOf(ANA);
  request.follow({ state: 'passed', by: 'Béla' });
  await settle();
  expect(api.takeControl).not.toHaveBeenCalled();
  expect(request.isMine.value).toBe(false);
});

test('what the server refuses is said', async () => {
  api.objectToRequest.mockResolvedValue(bad('control-not-free', 409));
  await requestOf(ANA).object();
  expect(onProblem.mock.calls).toEqual([[{ kind: 'control-not-free', status: 409 }]]);
});
