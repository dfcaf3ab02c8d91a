// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { bad, good } from '../api/api.fake';
import type { Answer } from '../api/request';
import type { SeatKey } from '../api/voter_wire';
import { settle } from '../api/world.fake';
import {
  ANA,
  ana,
  api,
  device,
  heldVote,
  known,
  OPEN,
  openFor,
  place,
  room,
  seated,
  setUpRoom,
  told,
  world,
} from './vote_room.fake';

beforeEach(setUpRoom);

describe('joining', () => {
  beforeEach(async () => {
    room.start();
    await settle();
  });

  test('takes the name as the server gave it, and keeps it', async () => {
    await room.seat.join(' ana ');
    expect(room.phase.value).toBe('seated');
    expect(world.line.url).toBe('ws:Ana');
    expect(device.seat(place)).toEqual(ana);
    expect(device.lastName()).toBe('Ana');
  });

  test('under a name that is taken says so', async () => {
    api.join.mockResolvedValue(bad('already-joined', 409));
    await room.seat.join('Ana');
    expect(room.phase.value).toBe('joining');
    expect(room.trouble.value).toBe('already-joined');
  });

  test('needs a name', async () => {
    await room.seat.join('');
    expect(api.join).not.toHaveBeenCalled();
    expect(room.trouble.value).toBe('no-name');
  });
});

describe('another name', () => {
  test('is kept on the device, and the line stays', async () => {
    api.rename.mockResolvedValue(good('Anna', 2));
    await seated();
    await room.seat.rename(' Anna');
    expect(room.seat.held.value).toEqual({ ...known, name: 'Anna' });
    expect(device.seat(place)).toEqual({ ...known, name: 'Anna' });
    expect(world.lines).toHaveLength(1);
    expect(told()).toEqual({ kind: 'renamed', name: 'Anna' });
  });

  test('is what a seat comes back by whose number is not known yet', async () => {
    api.rename.mockResolvedValue(good('Anna', 2));
    room.start();
    await settle();
    await room.seat.join('Ana');
    expect(world.line.url).toBe('ws:Ana');
    await room.seat.rename('Anna');
    world.line.drop(1006);
    await settle();
    world.pass(200);
    expect(world.line.url).toBe('ws:Anna');
    world.line.accept().send('snapshot', 3, { ...OPEN, ...ANA, Name: 'Anna' });
    expect(device.seat(place)).toEqual({ ...known, name: 'Anna' });
  });

  test('that somebody has is refused in words, and nothing changes', async () => {
    api.rename.mockResolvedValue(bad('already-joined', 409));
    await seated();
    await room.seat.rename('Béla');
    expect(room.seat.renameTrouble.value).toBe('already-joined');
    expect(room.trouble.value).toBeUndefined();
    expect(room.seat.held.value).toEqual(known);
  });

  test('does not lose the vote that is on its way, nor send it again', async () => {
    await seated();
    const answer = heldVote();
    void room.ballot.vote('5');
    await room.seat.rename('Anna');
    await answer(good(true));
    expect(room.ballot.own.value).toBe('5');
    expect(room.ballot.pending.value).toBeUndefined();
    expect(api.vote).toHaveBeenCalledTimes(1);
  });

  test('counts that was asked for last, and none is dropped', async () => {
    await seated();
    const seats: SeatKey[] = [];
    api.rename.mockImplementation(async (seat, name) => {
      seats.push(seat);
      return good(name);
    });
    await Promise.all([room.seat.rename('Anna'), room.seat.rename('Anni')]);
    expect(seats.map(({ name }) => name)).toEqual(['Ana', 'Anna']);
    expect(room.seat.held.value?.name).toBe('Anni');
    expect(device.seat(place)?.name).toBe('Anni');
  });

  test('is waited for by a vote', async () => {
    await seated();
    let give: (answer: Answer<string>) => void = () => {};
    api.rename.mockReturnValueOnce(
      new Promise((resolve) => {
        give = resolve;
      }),
    );
    void room.seat.rename('Anna');
    void room.ballot.vote('5');
    await settle();
    expect(api.vote).not.toHaveBeenCalled();
    give(good('Anna', 2));
    await settle();
    expect(api.vote.mock.calls).toEqual([[{ ...known, name: 'Anna' }, '5', 1]]);
  });
});

describe('a seat that is known by its number', () => {
  const you = (seq: number, data: object) => world.line.send('you', seq, { Seat: 3, ...data });

  test('comes back by it, whatever its name is by then', async () => {
    await seated({}, 5);
    expect(device.seat(place)).toEqual(known);
    world.line.drop(1006);
    world.pass(200);
    expect(world.line.url).toBe('ws:3');
  });

  test('follows a rename on another device, votes included', async () => {
    await seated({}, 5);
    await room.ballot.vote('5');
    you(6, { Name: 'Anna', Own: '5' });
    expect(room.seat.held.value).toEqual({ name: 'Anna', key: 'secret', number: 3 });
    expect(device.seat(place)).toEqual({ name: 'Anna', key: 'secret', number: 3 });
    expect(room.phase.value).toBe('seated');
    expect(room.ballot.own.value).toBe('5');
    expect(world.lines).toHaveLength(1);
    world.pass(400);
    await room.ballot.vote('8');
    expect(api.vote.mock.calls[1]?.[0]).toEqual({ name: 'Anna', key: 'secret', number: 3 });
  });

  test('that was renamed while this device slept is found again', async () => {
    api.resume.mockResolvedValue(good(openFor(undefined, 'Anna'), 4));
    device.keepSeat(place, { ...ana, number: 3 });
    room.start();
    await settle();
    expect(room.seat.held.value?.name).toBe('Anna');
    expect(room.phase.value).toBe('seated');
  });

  test('follows a vote on another device, a reset and an undo', async () => {
    await seated({}, 5);
    you(6, { Name: 'Ana', Own: '8' });
    expect(room.ballot.own.value).toBe('8');
    world.line.send('reset', 7, { Open: false });
    you(7, { Name: 'Ana', Own: null });
    expect(room.ballot.own.value).toBeUndefined();
    api.resume.mockClear();
    world.line.send('enabled', 8, { Open: true, Round: 1, Restored: true, Voted: 1, Of: 2 });
    you(8, { Name: 'Ana', Own: '8' });
    expect(room.ballot.own.value).toBe('8');
    expect(api.resume).not.toHaveBeenCalled();
  });

  test('keeps its line through its own rename', async () => {
    api.rename.mockResolvedValue(good('Anna', 6));
    await seated({}, 5);
    await room.seat.rename('Anna');
    expect(room.seat.held.value).toEqual({ name: 'Anna', key: 'secret', number: 3 });
    expect(world.lines).toHaveLength(1);
  });

  test('is not renamed back by an answer that is late', async () => {
    await seated({}, 5);
    api.rename.mockImplementation(async () => {
      you(6, { Name: 'Anna', Own: null });
      you(7, { Name: 'Annie', Own: null });
      return good('Anna', 6);
    });
    await room.seat.rename('Anna');
    expect(room.seat.held.value?.name).toBe('Annie');
    expect(device.seat(place)?.name).toBe('Annie');
  });

  test('does not complain of a rename that has worked, though its answer was lost', async () => {
    api.rename.mockResolvedValue(bad('offline', 0));
    await seated({}, 5);
    await room.seat.rename('Anna');
    expect(room.seat.renameTrouble.value).toBe('offline');
    you(6, { Name: 'Anna', Own: null });
    expect(room.seat.renameTrouble.value).toBeUndefined();
    expect(room.seat.held.value?.name).toBe('Anna');
  });

  test('hands nothing of itself to who joins next', async () => {
    await seated({ Own: '5' }, 5);
    room.becomeSomebodyElse();
    api.join.mockResolvedValue(good({ name: 'Béla', key: 'other' }, 6));
    await room.seat.join('Béla');
    expect(room.seat.held.value).toEqual({ name: 'Béla', key: 'other' });
    expect(room.ballot.own.value).toBeUndefined();
  });
});

describe('a seat that a link brings', () => {
  test('is this device’s from then on', async () => {
    room.arrive(ana);
    await settle();
    expect(api.resume).toHaveBeenCalledWith(ana);
    expect(room.phase.value).toBe('seated');
    expect(device.seat(place)).toEqual(known);
  });

  test('that does not fit any more leads to the join form, with the reason', async () => {
    api.resume.mockResolvedValue(bad('not-your-seat', 403));
    room.arrive(ana);
    await settle();
    expect(room.phase.value).toBe('joining');
    expect(room.notice.value).toBe('linkUnfit');
    expect(device.seat(place)).toBeUndefined();
  });
});

test('a seat that an earlier page has kept without number and date comes back, and is known by both', async () => {
  localStorage.setItem('pajthy:seat:/x/abc', '{"name":"Ana","key":"secret"}');
  device.forgetOld(place);
  room.start();
  await settle();
  expect(api.resume).toHaveBeenCalledWith(ana);
  expect(world.line.url).toBe('ws:3');
  expect(device.seat(place)).toEqual(known);
});
