// @vitest-environment happy-dom
import { effect } from '@preact/signals-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { bad, type Fake, fakeVoterApi, good } from '../api/api.fake';
import { type Device, deviceFrom } from '../api/device';
import type { Answer } from '../api/request';
import type { VoterApi } from '../api/voter_api';
import type { SeatKey } from '../api/voter_wire';
import { FakeWorld, settle } from '../api/world.fake';
import { voterView } from '../model/view.fake';
import { announcement } from './announcer';
import { VoteRoom } from './vote_room';

const place = { base: '/x', id: 'abc' };
const ana: SeatKey = { name: 'Ana', key: 'secret' };
const open = voterView({
  title: 'Sprint 12',
  choices: ['1', '5', '8'],
  open: true,
  round: 1,
  progress: { voted: 0, of: 2, waiting: ['Ana', 'Béla'] },
});
const OPEN = { Title: 'Sprint 12', Choices: ['1', '5', '8'], Open: true, Round: 1 };

let world: FakeWorld;
let device: Device;
let room: VoteRoom;
let api: Fake<VoterApi>;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  world = new FakeWorld();
  device = deviceFrom(localStorage, sessionStorage);
  api = fakeVoterApi();
  api.look.mockResolvedValue(good(open));
  api.resume.mockResolvedValue(good(open));
  api.join.mockResolvedValue(good(ana));
  room = new VoteRoom({ place, api, device, world, socketUrl: (name) => `ws:${name}` });
});

/** Ana has her seat, and the table is open. */
async function seated(): Promise<void> {
  device.keepSeat(place, ana);
  room.start();
  await settle();
  world.line.accept().send('snapshot', 1, OPEN);
}

/** A vote whose answer the test gives when it likes. */
function heldVote() {
  let give: (answer: Answer<true>) => void = () => {};
  api.vote.mockReturnValueOnce(
    new Promise((resolve) => {
      give = resolve;
    }),
  );
  return async (answer: Answer<true>) => {
    give(answer);
    await settle();
  };
}

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
    api.resume.mockResolvedValue(good({ ...open, own: '5' }));
    device.keepSeat(place, ana);
    room.start();
    await settle();
    expect(api.resume).toHaveBeenCalledWith(ana);
    expect(room.phase.value).toBe('seated');
    expect(room.view.value?.own).toBe('5');
    expect(world.line.url).toBe('ws:Ana');
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
      expect(room.suggestedName.value).toBe('Ana');
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
    api.look.mockResolvedValue(good(voterView()));
    room.start();
    await settle();
    api.join.mockResolvedValue(bad('unknown-session', 404));
    await room.join('Ana');
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

describe('joining', () => {
  beforeEach(async () => {
    room.start();
    await settle();
  });

  test('takes the name as the server gave it, and keeps it', async () => {
    await room.join(' ana ');
    expect(room.phase.value).toBe('seated');
    expect(world.line.url).toBe('ws:Ana');
    expect(device.seat(place)).toEqual(ana);
    expect(device.lastName()).toBe('Ana');
  });

  test('under a name that is taken says so', async () => {
    api.join.mockResolvedValue(bad('already-joined', 409));
    await room.join('Ana');
    expect(room.phase.value).toBe('joining');
    expect(room.trouble.value).toBe('already-joined');
  });

  test('needs a name', async () => {
    await room.join('');
    expect(api.join).not.toHaveBeenCalled();
    expect(room.trouble.value).toBe('no-name');
  });
});

describe('a vote', () => {
  beforeEach(seated);

  test('is pending at once, and chosen when the server has it', async () => {
    const answer = heldVote();
    void room.vote('5');
    expect(room.pending.value).toBe('5');
    expect(room.view.value?.own).toBeUndefined();
    await answer(good(true));
    expect(room.pending.value).toBeUndefined();
    expect(room.view.value?.own).toBe('5');
  });

  test('that was refused leaves no mark and is told', async () => {
    api.vote.mockResolvedValue(bad('session-closed', 400));
    await room.vote('5');
    expect(room.pending.value).toBeUndefined();
    expect(room.view.value?.own).toBeUndefined();
    expect(room.lost.value).toEqual({ choice: '5', kind: 'session-closed' });
  });

  test('that got lost is not sent again, the server is asked instead', async () => {
    api.vote.mockResolvedValue(bad('offline', 0));
    await room.vote('5');
    expect(api.vote).toHaveBeenCalledTimes(1);
    expect(room.lost.value).toEqual({ choice: '5', kind: 'offline' });
  });

  test('whose answer got lost is chosen, if the server has it', async () => {
    api.vote.mockResolvedValue(bad('offline', 0));
    api.resume.mockResolvedValue(good({ ...open, own: '5' }));
    await room.vote('5');
    expect(room.lost.value).toBeUndefined();
    expect(room.view.value?.own).toBe('5');
  });

  test('waits for the one before it, and the last one counts', async () => {
    const answer = heldVote();
    void room.vote('1');
    void room.vote('5');
    void room.vote('8');
    expect(api.vote.mock.calls.map(([, choice]) => choice)).toEqual(['1']);
    expect(room.pending.value).toBe('8');
    await answer(good(true));
    expect(api.vote.mock.calls.map(([, choice]) => choice)).toEqual(['1', '8']);
    expect(room.view.value?.own).toBe('8');
  });

  test('for what is chosen already is not sent', async () => {
    await room.vote('5');
    await room.vote('5');
    expect(api.vote).toHaveBeenCalledTimes(1);
  });

  test('of a round that was cleared meanwhile is not marked in the next', async () => {
    const answer = heldVote();
    void room.vote('5');
    world.line.send('enabled', 2, { Open: true, Round: 2, Voted: 0, Of: 2 });
    expect(room.pending.value).toBeUndefined();
    await answer(good(true));
    expect(room.view.value?.own).toBeUndefined();
    expect(api.resume).toHaveBeenCalledTimes(2);
  });

  test('for the same card in the next round is sent, too', async () => {
    const answer = heldVote();
    void room.vote('5');
    world.line.send('enabled', 2, { Open: true, Round: 2, Voted: 0, Of: 2 });
    void room.vote('5');
    await answer(good(true));
    expect(api.vote).toHaveBeenCalledTimes(2);
    expect(room.view.value?.own).toBe('5');
  });

  test('on its way through a reconnect is not sent again', async () => {
    const answer = heldVote();
    void room.vote('5');
    world.line.drop(1006);
    world.pass(200);
    world.line.accept().send('snapshot', 2, { ...OPEN, Own: '5' });
    api.resume.mockResolvedValue(good({ ...open, own: '5' }));
    await answer(bad('offline', 0));
    expect(api.vote).toHaveBeenCalledTimes(1);
    expect(room.lost.value).toBeUndefined();
    expect(room.view.value?.own).toBe('5');
  });

  test('that closes the round is still one’s own', async () => {
    const answer = heldVote();
    void room.vote('5');
    world.line.send('disabled', 2, { Open: false, Votes: { Ana: '5' } });
    await answer(good(true));
    expect(room.view.value?.own).toBe('5');
  });

  test('is not taken while closed', async () => {
    world.line.send('reset', 2, { Open: false });
    await room.vote('5');
    expect(api.vote).not.toHaveBeenCalled();
  });

  test('is cleared by a start and by a reset', async () => {
    await room.vote('5');
    world.line.send('enabled', 2, { Open: true, Round: 2, Voted: 0, Of: 2 });
    expect(room.view.value?.own).toBeUndefined();
    await room.vote('8');
    world.line.send('reset', 3, { Open: false });
    expect(room.view.value?.own).toBeUndefined();
  });

  test('is what the snapshot says after a reconnect', async () => {
    await room.vote('5');
    world.line.drop(1012);
    world.pass(200);
    world.line.accept().send('snapshot', 9, { ...OPEN, Own: '8' });
    expect(room.view.value?.own).toBe('8');
  });
});

describe('an undone reset', () => {
  const RESTORED = { Open: true, Round: 1, Restored: true, Voted: 1, Of: 2 };

  beforeEach(async () => {
    await seated();
    await room.vote('5');
    api.resume.mockReset().mockResolvedValue(good({ ...open, own: '5' }));
  });

  test('of an open round brings the own vote back', async () => {
    world.line.send('reset', 2, { Open: false });
    world.line.send('enabled', 3, RESTORED);
    expect(room.view.value?.own).toBeUndefined();
    await settle();
    expect(room.view.value?.open).toBe(true);
    expect(room.view.value?.own).toBe('5');
    expect(announcement.value).toBe('The cards are back on the table');
  });

  test('does not bring an older vote over a newer one', async () => {
    let give: (answer: Answer<typeof open>) => void = () => {};
    api.resume.mockReturnValueOnce(
      new Promise((resolve) => {
        give = resolve;
      }),
    );
    world.line.send('reset', 2, { Open: false });
    world.line.send('enabled', 3, RESTORED);
    await room.vote('8');
    give(good({ ...open, own: '5' }));
    await settle();
    expect(room.view.value?.own).toBe('8');
  });

  test('of a closed round brings it back with the names, and asks nobody', async () => {
    world.line.send('disabled', 2, { Open: false, Votes: { Ana: '5' } });
    world.line.send('reset', 3, { Open: false });
    world.line.send('disabled', 4, { Open: false, Votes: { Ana: '5' } });
    await settle();
    expect(room.view.value?.own).toBe('5');
    expect(api.resume).not.toHaveBeenCalled();
  });

  test.each([{ Counts: { 5: 1 } }, {}])(
    'of a closed round asks, where only %j is known',
    async (known) => {
      world.line.send('disabled', 2, { Open: false, ...known });
      world.line.send('reset', 3, { Open: false });
      world.line.send('disabled', 4, { Open: false, ...known });
      await settle();
      expect(room.view.value?.own).toBe('5');
      expect(api.resume).toHaveBeenCalledTimes(1);
    },
  );
});

test('a close asks nothing of who did not vote', async () => {
  await seated();
  api.resume.mockClear();
  world.line.send('disabled', 2, { Open: false, Counts: { 5: 1 } });
  world.line.send('disabled', 3, { Open: false, Counts: { 5: 1 } });
  await settle();
  expect(api.resume).not.toHaveBeenCalled();
});

test('the time of a round is counted down, from whenever it was heard of', async () => {
  await seated();
  const seconds = () => room.countdown.left.value?.seconds;
  world.line.send('timer', 2, { EndsAt: 40_000, Now: 10_000 });
  expect(announcement.value).toBe('30 seconds left');
  world.pass(12_500);
  expect(seconds()).toBe(18);
  world.line.send('timer', 3, {});
  expect(seconds()).toBeUndefined();
});

describe('a seat', () => {
  beforeEach(seated);

  test('that was kicked may join again', () => {
    world.line.send('kicked', 2);
    expect(room.phase.value).toBe('joining');
    expect(room.notice.value).toBe('kicked');
    expect(room.suggestedName.value).toBe('Ana');
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
    api.resume.mockResolvedValue(good({ ...open, round: 7 }));
    world.pass(200);
    world.line.drop(1006);
    await settle();
    expect(room.status.value).toBe('reconnecting');
    expect(room.view.value?.round).toBe(7);
  });

  test('can be given back', async () => {
    await room.leave();
    expect(api.leave).toHaveBeenCalledWith(ana);
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
    void room.vote('5');
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
    await room.vote('5');
    room.becomeSomebodyElse();
    expect(room.phase.value).toBe('joining');
    expect(room.suggestedName.value).toBe('');
    expect(device.seat(place)).toBeUndefined();
    expect(deviceFrom(localStorage, undefined).seat(place)).toEqual(ana);
    expect(room.view.value?.own).toBeUndefined();
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
    const again = new VoteRoom({ place, api, device, world, socketUrl: (name) => `ws:${name}` });
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
    await room.join('Ana');
    expect(room.phase.value).toBe('seated');
  });

  test('may have given a seat up for it', async () => {
    api.leave.mockResolvedValue(good(true));
    await seated();
    await room.watchInstead();
    expect(api.leave).toHaveBeenCalledWith(ana);
    expect(room.phase.value).toBe('watching');
    expect(room.seat.value).toBeUndefined();
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
    const joining = room.join('Ana');
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

describe('another name', () => {
  test('is kept on the device, and the websocket comes back under it', async () => {
    api.rename.mockResolvedValue(good('Anna'));
    await seated();
    await room.rename(' Anna');
    expect(room.seat.value).toEqual({ name: 'Anna', key: 'secret' });
    expect(device.seat(place)).toEqual({ name: 'Anna', key: 'secret' });
    expect(world.line.url).toBe('ws:Anna');
    expect(room.phase.value).toBe('seated');
  });

  test('that somebody has is refused in words, and nothing changes', async () => {
    api.rename.mockResolvedValue(bad('already-joined', 409));
    await seated();
    await room.rename('Béla');
    expect(room.renameTrouble.value).toBe('already-joined');
    expect(room.trouble.value).toBeUndefined();
    expect(room.seat.value).toEqual(ana);
  });

  test('does not lose the vote that is on its way, nor send it again', async () => {
    await seated();
    const answer = heldVote();
    void room.vote('5');
    await room.rename('Anna');
    await answer(good(true));
    expect(room.view.value?.own).toBe('5');
    expect(room.pending.value).toBeUndefined();
    expect(api.vote).toHaveBeenCalledTimes(1);
  });

  test.each(['a second try', 'a reconnect'])(
    'whose answer was lost is found again by %s',
    async (how) => {
      api.rename.mockResolvedValueOnce(bad('offline', 0));
      await seated();
      await room.rename('Anna');
      expect(room.renameTrouble.value).toBe('offline');
      api.resume.mockImplementation(async ({ name }) =>
        name === 'Anna' ? good(open) : bad('not-your-seat', 403),
      );
      if (how === 'a reconnect') {
        world.line.drop(1006);
        world.pass(200);
        world.line.drop(1006);
      } else {
        api.rename.mockResolvedValueOnce(bad('not-a-participant', 400));
        await room.rename('Anna');
      }
      await settle();
      expect(room.phase.value).toBe('seated');
      expect(room.seat.value).toEqual({ name: 'Anna', key: 'secret' });
      expect(device.seat(place)).toEqual({ name: 'Anna', key: 'secret' });
    },
  );

  test('counts that was asked for last, and none is dropped', async () => {
    await seated();
    const seats: SeatKey[] = [];
    api.rename.mockImplementation(async (seat, name) => {
      seats.push(seat);
      return good(name);
    });
    await Promise.all([room.rename('Anna'), room.rename('Anni')]);
    expect(seats.map(({ name }) => name)).toEqual(['Ana', 'Anna']);
    expect(room.seat.value?.name).toBe('Anni');
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
    void room.rename('Anna');
    void room.vote('5');
    await settle();
    expect(api.vote).not.toHaveBeenCalled();
    give(good('Anna'));
    await settle();
    expect(api.vote.mock.calls).toEqual([[{ name: 'Anna', key: 'secret' }, '5']]);
  });
});

describe('a seat that a link brings', () => {
  test('is this device’s from then on', async () => {
    room.arrive(ana);
    await settle();
    expect(api.resume).toHaveBeenCalledWith(ana);
    expect(room.phase.value).toBe('seated');
    expect(device.seat(place)).toEqual(ana);
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

test('a room beside one that tells how the round goes says nothing of it', async () => {
  device.keepSeat(place, ana);
  const socketUrl = (name?: string) => `ws:${name}`;
  room = new VoteRoom({ place, api, device, world, socketUrl, isQuiet: true });
  room.start();
  await settle();
  announcement.value = '';
  const line = world.line.accept().send('snapshot', 1, { ...OPEN, EndsAt: 30_000, Now: 0 });
  line.send('enabled', 2, { Open: true, Round: 2, Voted: 0, Of: 2, EndsAt: 30_000, Now: 0 });
  world.pass(30_000);
  line.send('disabled', 3, { Open: false });
  expect(announcement.value).toBe('');
  line.send('enabled', 4, { Open: true, Round: 3, Voted: 0, Of: 2 });
  await room.vote('5');
  expect(announcement.value).toBe('You voted 5');
});

describe('at a locked door', () => {
  const locked = { ...open, locked: true };
  const notice = () => room.notice.value;

  beforeEach(() => {
    announcement.value = '';
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
    await room.join('Ana');
    expect(room.trouble.value).toBe('door-locked');
    line.send('door', 2, { Locked: false });
    expect(room.view.value?.locked).toBe(false);
    expect(room.trouble.value).toBeUndefined();
    expect(notice()).toBe('opened');
    expect(announcement.value).toBe('The door is open');
    api.join.mockResolvedValue(good(ana));
    await room.join('Ana');
    expect(room.phase.value).toBe('seated');
    expect(line.closed).toBe(true);
  });

  test('somebody who was there before it was locked learns of it by the refusal', async () => {
    api.look.mockResolvedValue(good(open));
    room.start();
    await settle();
    expect(world.lines).toHaveLength(0);
    await room.join('Ana');
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
    const joining = room.join('Ana');
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
    expect(announcement.value).toBe('');
    expect(room.countdown.left.value).toBeUndefined();
  });

  test('that it opened is not said any more when it is locked again', async () => {
    const line = await atDoor();
    line.send('door', 2, { Locked: false });
    line.send('door', 3, { Locked: true });
    expect(notice()).toBeUndefined();
    expect(announcement.value).toBe('The door is locked');
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
    announcement.value = '';
    world.line.send('door', 2, { Locked: true });
    expect(room.phase.value).toBe('seated');
    expect(world.lines).toHaveLength(1);
    expect(announcement.value).toBe('');
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
  await room.rename('Anna');
  expect(room.phase.value).toBe('seated');
  expect(room.renameTrouble.value).toBe('not-found');
});

test('what stands before the server takes no seat away', async () => {
  await seated();
  api.vote.mockResolvedValue(bad('barred', 403));
  await room.vote('5');
  expect(room.phase.value).toBe('seated');
  expect(device.seat(place)).toEqual(ana);
  expect(room.lost.value).toEqual({ choice: '5', kind: 'barred' });
});
