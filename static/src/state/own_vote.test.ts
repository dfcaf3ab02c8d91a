// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { type Fake, fakeVoterApi, good } from '../api/api.fake';
import { deviceFrom } from '../api/device';
import type { VoterApi } from '../api/voter_api';
import { FakeWorld, settle } from '../api/world.fake';
import { voterView } from '../model/view.fake';
import type { SeatFact } from './news';
import { OwnVote, ofSeat } from './own_vote';
import { VoteRoom } from './vote_room';

const open = voterView({ choices: ['1', '5'], open: true, round: 1 });

let api: Fake<VoterApi>;
let world: FakeWorld;
let opened: number;
let own: OwnVote;

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  api = fakeVoterApi();
  world = new FakeWorld();
  opened = 0;
  api.look.mockResolvedValue(good(open));
  api.join.mockResolvedValue(good({ name: 'Ana', key: 'k' }));
  api.vote.mockResolvedValue(good(true));
  own = new OwnVote({
    open: () => {
      opened += 1;
      return new VoteRoom({
        place: { base: '', id: 'abc' },
        api,
        device: deviceFrom(localStorage, sessionStorage),
        world,
        socketUrl: (name) => `ws:${name}`,
      });
    },
  });
});

test('a controller’s seat is opened once, when it is asked for', async () => {
  own.open();
  own.open();
  await settle();
  expect(opened).toBe(1);
  expect(own.room.value?.phase.value).toBe('joining');
});

test('a chosen card is turned away at once', async () => {
  own.open();
  await settle();
  await own.room.value?.seat.join('Ana');
  own.choose(true);
  await own.vote('5');
  expect(own.isChoosing.value).toBe(false);
  expect(api.vote.mock.calls[0]?.[1]).toBe('5');
});

test('of a seat it is told what it has done, and not how the round goes', () => {
  const heard: SeatFact[] = [];
  const tell = ofSeat((fact) => heard.push(fact));
  tell({ kind: 'opened' });
  tell({ kind: 'voted', choice: '5' });
  tell({ kind: 'doorLocked' });
  expect(heard).toEqual([{ kind: 'voted', choice: '5' }]);
});
