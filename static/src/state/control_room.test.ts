import { beforeEach, describe, expect, test, vi } from 'vitest';
import { bad, type Fake, fakeControllerApi, good } from '../api/api.fake';
import type { ControllerApi } from '../api/controller_api';
import type { Answer } from '../api/request';
import { FakeWorld, settle } from '../api/world.fake';
import { type MainAction, mainAction } from '../model/controller';
import { controllerView } from '../model/view.fake';
import { ControlRoom } from './control_room';

const closed = controllerView({ participants: ['Ana'], controlKeys: 1 });
const CLOSED = {
  Choices: ['1', '5'],
  Open: false,
  Round: 0,
  Participants: ['Ana'],
  Votes: {},
  ControlKeys: 1,
};

let world: FakeWorld;
let room: ControlRoom;
const hideKey = vi.fn();
const forget = vi.fn();
const files = { readHistory: async () => undefined, copyText: async () => false };
let api: Fake<ControllerApi>;

beforeEach(() => {
  world = new FakeWorld();
  hideKey.mockReset();
  forget.mockReset();
  api = fakeControllerApi();
  api.look.mockResolvedValue(good(closed));
  room = new ControlRoom({ api, world, socketUrl: 'ws:', hideKey, forget, ...files });
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

/** The next call is answered when the test gives the answer. */
function held(call: { mockReturnValueOnce: (answer: Promise<Answer<true>>) => unknown }) {
  let give: (answer: Answer<true>) => void = () => {};
  call.mockReturnValueOnce(
    new Promise((resolve) => {
      give = resolve;
    }),
  );
  return async (answer: Answer<true>) => {
    give(answer);
    await settle();
  };
}

/** Taps the main button as it reads now. */
const tapMain = () => room.steps.act(meaning() as MainAction);
const meaning = () => room.view.value && mainAction(room.view.value);
const actions = () => api.act.mock.calls.map(([action]) => action);

/** A round has ended, at version 3, and the buttons rest no more. */
function ended(topics: readonly string[] = []): void {
  world.line.send('topics', 2, { Topics: topics });
  world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
  world.pass(1000);
}

describe('the key', () => {
  test('of the address opens, and is taken out of the address bar once its cookie does', async () => {
    onlyFor('new');
    room.start('new');
    await settle();
    expect(room.phase.value).toBe('ready');
    expect(hideKey).not.toHaveBeenCalled();
    world.line.accept().send('snapshot', 1, CLOSED);
    expect(hideKey).toHaveBeenCalled();
    expect(api.look.mock.calls).toEqual([['new']]);
  });

  test('leaves the address, too, where websockets are blocked and an answer has come by the cookie', async () => {
    onlyFor('new');
    room.start('new');
    await settle();
    onlyFor(undefined);
    world.line.drop(1006);
    await settle();
    expect(hideKey).toHaveBeenCalled();
    expect(room.phase.value).toBe('ready');
  });

  test('stays in the address where the browser keeps no cookie', async () => {
    onlyFor('new');
    room.start('new');
    await settle();
    world.line.drop(1006);
    await settle();
    expect(room.phase.value).toBe('locked');
    expect(room.lockReason.value).toBe('cookieless');
    expect(hideKey).not.toHaveBeenCalled();
  });

  test('of the cookie opens where there is no other', async () => {
    onlyFor(undefined);
    room.start('');
    await settle();
    expect(room.phase.value).toBe('ready');
    expect(api.look.mock.calls).toEqual([[undefined]]);
  });

  test('of the cookie opens where that of the address does not', async () => {
    onlyFor(undefined);
    room.start('garbled');
    await settle();
    expect(room.phase.value).toBe('ready');
    expect(hideKey).toHaveBeenCalled();
  });

  test('is asked for where there is none', async () => {
    onlyFor('k');
    room.start('');
    await settle();
    expect(room.phase.value).toBe('locked');
    expect(room.lockReason.value).toBe('keyless');
  });

  test('is said to be wrong where it was', async () => {
    onlyFor('k');
    room.start('wrong');
    await settle();
    expect(room.phase.value).toBe('locked');
    expect(room.lockReason.value).toBe('wrong');
    expect(hideKey).toHaveBeenCalled();
  });

  test('of the cookie, which fitted once, is said to be taken back', async () => {
    api.look.mockResolvedValue(bad('key-wrong', 403));
    room.start('');
    await settle();
    expect(room.phase.value).toBe('locked');
    expect(room.lockReason.value).toBe('takenBack');
  });

  test('opens the page again that was locked', async () => {
    onlyFor('k');
    room.start('');
    await settle();
    room.start('k');
    await settle();
    expect(room.phase.value).toBe('ready');
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
    await tapMain();
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.pass(1000);
    await tapMain();
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    world.pass(1000);
    await tapMain();
    expect(actions()).toEqual(['start', 'stop']);
    expect(api.start.mock.calls).toEqual([[{ topic: '', seconds: 0, after: 1 }]]);
  });

  test('rests when its meaning has changed: a second tap on Stop does not go on', async () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.pass(1000);
    await tapMain();
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    expect(meaning()).toBe('next');
    await tapMain();
    world.pass(999);
    await tapMain();
    expect(api.start).not.toHaveBeenCalled();
    world.pass(1);
    await tapMain();
    expect(api.start).toHaveBeenCalledTimes(1);
    expect(actions()).toEqual(['stop']);
  });

  test('rests when the last vote closes the round just before the tap', async () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.pass(1000);
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    await tapMain();
    expect(actions()).toEqual([]);
  });

  test('rests until the event of its tap has come', async () => {
    await tapMain();
    await tapMain();
    expect(actions()).toEqual(['start']);
  });

  test('does not rest while its meaning stays', () => {
    world.line.send('participants-change', 2, { Participants: ['Ana', 'Béla'] });
    expect(room.steps.isResting.value).toBe(false);
  });

  test('works while the socket is cut off, and fetches what it did', async () => {
    world.line.drop(1006);
    await tapMain();
    expect(actions()).toEqual(['start']);
    expect(world.lines).toHaveLength(2);
  });

  test('says what went wrong', async () => {
    api.act.mockResolvedValueOnce(bad('busy', 503));
    await tapMain();
    expect(room.trouble.value).toBe('busy');
    expect(room.steps.isResting.value).toBe(false);
  });

  test('complains no more once what it asked for has happened after all', async () => {
    api.act.mockResolvedValueOnce(bad('offline', 0));
    await tapMain();
    expect(room.trouble.value).toBe('offline');
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    expect(room.trouble.value).toBeUndefined();
  });

  test('waits for what is under way, and is not dropped', async () => {
    const give = held(api.setDoor);
    void room.people.turnDoor();
    void tapMain();
    expect(actions()).toEqual([]);
    await give(good(true));
    expect(actions()).toEqual(['start']);
  });

  test('does what it said when it was tapped, or nothing', async () => {
    await room.steps.act('stop');
    await room.steps.act('next');
    expect(actions()).toEqual([]);
    expect(api.start).not.toHaveBeenCalled();
    await room.steps.act('start');
    expect(actions()).toEqual(['start']);
  });

  test('does not do later what its reader did not mean any more', async () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.pass(1000);
    const give = held(api.timer);
    void room.steps.changeTime({ add: 30 });
    void tapMain();
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    world.pass(1000);
    await give(good(true));
    expect(actions()).toEqual([]);
  });
});

describe('what appears beside the main button', () => {
  beforeEach(ready);

  test('rests, too: a tap on what was there before must not wipe the result', async () => {
    world.line.send('topics', 2, { Topics: ['login'] });
    world.line.send('enabled', 3, { Open: true, Round: 1 });
    world.pass(1000);
    world.line.send('disabled', 4, { Open: false, Votes: { Ana: '5' } });
    world.pass(160);
    await room.steps.voteAgain();
    await room.steps.voteOnNext();
    await room.steps.clear();
    expect(api.start).not.toHaveBeenCalled();
    expect(actions()).toEqual([]);
    world.pass(840);
    await room.steps.voteAgain();
    expect(api.start).toHaveBeenCalledTimes(1);
  });

  test('rests until the event of its tap has come', async () => {
    ended();
    await room.steps.voteAgain();
    await room.steps.voteAgain();
    await room.steps.clear();
    expect(api.start).toHaveBeenCalledTimes(1);
    expect(actions()).toEqual([]);
  });

  test('does nothing before a round has ended', async () => {
    await room.steps.voteAgain();
    await room.steps.clear();
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.pass(1000);
    await room.steps.voteAgain();
    await room.steps.clear();
    expect(api.start).not.toHaveBeenCalled();
    expect(actions()).toEqual([]);
  });

  test('clears the table of the round that the reader knows', async () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    ended();
    room.nextRound.take('login');
    await room.steps.clear();
    expect(api.act.mock.calls).toEqual([['reset', 1]]);
    expect(api.start).not.toHaveBeenCalled();
    expect(room.nextRound.topic.value).toBe('login');
  });

  test('complains no more of a table that was cleared after all', async () => {
    ended();
    api.act.mockResolvedValueOnce(bad('offline', 0));
    await room.steps.clear();
    expect(room.trouble.value).toBe('offline');
    world.line.send('reset', 4, { Open: false });
    expect(room.trouble.value).toBeUndefined();
  });

  test('takes no time for a second tap on Vote again', async () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    await room.steps.changeTime({ add: 30 });
    expect(api.timer).not.toHaveBeenCalled();
    world.pass(1000);
    await room.steps.changeTime({ add: 30 });
    expect(api.timer).toHaveBeenCalledTimes(1);
  });
});

describe('kicking', () => {
  beforeEach(ready);

  const told = () => room.news.last.value?.fact;

  test('is done at once, and said by what takes it back', async () => {
    const give = held(api.kick);
    void room.people.kick('Ana');
    expect(api.kick.mock.calls).toEqual([['Ana']]);
    await give(good(true));
    expect(told()).toBeUndefined();
  });

  test('that fails says why', async () => {
    api.kick.mockResolvedValueOnce(bad('busy', 503));
    await room.people.kick('Ana');
    expect(told()).toBeUndefined();
    expect(room.trouble.value).toBe('busy');
  });

  test('of somebody who has left already is no trouble', async () => {
    api.kick.mockResolvedValue(bad('not-a-participant', 400));
    await room.people.kick('Ana');
    expect(room.trouble.value).toBeUndefined();
  });
});

describe('questions', () => {
  const ANA = { Seat: 1, Name: 'Ana' };
  const BERT = { Seat: 2, Name: 'Bert' };
  const told = () => room.news.last.value?.fact;
  const ask = (seq: number, ...Questions: object[]) => {
    world.line.send('question', seq, { Questions });
    world.pass(400);
  };

  beforeEach(async () => {
    await ready();
    world.line.send('enabled', 2, { Open: true, Round: 1, EndsAt: 60_000, Now: 0 });
  });

  test('are told to the host, each once', () => {
    ask(3, ANA);
    expect(told()).toEqual({ kind: 'asks', names: ['Ana'], rests: true });
    ask(4, ANA, BERT);
    expect(told()).toEqual({ kind: 'asks', names: ['Bert'], rests: true });
    ask(5, BERT);
    expect(told()).toMatchObject({ names: ['Bert'] });
    ask(6);
    expect(told()).toEqual({ kind: 'answered', names: ['Bert'] });
  });

  test('let the timer rest', () => {
    ask(3, ANA);
    world.line.send('timer', 3, { Rests: 50_000 });
    world.pass(30_000);
    expect(room.countdown.left.value?.seconds).toBe(50);
    world.line.send('timer', 4, { EndsAt: 90_000, Now: 40_000 });
    world.pass(10_000);
    expect(room.countdown.left.value?.seconds).toBe(40);
  });

  test('are answered one and all, but for one that has come meanwhile', async () => {
    ask(3, ANA, BERT);
    expect(await room.people.answerAll()).toBe(true);
    expect(api.answer.mock.calls).toEqual([[1], [2]]);
    world.line.send('question', 4, { Questions: [{ Seat: 3, Name: 'Cili' }] });
    expect(await room.people.answerAll()).toBe(false);
    expect(api.answer).toHaveBeenCalledTimes(2);
  });

  test('are answered once by a double tap', async () => {
    const give = held(api.answer);
    ask(3, ANA);
    const taps = [room.people.answerAll(), room.people.answerAll()];
    await give(good(true));
    await Promise.all(taps);
    expect(api.answer).toHaveBeenCalledTimes(1);
  });

  test('of who has left are no trouble, and those that stay are', async () => {
    api.answer.mockResolvedValueOnce(bad('not-a-participant', 400));
    ask(3, ANA);
    await room.people.answerAll();
    expect(room.trouble.value).toBeUndefined();
    api.answer.mockResolvedValueOnce(bad('offline', 0));
    await room.people.answerAll();
    expect(room.trouble.value).toBe('offline');
  });

  test('are gone with the round', () => {
    ask(3, ANA);
    world.line.send('disabled', 4, { Open: false, Votes: {} });
    expect(room.view.value?.questions).toEqual([]);
  });
});

describe('a control link', () => {
  beforeEach(ready);

  const count = (seq: number, ControlKeys: number) =>
    world.line.send('control-keys', seq, { ControlKeys });
  const fresh = () => room.handOver.freshKey.value;

  test('is made for somebody else, and the number of links follows', async () => {
    await room.handOver.mint();
    count(2, 2);
    expect(fresh()).toBe('fresh');
    expect(room.view.value?.controlKeys).toBe(2);
  });

  test('is one for a double tap', async () => {
    await Promise.all([room.handOver.mint(), room.handOver.mint()]);
    world.pass(399);
    await room.handOver.mint();
    expect(api.mintKey).toHaveBeenCalledTimes(1);
    world.pass(1);
    await room.handOver.mint();
    expect(api.mintKey).toHaveBeenCalledTimes(2);
  });

  test('that could not be made is told where it was asked for', async () => {
    api.mintKey.mockResolvedValueOnce(bad('busy', 503));
    await room.handOver.mint();
    expect(room.handOver.trouble.value).toBe('busy');
    expect(room.trouble.value).toBeUndefined();
    expect(fresh()).toBeUndefined();
  });

  test('is taken back by two taps, and not by a double tap', async () => {
    await room.handOver.mint();
    count(2, 2);
    world.pass(1000);
    await room.handOver.tapTakeBack();
    world.pass(399);
    await room.handOver.tapTakeBack();
    expect(api.takeBackKeys).not.toHaveBeenCalled();
    world.pass(1);
    await room.handOver.tapTakeBack();
    expect(api.takeBackKeys).toHaveBeenCalledTimes(1);
    expect(fresh()).toBeUndefined();
    expect(room.news.last.value?.fact).toEqual({ kind: 'keysTakenBack' });
  });

  test('is not taken back by a tap and another one much later', async () => {
    await room.handOver.tapTakeBack();
    world.pass(4000);
    await room.handOver.tapTakeBack();
    expect(api.takeBackKeys).not.toHaveBeenCalled();
  });

  test('that was taken back elsewhere is not offered any more', async () => {
    await room.handOver.mint();
    // What was sent before the link was made says nothing about it.
    world.line.send('vote', 2, { Votes: {} });
    count(3, 2);
    expect(fresh()).toBe('fresh');
    count(4, 1);
    expect(fresh()).toBeUndefined();
  });

  test('made while the socket is cut off is counted after all', async () => {
    world.line.drop(1006);
    await room.handOver.mint();
    world.line.accept().send('snapshot', 2, { ...CLOSED, ControlKeys: 2 });
    expect(room.view.value?.controlKeys).toBe(2);
  });
});

describe('a round', () => {
  beforeEach(ready);

  const told = () => room.news.last.value?.fact;

  test('with a timer is counted down until it closes', () => {
    world.line.send('enabled', 2, { Open: true, Round: 1, EndsAt: 90_000, Now: 0 });
    expect(told()).toEqual({ kind: 'opened', seconds: 90 });
    world.pass(30_000);
    expect(room.countdown.left.value?.seconds).toBe(60);
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    expect(told()).toMatchObject({ kind: 'closed' });
    expect(room.countdown.left.value).toBeUndefined();
  });

  test('that closes is told with what it came down to', () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    const Statistics = { Votes: 2, Abstentions: 0, Median: '3.00', Lowest: '1', Highest: '5' };
    const Votes = { Ana: '1', Béla: '5' };
    world.line.send('disabled', 3, { Open: false, Votes, Statistics, Asked: 3 });
    const ballots = { kind: 'named', votes: new Map(Object.entries(Votes)) };
    expect(told()).toMatchObject({ kind: 'closed', revealed: { result: { ballots, asked: 3 } } });
  });

  test('that closes without a vote came down to nothing', () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.line.send('disabled', 3, { Open: false, Votes: {} });
    expect(told()).toEqual({ kind: 'closed' });
  });

  test('that is over says nothing when its result changes', () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5', Béla: '1' } });
    const before = room.news.last.value;
    world.line.send('disabled', 4, { Open: false, Votes: { Ana: '5' } });
    expect(room.news.last.value).toBe(before);
  });

  test('that was reset and brought back says so', () => {
    world.line.send('disabled', 2, { Open: false, Votes: { Ana: '5' } });
    world.line.send('reset', 3, { Open: false });
    world.line.send('disabled', 4, { Open: false, Votes: { Ana: '5' } });
    expect(told()).toEqual({ kind: 'restored' });
  });
});

describe('the end', () => {
  beforeEach(ready);

  test('of the session is told', () => {
    expect(forget).not.toHaveBeenCalled();
    world.line.drop(4004);
    expect(room.phase.value).toBe('over');
    expect(forget).toHaveBeenCalled();
  });

  test('of the key’s life locks the page', async () => {
    api.act.mockResolvedValueOnce(bad('key-wrong', 403));
    await tapMain();
    expect(room.phase.value).toBe('locked');
    expect(room.lockReason.value).toBe('takenBack');
  });

  test('of the key’s life may be told by the socket, which is not opened again', async () => {
    api.look.mockResolvedValue(bad('key-wrong', 403));
    world.line.drop(4001);
    await settle();
    expect(room.phase.value).toBe('locked');
    expect(room.lockReason.value).toBe('takenBack');
    world.wake(60_000);
    world.pass(60_000);
    await settle();
    expect(world.lines).toHaveLength(1);
  });

  test('of one key is none where another tab has brought a new one', async () => {
    world.line.drop(4001);
    await settle();
    expect(room.phase.value).toBe('ready');
    world.line.accept().send('snapshot', 2, CLOSED);
    expect(world.lines).toHaveLength(2);
    expect(room.status.value).toBe('open');
  });

  test('of one key that comes before the answer to taking it back opens one socket', async () => {
    world.line.send('control-keys', 2, { ControlKeys: 2 });
    await room.handOver.tapTakeBack();
    world.pass(400);
    const answered = room.handOver.tapTakeBack();
    world.line.drop(4001);
    await answered;
    await settle();
    expect(world.lines).toHaveLength(2);
    expect(world.line.closed).toBe(false);
  });

  test('of the cookie’s life asks for a key', async () => {
    world.line.drop(1006);
    world.pass(200);
    api.look.mockResolvedValue(bad('key-required', 401));
    world.line.drop(1006);
    await settle();
    expect(room.lockReason.value).toBe('keyless');
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

describe('beside the main button', () => {
  test('a topic or a timer goes with the start, and is done with then', async () => {
    await ready();
    room.nextRound.take('login');
    await tapMain();
    expect(api.start.mock.calls).toEqual([[{ topic: 'login', seconds: 0, after: 0 }]]);
    expect(api.act).not.toHaveBeenCalled();
    expect(room.nextRound.topic.value).toBe('');
  });

  test('a start that is refused keeps the topic', async () => {
    await ready();
    room.nextRound.take('login');
    api.start.mockResolvedValue(bad('bad-topic', 422));
    await tapMain();
    expect(room.trouble.value).toBe('bad-topic');
    expect(room.nextRound.topic.value).toBe('login');
  });

  test('once more is the same topic with the same timer', async () => {
    await ready();
    ended();
    room.nextRound.seconds.value = 60;
    await room.steps.voteAgain();
    expect(api.start.mock.calls).toEqual([[{ again: true, seconds: 60, after: 0 }]]);
  });

  test('the next topic is the first of the list', async () => {
    await ready();
    ended(['login', 'logout']);
    await tapMain();
    expect(api.start.mock.calls).toEqual([[{ topic: 'login', seconds: 0, after: 0 }]]);
    expect(actions()).toEqual([]);
  });

  test('the next round is about nothing where nothing waits', async () => {
    await ready();
    ended();
    room.nextRound.seconds.value = 60;
    await tapMain();
    expect(api.start.mock.calls).toEqual([[{ topic: '', seconds: 60, after: 0 }]]);
  });

  test('the next topic is the one that was taken, if one was', async () => {
    await ready();
    ended(['login', 'logout']);
    expect(room.nextRound.next.value).toBe('login');
    room.nextRound.take(' logout ');
    expect(room.nextRound.next.value).toBe('logout');
    await room.steps.voteOnNext();
    expect(api.start.mock.calls).toEqual([[{ topic: 'logout', seconds: 0, after: 0 }]]);
    world.line.send('topics', 4, { Topics: ['login'] });
    expect(room.nextRound.next.value).toBe('login');
  });

  test('the next topic is the first of the list if the field was emptied', async () => {
    await ready();
    world.line.send('topics', 2, { Topics: ['login'] });
    room.nextRound.take('');
    expect(room.nextRound.next.value).toBe('login');
  });

  test('a next topic that is refused leaves the field as it was', async () => {
    await ready();
    ended(['login']);
    room.nextRound.take('');
    api.start.mockResolvedValue(bad('busy', 503));
    await room.steps.voteOnNext();
    expect(room.trouble.value).toBe('busy');
    expect(room.nextRound.topic.value).toBe('');
  });

  test('a list of topics is shown at once, and as it was if the server refuses it', async () => {
    await ready();
    api.setTopics.mockResolvedValue(bad('too-many-topics', 422));
    room.topicList.write('login');
    await vi.waitFor(() => expect(room.topicList.found.value).toBeDefined());
    void room.topicList.add();
    expect(room.view.value?.topics).toEqual(['login']);
    await settle();
    expect(room.view.value?.topics).toEqual([]);
    expect(room.trouble.value).toBe('too-many-topics');
  });

  test('a list that is too long for the server stays in the field', async () => {
    await ready();
    api.setTopics.mockResolvedValue(bad('too-large', 413));
    room.topicList.draft.value = 'login';
    await room.topicList.add();
    expect(room.trouble.value).toBe('too-large');
    expect(room.topicList.draft.value).toBe('login');
  });

  test('after an undo the main button rests: the focus has come there', async () => {
    await ready();
    await room.undoNote.undo();
    await tapMain();
    expect(actions()).toEqual([]);
    world.pass(1000);
    await tapMain();
    expect(actions()).toEqual(['start']);
  });

  test('what can be undone is shown until it was, and a refusal is said', async () => {
    await ready();
    world.line.send('undo', 2, { What: 'reset', Seconds: 15 });
    expect(room.undoNote.shown.value?.seconds).toBe(15);
    api.undo.mockResolvedValue(bad('nothing-to-undo', 409));
    await room.undoNote.undo();
    expect(room.trouble.value).toBe('nothing-to-undo');
    world.line.send('undo', 3, {});
    expect(room.undoNote.shown.value).toBeUndefined();
  });

  test('other cards are sent as they are written', async () => {
    await ready();
    room.deckChange.text.value = 'S, M';
    await room.deckChange.change();
    expect(api.setDeck.mock.calls).toEqual([[['S', 'M']]]);
    expect(room.deckChange.text.value).toBe('');
  });
});

describe('the door', () => {
  const turns = () => api.setDoor.mock.calls;

  test('is locked and opened, and is as the server says', async () => {
    await ready();
    await room.people.turnDoor();
    expect(room.view.value?.locked).toBe(false);
    world.line.send('door', 2, { Locked: true });
    expect(room.view.value?.locked).toBe(true);
    world.pass(400);
    await room.people.turnDoor();
    expect(turns()).toEqual([[true], [false]]);
  });

  test('is not turned back by the second half of a double tap', async () => {
    await ready();
    await room.people.turnDoor();
    world.line.send('door', 2, { Locked: true });
    world.pass(399);
    await room.people.turnDoor();
    expect(turns()).toEqual([[true]]);
  });

  test('of a server that has none is said, and the session goes on', async () => {
    await ready();
    api.setDoor.mockResolvedValue(bad('not-found', 404));
    await room.people.turnDoor();
    expect(room.phase.value).toBe('ready');
    expect(room.trouble.value).toBe('not-found');
  });
});

test('what is agreed on last counts, also while the one before is on its way', async () => {
  await ready();
  world.line.send('enabled', 2, { Open: true, Round: 1 });
  world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
  const give = held(api.agree);
  room.agreement.text.value = '5';
  void room.agreement.record();
  room.agreement.text.value = '8';
  void room.agreement.record();
  await give(good(true));
  expect(api.agree.mock.calls).toEqual([
    [1, '5'],
    [1, '8'],
  ]);
});

test('a link that is on its way is taken back once it is here', async () => {
  await ready();
  let give: (answer: Answer<string>) => void = () => {};
  api.mintKey.mockReturnValueOnce(new Promise((resolve) => (give = resolve)));
  void room.handOver.mint();
  void room.handOver.tapTakeBack();
  world.pass(400);
  void room.handOver.tapTakeBack();
  expect(api.takeBackKeys).not.toHaveBeenCalled();
  give(good('fresh'));
  await settle();
  expect(api.takeBackKeys).toHaveBeenCalledOnce();
  expect(room.handOver.freshKey.value).toBeUndefined();
});
