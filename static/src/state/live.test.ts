import { effect, signal } from '@preact/signals-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { bad, good } from '../api/api.fake';
import type { Frame } from '../api/frame';
import type { Answer } from '../api/request';
import type { Ending } from '../api/socket';
import { FakeWorld, settle } from '../api/world.fake';
import { Live } from './live';

type Event =
  | { readonly kind: 'snapshot'; readonly view: string }
  | { readonly kind: 'you' | 'vote' | 'ignored' };

const EVENTS: Record<string, (frame: Frame) => Event> = {
  snapshot: ({ seq }) => ({ kind: 'snapshot', view: `of the line ${seq}` }),
  vote: () => ({ kind: 'vote' }),
  you: () => ({ kind: 'you' }),
  beat: () => ({ kind: 'ignored' }),
};

let world: FakeWorld;
let told: string[];
let endings: Ending[];
let live: Live<string, Event>;
let give: (answer: Answer<string>) => Promise<void>;

/** A question that the test answers when it likes. */
function look(): Promise<Answer<string>> {
  return new Promise((resolve) => {
    give = async (answer) => {
      resolve(answer);
      await settle();
    };
  });
}

beforeEach(() => {
  world = new FakeWorld();
  told = [];
  endings = [];
  live = new Live<string, Event>({
    world,
    decode: (frame) => EVENTS[frame.kind]?.(frame),
    onEvent: (event, seq) => {
      told.push(event.kind === 'snapshot' ? event.view : `${event.kind} ${seq}`);
    },
    onEnd: (ending) => endings.push(ending),
  });
});

const follow = () => live.follow({ url: () => 'ws:', look });
const snapshot = (seq: number) => world.line.accept().send('snapshot', seq);

/** Entered with a view of version 3, and a connection begins. */
async function entered(seq = 3): Promise<void> {
  live.enter(look, follow, () => {});
  await give(good('of the look', seq));
}

describe('what is older than what the room has', () => {
  beforeEach(() => entered());

  test('ends here, and what is as new does not', () => {
    snapshot(5);
    for (const seq of [4, 5, 7, 6]) world.line.send('vote', seq);
    expect(told).toEqual(['of the look', 'of the line 5', 'vote 5', 'vote 7']);
  });

  test('ends here as a look that a snapshot has overtaken', async () => {
    world.line.drop(1006);
    const slow = give;
    world.wake();
    snapshot(8);
    await slow(good('of a slow look', 7));
    expect(told).toEqual(['of the look', 'of the line 8']);
  });

  test('ends here as a look that was overtaken before the line was replaced', async () => {
    snapshot(8);
    void live.refresh(look);
    world.line.drop(1012);
    world.pass(200);
    await give(good('of a slow look', 7));
    expect(told).toEqual(['of the look', 'of the line 8']);
  });

  test('ends here as a snapshot that a look has overtaken', async () => {
    void live.refresh(look);
    await give(good('of a look', 9));
    snapshot(8).send('vote', 8).send('vote', 9);
    expect(live.status.value).toBe('open');
    expect(told).toEqual(['of the look', 'of a look', 'vote 9']);
  });

  test('is taken from a server that has come back with less', () => {
    snapshot(8);
    world.line.drop(1012);
    world.pass(200);
    snapshot(5).send('vote', 6);
    expect(told).toEqual(['of the look', 'of the line 8', 'of the line 5', 'vote 6']);
  });

  test('is taken as a look at a server that has come back with less', async () => {
    snapshot(8);
    world.line.drop(1012);
    world.pass(200);
    world.line.drop(1006);
    await give(good('of a look', 5));
    expect(told.at(-1)).toBe('of a look');
  });

  test('is passed on where a seat is told of itself, which may be late', () => {
    snapshot(8).send('you', 7).send('vote', 8);
    expect(told.slice(2)).toEqual(['you 7', 'vote 8']);
  });
});

test('a beat is no version', async () => {
  await entered();
  snapshot(5).send('beat', 0).send('vote', 4).send('vote', 5);
  expect(told.slice(2)).toEqual(['vote 5']);
});

test('a line is measured from the first snapshot on', async () => {
  await entered();
  snapshot(3);
  world.pass(35_000);
  expect(live.status.value).toBe('reconnecting');
});

test('a look goes on where the network was away', async () => {
  live.enter(look, follow, () => {});
  await give(bad('offline', 0));
  expect(live.status.value).toBe('reconnecting');
  world.goOffline();
  world.pass(200);
  await give(good('of the look', 3));
  expect(told).toEqual(['of the look']);
});

test('a look that was left says nothing more', async () => {
  await entered();
  void live.refresh(look);
  live.stop();
  await give(good('of a look', 9));
  expect(told).toEqual(['of the look']);
  expect(live.status.value).toBeUndefined();
});

test.each([
  ['unknown-session', 404, ['over']],
  ['not-your-seat', 403, ['refused']],
  ['busy', 503, []],
] as const)('a handshake that fails for %s is told so', async (kind, status, expected) => {
  await entered();
  world.line.drop(1006);
  await give(bad(kind, status));
  expect(endings).toEqual(expected);
});

test('an event draws once, whatever it changes', async () => {
  const some = signal(0);
  const other = signal(0);
  let draws = 0;
  live = new Live<string, Event>({
    world,
    decode: (frame) => EVENTS[frame.kind]?.(frame),
    onEvent: () => {
      some.value += 1;
      other.value += 1;
    },
    onEnd: () => {},
  });
  await entered();
  const stop = effect(() => {
    draws += 1;
    return void [some.value, other.value, live.status.value];
  });
  draws = 0;
  snapshot(4);
  world.line.send('vote', 5);
  void live.refresh(look);
  await give(good('of a look', 6));
  stop();
  expect(draws).toBe(3);
});
