// @vitest-environment happy-dom
import { effect } from '@preact/signals-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { bad, good } from '../api/api.fake';
import { settle } from '../api/world.fake';
import {
  ANA,
  ana,
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

describe('a vote', () => {
  beforeEach(() => seated());

  test('is pending at once, and chosen when the server has it', async () => {
    const answer = heldVote();
    void room.ballot.vote('5');
    expect(room.ballot.pending.value).toBe('5');
    expect(room.ballot.own.value).toBeUndefined();
    await answer(good(true));
    expect(room.ballot.pending.value).toBeUndefined();
    expect(room.ballot.own.value).toBe('5');
  });

  test('that was refused leaves no mark and is told', async () => {
    api.vote.mockResolvedValue(bad('session-closed', 400));
    await room.ballot.vote('5');
    expect(room.ballot.pending.value).toBeUndefined();
    expect(room.ballot.own.value).toBeUndefined();
    expect(room.ballot.lost.value).toEqual({ choice: '5', kind: 'session-closed' });
  });

  test('that got lost is not sent again, the server is asked instead', async () => {
    api.vote.mockResolvedValue(bad('offline', 0));
    await room.ballot.vote('5');
    expect(api.vote).toHaveBeenCalledTimes(1);
    expect(room.ballot.lost.value).toEqual({ choice: '5', kind: 'offline' });
  });

  test('whose answer got lost is chosen, if the server has it', async () => {
    api.vote.mockResolvedValue(bad('offline', 0));
    api.resume.mockResolvedValue(good(openFor('5')));
    await room.ballot.vote('5');
    expect(room.ballot.lost.value).toBeUndefined();
    expect(room.ballot.own.value).toBe('5');
  });

  test('waits for the one before it, and the last one counts', async () => {
    const answer = heldVote();
    void room.ballot.vote('1');
    void room.ballot.vote('5');
    void room.ballot.vote('8');
    expect(api.vote.mock.calls.map(([, choice]) => choice)).toEqual(['1']);
    expect(room.ballot.pending.value).toBe('8');
    await answer(good(true));
    expect(api.vote.mock.calls.map(([, choice]) => choice)).toEqual(['1', '8']);
    expect(room.ballot.own.value).toBe('8');
  });

  test('for what is chosen already is not sent', async () => {
    await room.ballot.vote('5');
    await room.ballot.vote('5');
    expect(api.vote).toHaveBeenCalledTimes(1);
  });

  test('for the same card in the next round is sent, too', async () => {
    const answer = heldVote();
    void room.ballot.vote('5');
    nextRound(2);
    api.vote.mockResolvedValueOnce(good(true, 3));
    void room.ballot.vote('5');
    await answer(good(true));
    expect(api.vote).toHaveBeenCalledTimes(2);
    expect(room.ballot.own.value).toBe('5');
  });

  test('on its way through a reconnect is not sent again', async () => {
    const answer = heldVote();
    void room.ballot.vote('5');
    world.line.drop(1006);
    world.pass(200);
    world.line.accept().send('snapshot', 2, { ...OPEN, ...ANA, Own: '5' });
    api.resume.mockResolvedValue(good(openFor('5')));
    await answer(bad('offline', 0));
    expect(api.vote).toHaveBeenCalledTimes(1);
    expect(room.ballot.lost.value).toBeUndefined();
    expect(room.ballot.own.value).toBe('5');
  });

  test('that closes the round is still one’s own', async () => {
    const answer = heldVote();
    void room.ballot.vote('5');
    world.line.send('disabled', 2, { Open: false, Votes: { Ana: '5' } });
    await answer(good(true));
    expect(room.ballot.own.value).toBe('5');
  });

  test('is not taken while closed', async () => {
    world.line.send('reset', 2, { Open: false });
    await room.ballot.vote('5');
    expect(api.vote).not.toHaveBeenCalled();
  });

  test('is cleared by a start and by a reset', async () => {
    await room.ballot.vote('5');
    nextRound(2);
    expect(room.ballot.own.value).toBeUndefined();
    await room.ballot.vote('8');
    world.line.send('reset', 3, { Open: false });
    expect(room.ballot.own.value).toBeUndefined();
  });

  test('is what the snapshot says after a reconnect', async () => {
    await room.ballot.vote('5');
    world.line.drop(1012);
    world.pass(200);
    world.line.accept().send('snapshot', 9, { ...OPEN, ...ANA, Own: '8' });
    expect(room.ballot.own.value).toBe('8');
  });
});

describe('an undone reset', () => {
  const restored = (seq: number) =>
    world.line.send('enabled', seq, { Open: true, Round: 1, Restored: true, Voted: 1, Of: 2 });
  const you = (seq: number, own: string | null) =>
    world.line.send('you', seq, { ...ANA, Own: own });

  beforeEach(async () => {
    await seated();
    api.vote.mockResolvedValue(good(true, 2));
    await room.ballot.vote('5');
  });

  test('of an open round brings the own vote back, as the seat is told', () => {
    world.line.send('reset', 3, { Open: false });
    expect(room.ballot.own.value).toBeUndefined();
    restored(4);
    you(4, '5');
    expect(room.view.value?.open).toBe(true);
    expect(room.ballot.own.value).toBe('5');
    expect(told()).toEqual({ kind: 'restored' });
  });

  test('does not bring an older vote over a newer one', async () => {
    world.line.send('reset', 3, { Open: false });
    restored(4);
    world.pass(400);
    api.vote.mockResolvedValue(good(true, 5));
    await room.ballot.vote('8');
    you(4, '5');
    expect(room.ballot.own.value).toBe('8');
  });

  test('of a closed round brings it back, too, and nobody asks for it', () => {
    world.line.send('disabled', 3, { Open: false });
    world.line.send('reset', 4, { Open: false });
    api.resume.mockClear();
    world.line.send('disabled', 5, { Open: false });
    you(5, '5');
    expect(room.ballot.own.value).toBe('5');
    expect(api.resume).not.toHaveBeenCalled();
  });
});

describe('the own vote', () => {
  test('that the server has taken outlives a snapshot that was made before', async () => {
    api.join.mockResolvedValue(good(ana, 4));
    api.look.mockResolvedValue(good(open, 3));
    room.start();
    await settle();
    await room.seat.join('Ana');
    api.vote.mockResolvedValue(good(true, 7));
    await room.ballot.vote('5');
    world.line.accept().send('snapshot', 6, { ...OPEN, ...ANA });
    world.line.send('progress', 7, { Voted: 1, Of: 2 });
    expect(room.ballot.own.value).toBe('5');
    expect(room.view.value?.progress.voted).toBe(1);
    expect(room.seat.held.value?.number).toBe(3);
  });

  test('of a server that has come back with less is what that says', async () => {
    await seated({}, 5);
    api.vote.mockResolvedValue(good(true, 7));
    await room.ballot.vote('5');
    world.line.drop(1012);
    world.pass(200);
    world.line.accept().send('snapshot', 6, { ...OPEN, ...ANA });
    expect(room.ballot.own.value).toBeUndefined();
  });

  test('is not what an answer says that is older than another device’s vote', async () => {
    await seated({}, 5);
    const answer = heldVote();
    void room.ballot.vote('5');
    world.line.send('you', 7, { Seat: 3, Name: 'Ana', Own: '8' });
    await answer(good(true, 6));
    expect(room.ballot.own.value).toBe('8');
    expect(room.ballot.pending.value).toBeUndefined();
  });

  test('of a round that was cleared meanwhile is not marked, and nobody is asked', async () => {
    await seated({}, 5);
    const answer = heldVote();
    void room.ballot.vote('5');
    nextRound(7);
    api.resume.mockClear();
    await answer(good(true, 6));
    expect(room.ballot.own.value).toBeUndefined();
    expect(api.resume).not.toHaveBeenCalled();
  });

  test('that counts in a round of which the page hears later stays marked', async () => {
    await seated({}, 5);
    api.vote.mockResolvedValue(good(true, 8));
    await room.ballot.vote('5');
    nextRound(7);
    expect(room.ballot.own.value).toBe('5');
  });

  test('draws once when it has arrived', async () => {
    await seated({}, 5);
    const answer = heldVote();
    void room.ballot.vote('5');
    const seen: unknown[] = [];
    const stop = effect(() => void seen.push([room.ballot.pending.value, room.ballot.own.value]));
    await answer(good(true, 6));
    stop();
    expect(seen).toEqual([
      ['5', undefined],
      [undefined, '5'],
    ]);
  });
});

describe('a vote that may be lost', () => {
  beforeEach(async () => {
    await seated({}, 5);
    api.vote.mockResolvedValue(bad('offline', 0));
    api.resume.mockResolvedValue(bad('offline', 0));
    await room.ballot.vote('5');
    expect(room.ballot.lost.value).toEqual({ choice: '5', kind: 'offline' });
  });

  const reconnect = (data: object) => {
    world.line.drop(1006);
    world.pass(200);
    const you = { Seat: 3, Name: 'Ana', Own: null };
    world.line.accept().send('snapshot', 9, { ...OPEN, ...you, ...data });
  };

  test.each([
    ['another round', () => nextRound(6)],
    ['another round, by a snapshot', () => reconnect({ Round: 2 })],
    ['a close', () => world.line.send('disabled', 6, { Open: false })],
    ['a close, by a snapshot', () => reconnect({ Open: false })],
    ['a reset', () => world.line.send('reset', 6, { Open: false })],
    ['a snapshot that tells what counts', () => reconnect({ Own: '1' })],
    ['what the seat is told', () => world.line.send('you', 6, { Seat: 3, Name: 'Ana', Own: '5' })],
  ])('is told of until %s', (_what, happens) => {
    happens();
    expect(room.ballot.lost.value).toBeUndefined();
  });

  test.each([
    ['a snapshot of the same round', () => reconnect({})],
    ['somebody else’s vote', () => world.line.send('progress', 6, { Voted: 1, Of: 2 })],
  ])('is told of through %s in which it does not count', (_what, happens) => {
    happens();
    expect(room.ballot.lost.value?.choice).toBe('5');
  });
});

test('a vote of a round that is over is no lost vote of the next', async () => {
  await seated({}, 5);
  const answer = heldVote();
  void room.ballot.vote('5');
  world.line.send('disabled', 6, { Open: false });
  nextRound(7);
  await answer(bad('offline', 0));
  expect(room.ballot.lost.value).toBeUndefined();
});

describe('a tap', () => {
  const cast = () => api.vote.mock.calls.map(([, choice, round]) => [choice, round]);

  test('is sent with the round that the reader sees', async () => {
    await seated({}, 5);
    await room.ballot.vote('5');
    expect(cast()).toEqual([['5', 1]]);
  });

  test('at the very moment at which another round comes was not meant for it', async () => {
    await seated({}, 5);
    world.line.send('enabled', 6, { Open: true, Round: 2, Voted: 0, Of: 2 });
    world.pass(399);
    await room.ballot.vote('5');
    expect(cast()).toEqual([]);
    world.pass(1);
    await room.ballot.vote('5');
    expect(cast()).toEqual([['5', 2]]);
  });

  test('just after cards that were cleared and laid out anew was not meant for these', async () => {
    await seated({}, 5);
    world.line.send('reset', 6, { Open: false });
    world.pass(200);
    world.line.send('enabled', 7, { Open: true, Round: 2, Voted: 0, Of: 2 });
    await room.ballot.vote('5');
    expect(cast()).toEqual([]);
  });

  test('on cards that have just been laid out after a pause is taken', async () => {
    await seated({ Open: false }, 5);
    world.pass(1_000);
    world.line.send('enabled', 6, { Open: true, Round: 2, Voted: 0, Of: 2 });
    await room.ballot.vote('5');
    expect(cast()).toEqual([['5', 2]]);
  });

  test.each([
    ['an event', () => world.line.send('enabled', 6, { Open: true, Round: 2, Voted: 0, Of: 2 })],
    ['a snapshot', () => world.line.send('snapshot', 6, { ...OPEN, Round: 2 })],
    ['a close', () => world.line.send('disabled', 6, { Open: false })],
  ])('that waits for another goes nowhere when its round is over by %s', async (_what, happens) => {
    await seated({}, 5);
    const answer = heldVote();
    void room.ballot.vote('5');
    void room.ballot.vote('8');
    happens();
    await answer(good(true, 5));
    expect(cast()).toEqual([['5', 1]]);
    expect(room.ballot.pending.value).toBeUndefined();
  });

  test('that the server refuses for a round that is over is no complaint: the round is looked at', async () => {
    await seated({}, 5);
    api.vote.mockResolvedValue(bad('failed', 409));
    api.resume.mockResolvedValue(good({ ...openFor(), round: 2 }, 7));
    await room.ballot.vote('5');
    expect(room.ballot.lost.value).toBeUndefined();
    expect(room.ballot.pending.value).toBeUndefined();
    expect(room.view.value?.round).toBe(2);
  });
});

test('what stands before the server takes no seat away', async () => {
  await seated();
  api.vote.mockResolvedValue(bad('barred', 403));
  await room.ballot.vote('5');
  expect(room.phase.value).toBe('seated');
  expect(device.seat(place)).toEqual(known);
  expect(room.ballot.lost.value).toEqual({ choice: '5', kind: 'barred' });
});
