// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { type Fake, fakeVoterApi, good } from '../api/api.fake';
import { deviceFrom } from '../api/device';
import type { VoterApi } from '../api/voter_api';
import { FakeWorld, settle } from '../api/world.fake';
import { voterView } from '../model/view.fake';
import type { SeatFact } from './news';
import { OwnVote, ofSeat } from './own_vote';
import { VoteRoom } from './vote_room';

const OPEN = { Title: '', Choices: ['1', '5'], Open: true, Round: 1, Voted: 0, Of: 1 };
const open = voterView({ choices: ['1', '5'], open: true, round: 1 });

let api: Fake<VoterApi>;
let world: FakeWorld;
let opened: number;
let hide: () => void;
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
    world,
    onHidden: (action) => {
      hide = action;
      return () => {};
    },
    open: async () => {
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

describe('a card that lies face down', () => {
  beforeEach(async () => {
    own.open();
    await settle();
    await own.room.value?.seat.join('Ana');
    world.line.accept().send('snapshot', 1, OPEN);
    await own.vote('5');
    world.pass(1000);
  });

  test('is seen as long as somebody peeks', () => {
    expect(own.peeked.value).toBeUndefined();
    own.peek();
    expect(own.peeked.value).toBe('5');
    own.cover();
    expect(own.peeked.value).toBeUndefined();
  });

  test('is covered when the page is looked at no more', () => {
    own.peek();
    hide();
    expect(own.peeked.value).toBeUndefined();
  });

  test('is not shown by the second tap of the one that has chosen it', async () => {
    await own.vote('1');
    world.pass(200);
    own.peek();
    expect(own.peeked.value).toBeUndefined();
    world.pass(400);
    own.peek();
    expect(own.peeked.value).toBe('1');
  });

  test('is not shown in the next round by a press that has never ended', async () => {
    own.peek();
    world.line.send('disabled', 2, { Open: false });
    world.line.send('enabled', 3, { Open: true, Round: 2, Voted: 0, Of: 1 });
    world.pass(1000);
    world.line.send('you', 4, { Seat: 1, Name: 'Ana', Own: '1' });
    expect(own.isFaceDown.value).toBe(true);
    expect(own.peeked.value).toBeUndefined();
  });
});

test('of a seat it is told what it has done, and not how the round goes', () => {
  const heard: SeatFact[] = [];
  const tell = ofSeat((fact) => heard.push(fact));
  tell({ kind: 'opened' });
  tell({ kind: 'voted', choice: '5' });
  tell({ kind: 'doorLocked' });
  expect(heard).toEqual([{ kind: 'voted', choice: '5' }]);
});
