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

/** By number, where that is known. */
const socketUrl = (seat?: SeatKey) => `ws:${seat?.number ?? seat?.name}`;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  world = new FakeWorld();
  device = deviceFrom(localStorage, sessionStorage);
  api = fakeVoterApi();
  api.look.mockResolvedValue(good(open));
  api.resume.mockResolvedValue(good(open));
  api.join.mockResolvedValue(good(ana));
  room = new VoteRoom({ place, api, device, world, socketUrl });
});

/** Ana has her seat, and the table is open. */
async function seated(): Promise<void> {
  device.keepSeat(place, ana);
  room.start();
  await settle();
  world.line.accept().send('snapshot', 1, OPEN);
}

/** The next round, and time enough to look at it. */
function nextRound(seq: number): void {
  world.line.send('enabled', seq, { Open: true, Round: 2, Voted: 0, Of: 2 });
  world.pass(400);
}

/** The same, at a server that says versions and numbers: the snapshot is of version 5. */
async function numbered(view: object = {}): Promise<void> {
  api.resume.mockResolvedValue(good({ ...open, seat: 3, name: 'Ana' }, 4));
  device.keepSeat(place, ana);
  room.start();
  await settle();
  world.line.accept().send('snapshot', 5, { ...OPEN, Seat: 3, Name: 'Ana', Own: null, ...view });
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
    nextRound(2);
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
    nextRound(2);
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
    world.pass(400);
    await room.vote('8');
    give(good({ ...open, own: '5' }));
    await settle();
    expect(room.view.value?.own).toBe('8');
  });

  test.each([{ Votes: { Ana: '5' } }, { Counts: { 5: 1 } }, {}])(
    'of a closed round brings it back, too: %j',
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
    const again = new VoteRoom({ place, api, device, world, socketUrl });
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
    expect(api.vote.mock.calls).toEqual([[{ name: 'Anna', key: 'secret' }, '5', 1]]);
  });
});

describe('a seat that is known by its number', () => {
  const you = (seq: number, data: object) => world.line.send('you', seq, { Seat: 3, ...data });

  test('comes back by it, whatever its name is by then', async () => {
    await numbered();
    expect(device.seat(place)).toEqual({ name: 'Ana', key: 'secret', number: 3 });
    world.line.drop(1006);
    world.pass(200);
    expect(world.line.url).toBe('ws:3');
  });

  test('follows a rename on another device, votes included', async () => {
    await numbered();
    await room.vote('5');
    you(6, { Name: 'Anna', Own: '5' });
    expect(room.seat.value).toEqual({ name: 'Anna', key: 'secret', number: 3 });
    expect(device.seat(place)).toEqual({ name: 'Anna', key: 'secret', number: 3 });
    expect(room.phase.value).toBe('seated');
    expect(room.view.value?.own).toBe('5');
    expect(world.lines).toHaveLength(1);
    world.pass(400);
    await room.vote('8');
    expect(api.vote.mock.calls[1]?.[0]).toEqual({ name: 'Anna', key: 'secret', number: 3 });
  });

  test('that was renamed while this device slept is found again', async () => {
    api.resume.mockResolvedValue(good({ ...open, seat: 3, name: 'Anna' }, 4));
    device.keepSeat(place, { ...ana, number: 3 });
    room.start();
    await settle();
    expect(room.seat.value?.name).toBe('Anna');
    expect(room.phase.value).toBe('seated');
  });

  test('follows a vote on another device, a reset and an undo', async () => {
    await numbered();
    you(6, { Name: 'Ana', Own: '8' });
    expect(room.view.value?.own).toBe('8');
    world.line.send('reset', 7, { Open: false });
    you(7, { Name: 'Ana', Own: null });
    expect(room.view.value?.own).toBeUndefined();
    api.resume.mockClear();
    world.line.send('enabled', 8, { Open: true, Round: 1, Restored: true, Voted: 1, Of: 2 });
    you(8, { Name: 'Ana', Own: '8' });
    expect(room.view.value?.own).toBe('8');
    expect(api.resume).not.toHaveBeenCalled();
  });

  test('keeps its line through its own rename', async () => {
    api.rename.mockResolvedValue(good('Anna', 6));
    await numbered();
    await room.rename('Anna');
    expect(room.seat.value).toEqual({ name: 'Anna', key: 'secret', number: 3 });
    expect(world.lines).toHaveLength(1);
  });

  test('is not renamed back by an answer that is late', async () => {
    await numbered();
    api.rename.mockImplementation(async () => {
      you(6, { Name: 'Anna', Own: null });
      you(7, { Name: 'Annie', Own: null });
      return good('Anna', 6);
    });
    await room.rename('Anna');
    expect(room.seat.value?.name).toBe('Annie');
    expect(device.seat(place)?.name).toBe('Annie');
  });

  test('does not complain of a rename that has worked, though its answer was lost', async () => {
    api.rename.mockResolvedValue(bad('offline', 0));
    await numbered();
    await room.rename('Anna');
    expect(room.renameTrouble.value).toBe('offline');
    you(6, { Name: 'Anna', Own: null });
    expect(room.renameTrouble.value).toBeUndefined();
    expect(room.seat.value?.name).toBe('Anna');
  });

  test('hands nothing of itself to who joins next', async () => {
    await numbered({ Own: '5' });
    room.becomeSomebodyElse();
    api.join.mockResolvedValue(good({ name: 'Béla', key: 'other' }, 6));
    await room.join('Béla');
    expect(room.seat.value).toEqual({ name: 'Béla', key: 'other' });
    expect(room.view.value?.own).toBeUndefined();
  });
});

describe('the own vote', () => {
  test('that the server has taken outlives a snapshot that was made before', async () => {
    api.join.mockResolvedValue(good(ana, 4));
    api.look.mockResolvedValue(good(open, 3));
    room.start();
    await settle();
    await room.join('Ana');
    api.vote.mockResolvedValue(good(true, 7));
    await room.vote('5');
    world.line.accept().send('snapshot', 6, { ...OPEN, Seat: 3, Name: 'Ana', Own: null });
    world.line.send('progress', 7, { Voted: 1, Of: 2 });
    expect(room.view.value?.own).toBe('5');
    expect(room.view.value?.progress.voted).toBe(1);
    expect(room.seat.value?.number).toBe(3);
  });

  test('of a server that has come back with less is what that says', async () => {
    await numbered();
    api.vote.mockResolvedValue(good(true, 7));
    await room.vote('5');
    world.line.drop(1012);
    world.pass(200);
    world.line.accept().send('snapshot', 6, { ...OPEN, Seat: 3, Name: 'Ana', Own: null });
    expect(room.view.value?.own).toBeUndefined();
  });

  test('is not what an answer says that is older than another device’s vote', async () => {
    await numbered();
    const answer = heldVote();
    void room.vote('5');
    world.line.send('you', 7, { Seat: 3, Name: 'Ana', Own: '8' });
    await answer(good(true, 6));
    expect(room.view.value?.own).toBe('8');
    expect(room.pending.value).toBeUndefined();
  });

  test('of a round that was cleared meanwhile is not marked, and nobody is asked', async () => {
    await numbered();
    const answer = heldVote();
    void room.vote('5');
    nextRound(7);
    api.resume.mockClear();
    await answer(good(true, 6));
    expect(room.view.value?.own).toBeUndefined();
    expect(api.resume).not.toHaveBeenCalled();
  });

  test('that counts in a round of which the page hears later stays marked', async () => {
    await numbered();
    api.vote.mockResolvedValue(good(true, 8));
    await room.vote('5');
    nextRound(7);
    expect(room.view.value?.own).toBe('5');
  });

  test('draws once when it has arrived', async () => {
    await numbered();
    const answer = heldVote();
    void room.vote('5');
    const seen: unknown[] = [];
    const stop = effect(() => void seen.push([room.pending.value, room.view.value?.own]));
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
    await numbered();
    api.vote.mockResolvedValue(bad('offline', 0));
    api.resume.mockResolvedValue(bad('offline', 0));
    await room.vote('5');
    expect(room.lost.value).toEqual({ choice: '5', kind: 'offline' });
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
    expect(room.lost.value).toBeUndefined();
  });

  test.each([
    ['a snapshot of the same round', () => reconnect({})],
    ['somebody else’s vote', () => world.line.send('progress', 6, { Voted: 1, Of: 2 })],
  ])('is told of through %s in which it does not count', (_what, happens) => {
    happens();
    expect(room.lost.value?.choice).toBe('5');
  });
});

test('a vote of a round that is over is no lost vote of the next', async () => {
  await numbered();
  const answer = heldVote();
  void room.vote('5');
  world.line.send('disabled', 6, { Open: false });
  nextRound(7);
  await answer(bad('offline', 0));
  expect(room.lost.value).toBeUndefined();
});

describe('a tap', () => {
  const cast = () => api.vote.mock.calls.map(([, choice, round]) => [choice, round]);

  test('is sent with the round that the reader sees', async () => {
    await numbered();
    await room.vote('5');
    expect(cast()).toEqual([['5', 1]]);
  });

  test('at the very moment at which another round comes was not meant for it', async () => {
    await numbered();
    world.line.send('enabled', 6, { Open: true, Round: 2, Voted: 0, Of: 2 });
    world.pass(399);
    await room.vote('5');
    expect(cast()).toEqual([]);
    world.pass(1);
    await room.vote('5');
    expect(cast()).toEqual([['5', 2]]);
  });

  test('just after cards that were cleared and laid out anew was not meant for these', async () => {
    await numbered();
    world.line.send('reset', 6, { Open: false });
    world.pass(200);
    world.line.send('enabled', 7, { Open: true, Round: 2, Voted: 0, Of: 2 });
    await room.vote('5');
    expect(cast()).toEqual([]);
  });

  test('on cards that have just been laid out after a pause is taken', async () => {
    await numbered({ Open: false });
    world.pass(1_000);
    world.line.send('enabled', 6, { Open: true, Round: 2, Voted: 0, Of: 2 });
    await room.vote('5');
    expect(cast()).toEqual([['5', 2]]);
  });

  test.each([
    ['an event', () => world.line.send('enabled', 6, { Open: true, Round: 2, Voted: 0, Of: 2 })],
    ['a snapshot', () => world.line.send('snapshot', 6, { ...OPEN, Round: 2 })],
    ['a close', () => world.line.send('disabled', 6, { Open: false })],
  ])('that waits for another goes nowhere when its round is over by %s', async (_what, happens) => {
    await numbered();
    const answer = heldVote();
    void room.vote('5');
    void room.vote('8');
    happens();
    await answer(good(true, 5));
    expect(cast()).toEqual([['5', 1]]);
    expect(room.pending.value).toBeUndefined();
  });

  test('that the server refuses for a round that is over is no complaint: the round is looked at', async () => {
    await numbered();
    api.vote.mockResolvedValue(bad('failed', 409));
    api.resume.mockResolvedValue(good({ ...open, round: 2, seat: 3, name: 'Ana' }, 7));
    await room.vote('5');
    expect(room.lost.value).toBeUndefined();
    expect(room.pending.value).toBeUndefined();
    expect(room.view.value?.round).toBe(2);
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
  world.pass(400);
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
