import { describe, expect, test } from 'vitest';
import {
  applyController,
  type ControllerView,
  hostSeats,
  isGone,
  mainAction,
  progress,
  revealed,
} from './controller';
import { NO_FINDINGS } from './result';
import { controllerView, roundOf, statisticsOf } from './view.fake';

const closed = controllerView({
  participants: ['Ana', 'Béla', 'Cili'],
  numbers: [2, 3, 7],
  away: new Set(['Cili']),
  controlKeys: 1,
});
const statistics = statisticsOf({ votes: 1, mean: '5.00', median: '5.00' });
const open: ControllerView = { ...closed, open: true, round: 1, votes: new Map([['Ana', '*']]) };
const done: ControllerView = { ...closed, round: 1, votes: new Map([['Ana', '5']]), statistics };

describe('the main button', () => {
  test('begins, stops, and goes on', () => {
    expect([closed, open, done].map(mainAction)).toEqual(['start', 'stop', 'next']);
  });

  test('begins again after a close that brought no vote', () => {
    expect(mainAction({ ...open, open: false, votes: new Map() })).toBe('start');
  });
});

describe('a controller’s view', () => {
  test('a start clears votes and numbers', () => {
    const timer = { remainingMs: 9000, receivedAt: 0 };
    const start = roundOf({ round: 2, topic: 'A', timer });
    const agreed = { ...done, agreed: '5' };
    expect(applyController(agreed, { kind: 'enabled', start, restored: false })).toEqual({
      ...done,
      ...start,
      open: true,
      votes: new Map(),
      statistics: undefined,
    });
  });

  test('a start that comes of an undo keeps the votes', () => {
    const after = applyController(
      { ...open, open: false },
      {
        kind: 'enabled',
        start: roundOf({ topic: 'A' }),
        restored: true,
      },
    );
    expect(after).toEqual({ ...open, topic: 'A' });
  });

  test('a close brings the values and stops the timer', () => {
    const votes = new Map([['Ana', '5']]);
    const findings = { ...NO_FINDINGS, statistics, agreed: '5' };
    const timed = { ...open, timer: { remainingMs: 9000, receivedAt: 0 } };
    const after = applyController(timed, { kind: 'disabled', votes, findings });
    expect(after).toEqual({ ...open, open: false, votes, statistics, agreed: '5', rounds: 1 });
    expect(revealed(after)).toEqual({ ballots: { kind: 'named', votes }, ...findings });
  });

  test('the history grows with each close that has votes, up to what it holds', () => {
    const close = (view: ControllerView, votes: ReadonlyMap<string, string>) =>
      applyController(view, { kind: 'disabled', votes, findings: NO_FINDINGS }).rounds;
    expect(close(open, done.votes)).toBe(1);
    expect(close(open, new Map())).toBe(0);
    expect(close({ ...done, rounds: 1 }, done.votes)).toBe(1);
    expect(close({ ...open, rounds: 100 }, done.votes)).toBe(100);
  });

  test('a reset leaves nothing to show', () => {
    const after = applyController({ ...done, agreed: '5' }, { kind: 'reset' });
    expect(revealed(after)).toBeUndefined();
    expect(after).toMatchObject(NO_FINDINGS);
  });

  test('votes and participants replace what was', () => {
    const votes = new Map([['Béla', '*']]);
    expect(applyController(open, { kind: 'vote', votes }).votes).toBe(votes);
    const people = {
      participants: ['Béla'],
      numbers: [3],
      away: new Set(['Béla']),
      since: new Map([['Béla', 7]]),
    };
    expect(applyController(open, { kind: 'participants-change', people })).toEqual({
      ...open,
      ...people,
    });
  });
});

test('the number of control keys replaces what was', () => {
  const after = applyController(open, { kind: 'control-keys', controlKeys: 3 });
  expect(after).toEqual({ ...open, controlKeys: 3 });
});

test('timer, topics, undo, deck, door and title replace what was', () => {
  const timer = { remainingMs: 9000, receivedAt: 0 };
  const undo = { what: 'reset', time: timer } as const;
  expect(applyController(open, { kind: 'timer', timer }).timer).toBe(timer);
  const topics = { topics: ['A'], topicsVersion: 2 };
  expect(applyController(open, { kind: 'topics', ...topics })).toMatchObject(topics);
  expect(applyController(open, { kind: 'undo', undo }).undo).toBe(undo);
  expect(applyController(closed, { kind: 'deck', choices: ['S'] }).choices).toEqual(['S']);
  expect(applyController(closed, { kind: 'door', locked: true }).locked).toBe(true);
  const titled = applyController(open, { kind: 'title', title: 'Sprint 13' });
  expect(titled).toEqual({ ...open, title: 'Sprint 13' });
});

test('what was agreed on is shown with its own round only', () => {
  const agree = (view: ControllerView, round: number, agreed: string | undefined) =>
    applyController(view, { kind: 'agreed', round, agreed });
  expect(agree(done, 1, '8').agreed).toBe('8');
  expect(agree({ ...done, agreed: '8' }, 1, undefined).agreed).toBeUndefined();
  expect(agree(done, 7, '8')).toBe(done);
  expect(agree(open, 1, '8')).toBe(open);
});

describe('the participants', () => {
  test('are voted, waiting or away while open, and show no value', () => {
    const hidden = { choice: undefined, mark: undefined, since: undefined };
    expect(hostSeats(open)).toEqual([
      { number: 2, name: 'Ana', state: 'voted', ...hidden },
      { number: 3, name: 'Béla', state: 'waiting', ...hidden },
      { number: 7, name: 'Cili', state: 'away', ...hidden },
    ]);
  });

  test('are numbered by their order where the server tells no numbers', () => {
    const numbers = hostSeats({ ...open, numbers: [] }).map((seat) => seat.number);
    expect(numbers).toEqual([1, 2, 3]);
  });

  test('are away since a time, as long as they are', () => {
    const since = new Map([['Cili', 7_000]]);
    const cili = (view: ControllerView) => hostSeats(view).at(-1)?.since;
    expect(cili({ ...open, since })).toBe(7_000);
    expect(cili({ ...open, since, away: new Set() })).toBeUndefined();
  });

  test('are gone after more than five minutes', () => {
    expect(isGone(0, 300_000)).toBe(false);
    expect(isGone(0, 300_001)).toBe(true);
  });

  test('show their choice once closed', () => {
    expect(hostSeats(done).map((seat) => seat.choice)).toEqual(['5', undefined, undefined]);
  });

  test('nobody has voted before the first round, and who is away is so still', () => {
    const states = hostSeats(closed).map((seat) => seat.state);
    expect(states).toEqual(['waiting', 'waiting', 'away']);
  });

  test('who is away is not counted, unless the vote is in', () => {
    expect(progress(open)).toEqual({ voted: 1, of: 2 });
    const cili = new Map([...open.votes, ['Cili', '*'] as const]);
    expect(progress({ ...open, votes: cili })).toEqual({ voted: 2, of: 3 });
  });

  test('nothing is revealed while open', () => {
    expect(revealed(open)).toBeUndefined();
  });
});
