import { effect, signal } from '@preact/signals-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Frame } from './frame';
import { type Ending, openSocket, type Socket, type SocketStatus } from './socket';
import { FakeWorld, settle } from './world.fake';

interface Event {
  kind: string;
  seq: number;
}

let world: FakeWorld;
let events: string[];
let statuses: SocketStatus[];
let endings: Ending[];
let verdict: Ending | undefined;
let diagnoses: number;
let isReached: boolean;
let socket: Socket;

beforeEach(() => {
  world = new FakeWorld();
  events = [];
  statuses = [];
  endings = [];
  verdict = undefined;
  diagnoses = 0;
  isReached = true;
  const status = signal<SocketStatus | undefined>(undefined);
  effect(() => void (status.value && statuses.push(status.value)));
  socket = openSocket<Event>({
    world,
    url: () => '/x/api/abc/ws',
    decode: ({ kind, seq }: Frame) => (kind === 'broken' ? undefined : { kind, seq }),
    onEvent: ({ kind, seq }) => events.push(`${kind} ${seq}`),
    status,
    onEnd: (ending) => endings.push(ending),
    onDial: () => {},
    diagnose: async () => {
      diagnoses += 1;
      return verdict ?? (isReached ? 'fine' : undefined);
    },
  });
});

const status = () => statuses.at(-1);
const snapshot = (seq = 1) => world.line.accept().send('snapshot', seq);

describe('a connection', () => {
  test('is open once the snapshot has come', () => {
    expect(world.line.url).toBe('/x/api/abc/ws');
    world.line.accept();
    expect(status()).toBe('connecting');
    world.line.send('snapshot', 3);
    expect(status()).toBe('open');
    expect(events).toEqual(['snapshot 3']);
  });

  test('ignores what is no frame', () => {
    snapshot();
    world.line.sendText('hello');
    world.line.sendText('{"Kind":7}');
    expect(events).toEqual(['snapshot 1']);
    expect(status()).toBe('open');
  });

  test('asks for a new snapshot after a frame that it can’t read', () => {
    snapshot();
    world.line.send('broken', 2);
    expect(status()).toBe('reconnecting');
    world.pass(200);
    snapshot(2);
    expect(status()).toBe('open');
    expect(world.lines).toHaveLength(2);
  });
});

describe('a connection that was lost', () => {
  test.each([1000, 1001, 1006, 1008, 1012, 1013])('with %i is made again', (code) => {
    snapshot();
    world.line.drop(code);
    expect(status()).toBe('reconnecting');
    world.pass(200);
    expect(world.lines).toHaveLength(2);
    snapshot(2);
    expect(statuses).toEqual(['connecting', 'open', 'reconnecting', 'open']);
    expect(diagnoses).toBe(0);
  });

  test('is tried after 0.2 s, doubling to 4 s', async () => {
    const waits: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      world.line.drop(1006);
      await settle();
      waits.push(world.nextTimer());
      world.pass(world.nextTimer());
    }
    expect(waits).toEqual([200, 400, 800, 1600, 3200, 4000, 4000]);
    expect(diagnoses).toBe(7);
  });

  test('is tried quickly again only after it has held', async () => {
    world.line.drop(1006);
    await settle();
    world.pass(200);
    snapshot();
    world.line.drop(1006);
    expect(world.nextTimer()).toBe(400);
    world.pass(400);
    snapshot();
    world.pass(5000);
    world.line.drop(1006);
    expect(world.nextTimer()).toBe(200);
  });

  test('is tried at once when the page is looked at', () => {
    snapshot();
    world.line.drop(1006);
    world.wake();
    expect(world.lines).toHaveLength(2);
    world.pass(4000);
    expect(world.lines).toHaveLength(2);
  });

  test('is given up where the handshake takes for ever', () => {
    world.pass(10_000);
    expect(status()).toBe('reconnecting');
    expect(world.lines[0]?.closed).toBe(true);
  });

  test('says nothing more', () => {
    snapshot();
    const old = world.line;
    world.pass(40_000);
    world.wake();
    old.send('vote', 9);
    old.drop(4001);
    expect(events).toEqual(['snapshot 1']);
    expect(endings).toEqual([]);
  });
});

describe('a line', () => {
  test('that says nothing for longer than beat and patience is dead', () => {
    snapshot();
    world.pass(34_900);
    expect(status()).toBe('open');
    world.pass(200);
    expect(status()).toBe('reconnecting');
    expect(world.lines[0]?.closed).toBe(true);
    world.pass(200);
    snapshot(2);
    expect(status()).toBe('open');
  });

  test.each(['beat', 'vote'])('lives with every %s', (kind) => {
    snapshot();
    for (let i = 0; i < 5; i += 1) {
      world.pass(24_000);
      world.line.send(kind, 0);
    }
    expect(status()).toBe('open');
    expect(world.lines).toHaveLength(1);
  });

  test('that a sleep has killed is noticed though the page hears of no wake', () => {
    snapshot();
    world.sleep(60_000);
    world.pass(5_000);
    expect(status()).toBe('reconnecting');
  });

  test('outlives a date that is set back', () => {
    snapshot();
    world.sleep(-3_600_000);
    world.pass(5_000);
    world.pass(200);
    snapshot(2);
    world.pass(34_000);
    expect(status()).toBe('open');
    world.pass(1_000);
    expect(status()).toBe('reconnecting');
  });
});

describe('a page that wakes up', () => {
  test('keeps a line that spoke just now, and asks nobody', () => {
    snapshot();
    world.sleep(2_900);
    world.wake();
    expect(world.lines).toHaveLength(1);
    expect(diagnoses).toBe(0);
  });

  test('proves a line that was silent for a while, once', async () => {
    snapshot();
    world.sleep(10_000);
    world.wake();
    world.wake();
    await settle();
    world.wake();
    world.pass(20_000);
    expect(diagnoses).toBe(1);
    expect(world.lines).toHaveLength(1);
    expect(statuses).toEqual(['connecting', 'open']);
  });

  test('whose server can’t be reached says so', async () => {
    isReached = false;
    snapshot();
    world.sleep(10_000);
    world.wake();
    await settle();
    expect(status()).toBe('reconnecting');
  });

  test('believes nothing that takes for ever', () => {
    snapshot();
    world.sleep(10_000);
    world.wake();
    world.pass(4_000);
    expect(status()).toBe('reconnecting');
  });

  test('replaces a line that has been silent for long by one handshake, without a word', async () => {
    snapshot();
    world.sleep(36_000);
    for (let i = 0; i < 4; i += 1) {
      world.wake();
      world.pass(100);
    }
    expect(world.lines).toHaveLength(2);
    snapshot(2);
    await settle();
    expect(statuses).toEqual(['connecting', 'open']);
    expect(diagnoses).toBe(0);
  });

  test('is not said to be connected for long where that takes its time', () => {
    snapshot();
    world.sleep(36_000);
    world.wake();
    world.pass(4_000);
    expect(status()).toBe('reconnecting');
  });

  test('waits for the handshake that it has just begun, and for no older one', () => {
    world.line.drop(1006);
    world.wake();
    world.wake();
    expect(world.lines).toHaveLength(2);
    world.sleep(60_000);
    world.wake();
    expect(world.lines).toHaveLength(3);
  });

  test('learns that the session is over', async () => {
    verdict = 'over';
    snapshot();
    world.sleep(10_000);
    world.wake();
    await settle();
    expect(endings).toEqual(['over']);
  });
});

describe('a browser without network', () => {
  test('is believed at once, and tries again when it has one', () => {
    snapshot();
    world.goOffline();
    expect(status()).toBe('reconnecting');
    expect(world.lines[0]?.closed).toBe(true);
    world.wake();
    world.pass(14_000);
    expect(world.lines).toHaveLength(1);
    world.goOnline();
    expect(world.lines).toHaveLength(2);
    snapshot(2);
    expect(status()).toBe('open');
  });

  test('may be wrong about it', () => {
    snapshot();
    world.goOffline();
    world.pass(15_000);
    snapshot(2);
    expect(status()).toBe('open');
  });
});

describe('the end', () => {
  test.each([
    [4001, 'kicked'],
    [4004, 'over'],
  ] as const)('comes with %i', (code, ending) => {
    snapshot();
    world.line.drop(code);
    expect(endings).toEqual([ending]);
    expect(status()).toBe('ended');
    socket.hurry();
    world.wake(60_000);
    world.pass(60_000);
    expect(world.lines).toHaveLength(1);
  });

  test('comes when the server refuses the handshake for good', async () => {
    verdict = 'refused';
    world.line.drop(1006);
    await settle();
    expect(endings).toEqual(['refused']);
    expect(status()).toBe('ended');
  });

  test('does not come from an answer that was overtaken', async () => {
    verdict = 'over';
    world.line.drop(1006);
    socket.hurry();
    snapshot();
    await settle();
    expect(endings).toEqual([]);
    expect(status()).toBe('open');
  });

  test('of one’s own asking is silent', async () => {
    snapshot();
    socket.close();
    world.wake(60_000);
    world.pass(60_000);
    expect(endings).toEqual([]);
    expect(world.lines).toHaveLength(1);
    expect(world.line.closed).toBe(true);
  });
});

describe('hurrying', () => {
  test('changes nothing where all is well', () => {
    snapshot();
    socket.hurry();
    expect(world.lines).toHaveLength(1);
  });

  test('leaves a handshake that is on its way alone', () => {
    socket.hurry();
    snapshot();
    world.line.drop(1012);
    world.pass(200);
    socket.hurry();
    snapshot(2);
    expect(world.lines).toHaveLength(2);
    expect(status()).toBe('open');
  });

  test('does not wait for the next try', () => {
    snapshot();
    world.line.drop(1012);
    socket.hurry();
    expect(world.lines).toHaveLength(2);
  });
});
