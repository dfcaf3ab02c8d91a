// @vitest-environment happy-dom
import { effect } from '@preact/signals-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { bad, good } from '../api/api.fake';
import { deviceFrom } from '../api/device';
import { settle } from '../api/world.fake';
import type { VoterFact } from './news';
import { VoteRoom } from './vote_room';
import {
  ANA,
  ana,
  anotherRoom,
  api,
  device,
  heldVote,
  known,
  nextRound,
  OPEN,
  open,
  openFor,
  place,
  room,
  seated,
  setUpRoom,
  told,
  world,
} from './vote_room.fake';

beforeEach(setUpRoom);

describe('who opens the link', () => {
  test('for the first time gets the join form with the title', async () => {
    room.start();
    expect(room.phase.value).toBe('loading');
    await settle();
    expect(room.phase.value).toBe('joining');
    expect(room.view.value?.title).toBe('Sprint 12');
    expect(world.lines).toHaveLength(0);
  });

  test('with a seat is back on it straight away, own vote and all', async () => {
    api.resume.mockResolvedValue(good(openFor('5')));
    device.keepSeat(place, ana);
    room.start();
    await settle();
    expect(api.resume).toHaveBeenCalledWith(ana);
    expect(room.phase.value).toBe('seated');
    expect(room.ballot.own.value).toBe('5');
    expect(world.line.url).toBe('ws:3');
  });

  test.each([401, 403])(
    'with a seat that is gone (%i) joins again, name filled in',
    async (status) => {
      api.resume.mockResolvedValue(bad('not-your-seat', status));
      device.keepSeat(place, ana);
      room.start();
      await settle();
      expect(room.phase.value).toBe('joining');
      expect(room.notice.value).toBe('seatGone');
      expect(room.seat.suggestedName.value).toBe('Ana');
      expect(device.seat(place)).toBeUndefined();
    },
  );

  test('of no session is not told that it was one', async () => {
    api.look.mockResolvedValue(bad('unknown-session', 404));
    room.start();
    await settle();
    expect(room.phase.value).toBe('nowhere');
  });

  test('of a session that is no more is told so where it was seen', async () => {
    api.look.mockResolvedValue(good(open));
    room.start();
    await settle();
    api.join.mockResolvedValue(bad('unknown-session', 404));
    await room.seat.join('Ana');
    expect(room.phase.value).toBe('over');
  });

  test('without network gets in as soon as it is back', async () => {
    api.look.mockResolvedValueOnce(bad('offline', 0));
    room.start();
    await settle();
    expect(room.phase.value).toBe('loading');
    expect(room.status.value).toBe('reconnecting');
    world.pass(200);
    await settle();
    expect(room.phase.value).toBe('joining');
  });
});

test('the time of a round is counted down, from whenever it was heard of', async () => {
  await seated();
  const seconds = () => room.countdown.left.value?.seconds;
  world.line.send('timer', 2, { EndsAt: 40_000, Now: 10_000 });
  expect(told()).toEqual({ kind: 'timeLeft', seconds: 30 });
  world.pass(12_500);
  expect(seconds()).toBe(18);
  world.line.send('timer', 3, {});
  expect(seconds()).toBeUndefined();
});

describe('a seat', () => {
  beforeEach(() => seated());

  test('that was kicked may join again', () => {
    world.line.send('kicked', 2);
    expect(room.phase.value).toBe('joining');
    expect(room.notice.value).toBe('kicked');
    expect(room.seat.suggestedName.value).toBe('Ana');
    expect(device.seat(place)).toBeUndefined();
    world.pass(60_000);
    expect(world.lines).toHaveLength(1);
  });

  test('of a session that ends is told so, and its key is kept no longer', () => {
    world.line.drop(4004);
    expect(room.phase.value).toBe('over');
    expect(device.seat(place)).toBeUndefined();
    expect(Object.keys(localStorage)).toEqual(['pajthy:name']);
  });

  test.each([
    ['not-a-participant', 400],
    ['not-a-valid-participant', 400],
    ['not-your-seat', 403],
  ] as const)('whose kick nobody heard can be left: %s', async (kind, status) => {
    api.leave.mockResolvedValue(bad(kind, status));
    await room.leave();
    expect(room.phase.value).toBe('joining');
    expect(room.trouble.value).toBeUndefined();
    expect(device.seat(place)).toBeUndefined();
  });

  test('that was lost while the network was away is told so', async () => {
    world.line.drop(1006);
    api.resume.mockResolvedValue(bad('not-your-seat', 403));
    world.pass(200);
    world.line.drop(1006);
    await settle();
    expect(room.phase.value).toBe('joining');
    expect(room.notice.value).toBe('seatGone');
  });

  test('sees what happens even where websockets are blocked', async () => {
    world.line.drop(1006);
    api.resume.mockResolvedValue(good({ ...openFor(), round: 7 }, 2));
    world.pass(200);
    world.line.drop(1006);
    await settle();
    expect(room.status.value).toBe('reconnecting');
    expect(room.view.value?.round).toBe(7);
  });

  test('can be given back', async () => {
    await room.leave();
    expect(api.leave).toHaveBeenCalledWith(known);
    expect(room.phase.value).toBe('joining');
    expect(room.notice.value).toBe('left');
    expect(device.seat(place)).toBeUndefined();
  });

  test('that is given back was not kicked, whatever the socket says first', async () => {
    const leaving = room.leave();
    world.line.send('kicked', 2);
    await leaving;
    expect(room.notice.value).toBe('left');
    expect(room.phase.value).toBe('joining');
  });

  test('that is given back with a vote on its way is not gone, it was given back', async () => {
    const answer = heldVote();
    void room.ballot.vote('5');
    const leaving = room.leave();
    await answer(bad('not-a-valid-participant', 400));
    await leaving;
    expect(room.notice.value).toBe('left');
  });

  test('stays where leaving did not get through', async () => {
    api.leave.mockResolvedValue(bad('offline', 0));
    await room.leave();
    expect(room.phase.value).toBe('seated');
    expect(room.trouble.value).toBe('offline');
  });

  test('can be left to the other tabs, with its vote', async () => {
    await room.ballot.vote('5');
    room.becomeSomebodyElse();
    expect(room.phase.value).toBe('joining');
    expect(room.seat.suggestedName.value).toBe('');
    expect(device.seat(place)).toBeUndefined();
    expect(deviceFrom(localStorage, undefined).seat(place)).toEqual(known);
    expect(room.ballot.own.value).toBeUndefined();
    expect(world.line.closed).toBe(true);
  });
});

describe('who watches', () => {
  test('follows without a seat, and still does after a reload', async () => {
    room.start();
    await settle();
    room.watch();
    expect(room.phase.value).toBe('watching');
    expect(world.line.url).toBe('ws:undefined');
    const again = anotherRoom();
    again.start();
    await settle();
    expect(again.phase.value).toBe('watching');
  });

  test('gets the join form when it is time to vote', async () => {
    room.start();
    await settle();
    room.watch();
    room.joinInstead();
    expect(room.phase.value).toBe('joining');
    await room.seat.join('Ana');
    expect(room.phase.value).toBe('seated');
  });

  test('may have given a seat up for it', async () => {
    api.leave.mockResolvedValue(good(true));
    await seated();
    await room.watchInstead();
    expect(api.leave).toHaveBeenCalledWith(known);
    expect(room.phase.value).toBe('watching');
    expect(room.seat.held.value).toBeUndefined();
  });

  test.each(['answer', 'event'])('is not led past the join form by the %s', async (which) => {
    const phases: string[] = [];
    await seated();
    const stop = effect(() => void phases.push(room.phase.value));
    if (which === 'event') {
      api.leave.mockImplementation(async () => {
        world.line.send('kicked', 2, {});
        return good(true);
      });
    }
    await room.watchInstead();
    stop();
    expect(phases).toEqual(['seated', 'watching']);
  });

  test('is not what somebody wants who is just joining', async () => {
    room.start();
    await settle();
    const joining = room.seat.join('Ana');
    room.watch();
    expect(room.phase.value).toBe('joining');
    await joining;
    expect(room.phase.value).toBe('seated');
  });

  test('keeps the seat if it could not be given up', async () => {
    api.leave.mockResolvedValue(bad('offline', 0));
    await seated();
    await room.watchInstead();
    expect(room.phase.value).toBe('seated');
    expect(room.trouble.value).toBe('offline');
  });
});

test('a room beside one that tells how the round goes tells it, if anybody, that one', async () => {
  const heard: VoterFact[] = [];
  const beside = new VoteRoom({
    place,
    api,
    device,
    world,
    socketUrl: () => 'ws:',
    tell: (fact) => heard.push(fact),
  });
  device.keepSeat(place, ana);
  beside.start();
  await settle();
  const line = world.line.accept().send('snapshot', 1, { ...OPEN, ...ANA });
  line.send('disabled', 2, { Open: false });
  expect(heard).toEqual([{ kind: 'closed' }]);
  expect(beside.news.last.value).toBeUndefined();
});

describe('at a locked door', () => {
  const locked = { ...open, locked: true };
  const notice = () => room.notice.value;

  beforeEach(() => {
    api.look.mockResolvedValue(good(locked));
    api.join.mockResolvedValue(bad('door-locked', 409));
  });

  /** Somebody without a seat, who hears of the door. */
  async function atDoor() {
    room.start();
    await settle();
    return world.line.accept().send('snapshot', 1, { ...OPEN, Locked: true });
  }

  test('somebody who joins hears when it opens, and gets in then', async () => {
    const line = await atDoor();
    expect(room.phase.value).toBe('joining');
    expect(line.url).toBe('ws:undefined');
    expect(room.view.value?.locked).toBe(true);
    await room.seat.join('Ana');
    expect(room.trouble.value).toBe('door-locked');
    line.send('door', 2, { Locked: false });
    expect(room.view.value?.locked).toBe(false);
    expect(room.trouble.value).toBeUndefined();
    expect(notice()).toBe('opened');
    expect(told()).toEqual({ kind: 'doorOpen' });
    api.join.mockResolvedValue(good(ana));
    await room.seat.join('Ana');
    expect(room.phase.value).toBe('seated');
    expect(line.closed).toBe(true);
  });

  test('somebody who was there before it was locked learns of it by the refusal', async () => {
    api.look.mockResolvedValue(good(open));
    room.start();
    await settle();
    expect(world.lines).toHaveLength(0);
    await room.seat.join('Ana');
    expect(room.view.value?.locked).toBe(true);
    expect(room.trouble.value).toBe('door-locked');
    world.line.accept().send('snapshot', 2, OPEN);
    expect(room.view.value?.locked).toBe(false);
    expect(room.trouble.value).toBeUndefined();
    expect(notice()).toBe('opened');
  });

  test('a refusal that comes after the opening changes nothing', async () => {
    const line = await atDoor();
    let refuse: () => void = () => {};
    api.join.mockReturnValueOnce(
      new Promise((resolve) => {
        refuse = () => resolve(bad('door-locked', 409));
      }),
    );
    const joining = room.seat.join('Ana');
    line.send('door', 2, { Locked: false });
    refuse();
    await joining;
    expect(room.view.value?.locked).toBe(false);
    expect(room.trouble.value).toBeUndefined();
    expect(notice()).toBe('opened');
  });

  test('nothing is told of the round', async () => {
    const line = await atDoor();
    line.send('enabled', 2, { Open: true, Round: 2, EndsAt: 5_000, Now: 0 });
    world.pass(5_000);
    expect(told()).toBeUndefined();
    expect(room.countdown.left.value).toBeUndefined();
  });

  test('that it opened is not said any more when it is locked again', async () => {
    const line = await atDoor();
    line.send('door', 2, { Locked: false });
    line.send('door', 3, { Locked: true });
    expect(notice()).toBeUndefined();
    expect(told()).toEqual({ kind: 'doorLocked' });
  });

  test('somebody who was removed waits as everybody does, and the reason stays', async () => {
    await seated();
    world.line.send('door', 2, { Locked: true }).send('kicked', 3);
    expect(room.phase.value).toBe('joining');
    expect(notice()).toBe('kicked');
    world.line.accept().send('snapshot', 4, { ...OPEN, Locked: true });
    world.line.send('door', 5, { Locked: false });
    expect(notice()).toBe('kicked');
    expect(room.view.value?.locked).toBe(false);
  });

  test('somebody with a seat goes on as ever', async () => {
    api.resume.mockResolvedValue(good(locked));
    await seated();
    world.line.send('door', 2, { Locked: true });
    expect(room.phase.value).toBe('seated');
    expect(world.lines).toHaveLength(1);
    expect(told()).toBeUndefined();
  });

  test('a session that ends is noticed', async () => {
    const line = await atDoor();
    line.drop(4004);
    expect(room.phase.value).toBe('over');
  });
});

test('a request that the server does not know does not end the session', async () => {
  await seated();
  api.rename.mockResolvedValue(bad('not-found', 404));
  await room.seat.rename('Anna');
  expect(room.phase.value).toBe('seated');
  expect(room.seat.renameTrouble.value).toBe('not-found');
});

describe('a browser that keeps no cookies', () => {
  /** A websocket is refused, and so is whoever shows nothing but a cookie. */
  async function refused() {
    world.line.drop(1006);
    await settle();
  }

  beforeEach(async () => {
    api.resumeByCookie.mockResolvedValue(bad('key-required', 401));
    device.keepSeat(place, ana);
    room.start();
    await settle();
    await refused();
  });

  test('is found out, for the websocket has nothing else', () => {
    expect(api.resumeByCookie).toHaveBeenCalledWith(known);
    expect(room.status.value).toBe('cookieless');
    expect(room.phase.value).toBe('seated');
  });

  test('is not said to reconnect, however often it is tried', async () => {
    const seen: unknown[] = [];
    const stop = effect(() => void seen.push(room.status.value));
    for (let i = 0; i < 3; i += 1) {
      world.pass(4000);
      await refused();
    }
    stop();
    expect(seen).toEqual(['cookieless']);
    expect(world.lines).toHaveLength(4);
  });

  test('can vote, and sees late what happens', async () => {
    api.vote.mockResolvedValue(good(true, 2));
    await room.ballot.vote('5');
    expect(room.ballot.own.value).toBe('5');
    api.resume.mockResolvedValue(good({ ...openFor('5'), open: false }, 3));
    world.pass(4000);
    await refused();
    expect(room.view.value?.open).toBe(false);
    expect(room.ballot.own.value).toBe('5');
  });

  test('is live as soon as it keeps one', () => {
    world.pass(200);
    world.line.accept().send('snapshot', 2, { ...OPEN, ...ANA });
    expect(room.status.value).toBe('open');
  });

  test('is said to reconnect while there is no network', async () => {
    api.resume.mockResolvedValue(bad('offline', 0));
    world.pass(200);
    await refused();
    expect(room.status.value).toBe('reconnecting');
  });
});

test('where websockets are blocked on the way, and cookies are not, nothing is said of these', async () => {
  await seated();
  world.line.drop(1006);
  world.pass(200);
  world.line.drop(1006);
  await settle();
  expect(api.resumeByCookie).toHaveBeenCalled();
  expect(room.status.value).toBe('reconnecting');
});

test('who watches needs no cookie', async () => {
  room.start();
  await settle();
  room.watch();
  world.line.drop(1006);
  await settle();
  expect(api.resumeByCookie).not.toHaveBeenCalled();
  expect(room.status.value).toBe('reconnecting');
});

describe('the table', () => {
  const Seats = [
    { Seat: 1, Name: 'Béla', State: 'waiting' },
    { Seat: 3, Name: 'Ana', State: 'waiting' },
    { Seat: 4, Name: 'Cili', State: 'voted' },
    { Seat: 5, Name: 'Dóra', State: 'away' },
  ];
  const states = () => room.seats.value?.map(({ name, state }) => `${name} ${state}`);
  const WAITING = ['Béla waiting', 'Ana waiting', 'Cili voted', 'Dóra away'];
  const ANA_VOTED = ['Béla waiting', 'Ana voted', 'Cili voted', 'Dóra away'];

  beforeEach(() => seated({ Seats }));

  test('has everybody, and the reader is not named among those who are missed', () => {
    expect(states()).toEqual(WAITING);
    expect(room.progress.value).toEqual({ voted: 1, of: 3, waiting: ['Béla'] });
  });

  test('has the reader’s card as soon as it counts, before others are told', async () => {
    const give = heldVote();
    void room.ballot.vote('5');
    await settle();
    expect(states()).toEqual(WAITING);
    await give(good(true, 2));
    expect(states()).toEqual(ANA_VOTED);
    expect(room.progress.value).toEqual({ voted: 2, of: 3, waiting: ['Béla'] });
  });

  test('does not have a card that was refused', async () => {
    api.vote.mockResolvedValue(bad('not-a-valid-choice', 400));
    await room.ballot.vote('5');
    expect(states()).toEqual(WAITING);
  });

  test('counts the reader’s card once, whoever tells of it', async () => {
    api.vote.mockResolvedValue(good(true, 2));
    await room.ballot.vote('5');
    world.line.send('seats', 3, { Seats: [{ Seat: 3, Name: 'Ana', State: 'voted' }] });
    expect(room.progress.value).toEqual({ voted: 2, of: 3, waiting: ['Béla'] });
  });

  test('has the reader’s card of a round no more in the next one', async () => {
    api.vote.mockResolvedValue(good(true, 2));
    await room.ballot.vote('5');
    nextRound(3);
    expect(states()).toEqual(['Béla waiting', 'Ana waiting', 'Cili waiting', 'Dóra away']);
    expect(room.progress.value.voted).toBe(0);
  });

  test('is as it is told once the vote has closed', async () => {
    api.vote.mockResolvedValue(good(true, 2));
    await room.ballot.vote('5');
    world.line.send('disabled', 3, { Open: false, Votes: { Cili: '5' } });
    expect(states()).toEqual(WAITING);
  });

  test('hears who comes, votes and goes', () => {
    const Edit = { Seat: 9, Name: 'Edit', State: 'waiting' };
    const Bela = { Seat: 1, Name: 'Béla', State: 'voted' };
    world.line.send('seats', 2, { Seats: [Edit, Bela], Gone: [5] });
    expect(states()).toEqual(['Béla voted', 'Ana waiting', 'Cili voted', 'Edit waiting']);
    expect(room.progress.value).toEqual({ voted: 2, of: 4, waiting: ['Edit'] });
  });

  test('of too many says how far they are by what the server counts', () => {
    world.line.send('seats', 2, { All: true });
    world.line.send('progress', 3, { Voted: 60, Of: 120, Waiting: ['Ana', 'Béla'] });
    expect(room.seats.value).toBeUndefined();
    expect(room.progress.value).toEqual({ voted: 60, of: 120, waiting: ['Ana', 'Béla'] });
  });
});

test('a watcher sees the table, and everybody who is missed', async () => {
  room.start();
  await settle();
  room.watch();
  const Seats = [{ Seat: 3, Name: 'Ana', State: 'waiting' }];
  world.line.accept().send('snapshot', 1, { ...OPEN, Seats });
  expect(room.progress.value).toEqual({ voted: 0, of: 1, waiting: ['Ana'] });
});

test('a title that changes is shown', async () => {
  await seated();
  world.line.send('title', 2, { Title: 'Sprint 13' });
  expect(room.view.value?.title).toBe('Sprint 13');
});

describe('a question', () => {
  test('is raised for the seat, and heard of by the others', async () => {
    await seated();
    expect(await room.raise(true)).toBe(true);
    expect(api.raise).toHaveBeenCalledWith(known, true);
    world.line.send('question', 2, { Questions: [{ Seat: 4, Name: 'Béla' }] });
    expect(told()).toEqual({ kind: 'asks', names: ['Béla'], rests: false });
    expect(room.view.value?.questions).toEqual([{ number: 4, name: 'Béla' }]);
  });

  test('that can’t be had says so, and one request is enough for two taps', async () => {
    await seated();
    api.raise.mockResolvedValue(bad('too-many-questions', 409));
    await Promise.all([room.raise(true), room.raise(true)]);
    expect(api.raise).toHaveBeenCalledTimes(1);
    expect(room.trouble.value).toBe('too-many-questions');
  });

  test('is there for who comes later, and is gone with the round', async () => {
    await seated({ Questions: [{ Seat: 4, Name: 'Béla' }], Rests: 50_000 });
    expect(room.view.value?.questions).toHaveLength(1);
    world.pass(20_000);
    expect(room.countdown.left.value?.seconds).toBe(50);
    world.line.send('disabled', 2, { Open: false });
    expect(room.view.value?.questions).toEqual([]);
  });
});

test('the ladder is what the server told last', async () => {
  await seated({ Ladder: { 5: ['PAJ-1'] } });
  expect(room.view.value?.ladder).toEqual(new Map([['5', ['PAJ-1']]]));
  world.line.send('ladder', 2, { Ladder: { 5: ['PAJ-2', 'PAJ-1'] } });
  expect(room.view.value?.ladder).toEqual(new Map([['5', ['PAJ-2', 'PAJ-1']]]));
});
