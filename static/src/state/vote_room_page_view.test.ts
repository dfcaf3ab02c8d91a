// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { bad, good } from '../api/api.fake';
import { deviceFrom } from '../api/device';
import type { Answer } from '../api/request';
import { settle } from '../api/world.fake';
import type { VoterSnapshot } from '../model/voter';
import type { VoteRoom } from './vote_room';
import {
  ana,
  anotherRoom,
  api,
  device,
  known,
  OPEN,
  open,
  openFor,
  place,
  setUpRoom,
  world,
} from './vote_room.fake';

describe('a page that has come with the session', () => {
  const seat = { number: 3, name: 'Ana', state: 'away' } as const;
  const view = { ...open, seats: [seat], you: undefined };
  const roomWith = (more: object = {}) => anotherRoom({ view: { ...view, ...more }, seq: 4 });
  let room: VoteRoom;

  beforeEach(() => {
    setUpRoom();
    room = roomWith();
  });

  test('asks nothing before a stranger has joined', () => {
    room.start();
    expect(room.phase.value).toBe('joining');
    expect(room.view.value?.title).toBe('Sprint 12');
    expect(room.status.value).toBeUndefined();
    expect(api.look).not.toHaveBeenCalled();
    expect(world.lines).toHaveLength(0);
  });

  test('lets somebody wait at a locked door at once', () => {
    room = roomWith({ locked: true });
    room.start();
    world.line.accept().send('snapshot', 5, OPEN);
    expect(room.notice.value).toBe('opened');
  });

  test('shows a watcher what is newer as soon as it is there', () => {
    device.keepWatching(place);
    room.start();
    expect(room.phase.value).toBe('watching');
    expect(api.look).not.toHaveBeenCalled();
    world.line.accept().send('snapshot', 5, { ...OPEN, Round: 2 });
    expect(room.view.value?.round).toBe(2);
  });

  test('is believed once: who stands up and comes back asks', async () => {
    room.start();
    room.start();
    await settle();
    expect(api.look).toHaveBeenCalledOnce();
  });

  describe('shows a seat that is remembered', () => {
    let answer: (given: Answer<VoterSnapshot>) => Promise<void>;

    beforeEach(() => {
      device.keepSeat(place, known);
      api.resume.mockReturnValueOnce(
        new Promise((resolve) => {
          answer = async (given) => {
            resolve(given);
            await settle();
          };
        }),
      );
      room.start();
    });

    test('at once, and says that it does not know more yet', async () => {
      expect(room.phase.value).toBe('seated');
      expect(room.view.value?.choices).toEqual(['1', '5', '8']);
      expect(room.status.value).toBe('connecting');
      expect(room.isExpected.value).toBe(true);
      await answer(good(openFor('5'), 4));
      expect(room.isExpected.value).toBe(false);
      expect(room.ballot.own.value).toBe('5');
      expect(world.line.url).toBe('ws:3');
    });

    test('which can vote at once, in the round that it sees', async () => {
      await room.ballot.vote('8');
      expect(api.vote).toHaveBeenCalledWith(known, '8', 1);
    });

    test('whose vote is newer than what was asked for before it', async () => {
      api.vote.mockResolvedValueOnce(good(true, 6));
      await room.ballot.vote('8');
      await answer(good(openFor(), 5));
      expect(room.ballot.own.value).toBe('8');
    });

    test('whose tap is for nothing where another round is on', async () => {
      await answer(good({ ...openFor(), round: 2 }, 6));
      await room.ballot.vote('8');
      expect(api.vote).not.toHaveBeenCalled();
    });

    test('that is gone, and says so', async () => {
      await answer(bad('not-your-seat', 403));
      expect(room.phase.value).toBe('joining');
      expect(room.notice.value).toBe('seatGone');
      expect(room.seat.held.value).toBeUndefined();
      expect(room.isExpected.value).toBe(false);
      expect(device.seat(place)).toBeUndefined();
      // What the page has come with is old by now.
      expect(api.look).toHaveBeenCalledOnce();
    });

    test('that is gone by the answer to its vote', async () => {
      api.vote.mockResolvedValueOnce(bad('not-your-seat', 403));
      await room.ballot.vote('8');
      expect(room.phase.value).toBe('joining');
      expect(room.notice.value).toBe('seatGone');
      await answer(good(openFor('5'), 4));
      expect(room.phase.value).toBe('joining');
    });

    test('of a session that has ended since', async () => {
      await answer(bad('unknown-session', 404));
      expect(room.phase.value).toBe('over');
    });

    test('that can do nothing where the server can not be understood', async () => {
      await answer(bad('unclear', 200));
      expect(room.phase.value).toBe('loading');
      expect(room.trouble.value).toBe('unclear');
    });

    test('and goes on trying without a network', async () => {
      await answer(bad('offline', 0));
      expect(room.phase.value).toBe('seated');
      expect(room.status.value).toBe('reconnecting');
      world.pass(200);
      await settle();
      expect(room.isExpected.value).toBe(false);
      expect(world.line.url).toBe('ws:3');
    });

    test('and keeps it where somebody else sits down', async () => {
      room.becomeSomebodyElse();
      await answer(good(openFor('5'), 4));
      expect(room.phase.value).toBe('joining');
      expect(deviceFrom(localStorage, undefined).seat(place)).toEqual(known);
    });
  });

  test('does not show a seat whose number is not known: its name may be another', async () => {
    device.keepSeat(place, ana);
    room.start();
    expect(room.phase.value).toBe('loading');
    await settle();
    expect(room.phase.value).toBe('seated');
  });

  test('does not show a seat that a link brings before it is let in', async () => {
    api.resume.mockResolvedValue(bad('not-your-seat', 403));
    room.arrive(ana);
    expect(room.phase.value).toBe('loading');
    await settle();
    expect(room.notice.value).toBe('linkUnfit');
  });
});
