import { describe, expect, test } from 'vitest';
import { controllerView, roundOf, statisticsOf } from '../model/view.fake';
import * as wire from './controller_wire';
import type { Frame } from './frame';

const NOW = 1000;
/** Its day is nowhere near that of the server. */
const DATE = 2_000_000_000_000;
const clocks = { now: () => NOW, date: () => DATE };
const decodeControllerView = (value: unknown) => wire.decodeControllerView(value, clocks);
const decodeControllerEvent = (of: Frame) => wire.decodeControllerEvent(of, clocks);
const frame = (kind: string, data: Frame['data'] = {}): Frame => ({ kind, data, seq: 1 });

describe('the controller’s view', () => {
  const view = {
    Choices: ['1'],
    Open: true,
    Round: 1,
    Participants: ['Ana'],
    Votes: { Ana: '*' },
  };

  test('has people, those away, and hidden votes', () => {
    expect(decodeControllerView({ ...view, Title: 'S', Round: 1, Away: ['Ana'] })).toEqual(
      controllerView({
        title: 'S',
        choices: ['1'],
        open: true,
        round: 1,
        participants: ['Ana'],
        away: new Set(['Ana']),
        votes: new Map([['Ana', '*']]),
      }),
    );
  });

  test('says what is set, since when who is away, what comes next, and what can be undone', () => {
    const more = {
      Results: 'counts',
      Seconds: 90,
      Away: ['Ana'],
      Since: { Ana: 1_764_000_000_000 },
      Now: 1_764_000_060_000,
      Topics: ['A', 'B'],
      Rounds: 3,
      Undo: { What: 'kick', Name: 'Béla', Seconds: 12 },
    };
    expect(decodeControllerView({ ...view, ...more })).toMatchObject({
      results: 'counts',
      seconds: 90,
      since: new Map([['Ana', DATE - 60_000]]),
      topics: ['A', 'B'],
      rounds: 3,
      undo: { what: 'kick', name: 'Béla', time: { remainingMs: 12_000, receivedAt: NOW } },
    });
  });

  test('says whether the door is locked', () => {
    expect(decodeControllerView(view)?.locked).toBe(false);
    expect(decodeControllerView({ ...view, Locked: true })?.locked).toBe(true);
  });

  test('says how many control keys there are, where there are any', () => {
    expect(decodeControllerView({ ...view, ControlKeys: 2 })?.controlKeys).toBe(2);
  });

  test('numbers the seats, where the server does', () => {
    const Participants = ['Ana', 'Béla'];
    expect(decodeControllerView({ ...view, Participants, Numbers: [1, 4] })?.numbers).toEqual([
      1, 4,
    ]);
    expect(decodeControllerView({ ...view, Participants })?.numbers).toEqual([]);
  });

  test('of a closed round says of how many it is, and who speaks first', () => {
    const done = { ...view, Open: false, Votes: { Ana: '1', Béla: '5' }, Asked: 4 };
    const first = ['Ana', 'Béla'];
    expect(decodeControllerView({ ...done, First: first })).toMatchObject({ asked: 4, first });
    expect(decodeControllerView(done)?.first).toEqual([]);
  });

  test('keeps a participant whose name every object has', () => {
    const votes = JSON.parse('{"__proto__":"*"}');
    const votedBy = decodeControllerView({ ...view, Votes: votes })?.votes;
    expect([...(votedBy ?? [])]).toEqual([['__proto__', '*']]);
  });

  test.each([
    {},
    { ...view, Participants: null },
    { ...view, Votes: [] },
    { ...view, Numbers: ['1'] },
    { ...view, Numbers: 1 },
    { ...view, Asked: '2' },
    { ...view, First: 'Ana' },
    { ...view, ControlKeys: '2' },
    { ...view, Results: 'nobody' },
    { ...view, Seconds: -1 },
    { ...view, Since: { Ana: 'long' } },
    { ...view, Now: 'soon' },
    { ...view, Topics: 'A' },
    { ...view, Rounds: '3' },
    { ...view, Undo: { What: 'kick', Seconds: 12 } },
    { ...view, Undo: { What: 'reset' } },
    { ...view, Undo: { What: 'start', Seconds: 12 } },
  ])('is not %j', (value) => {
    expect(decodeControllerView(value)).toBeUndefined();
  });
});

describe('a controller’s event', () => {
  test('of an unknown kind is ignored', () => {
    expect(decodeControllerEvent(frame('fireworks'))).toEqual({ kind: 'ignored' });
  });

  test.each([
    'snapshot',
    'enabled',
    'disabled',
    'vote',
    'participants-change',
    'control-keys',
    'timer',
    'topics',
    'undo',
    'agreed',
    'deck',
    'door',
    'title',
  ])('%s with other data is refused', (kind) => {
    const bad = frame(kind, { Round: '1', Votes: 'none', Participants: {}, EndsAt: 5, What: 'x' });
    expect(decodeControllerEvent(bad)).toBeUndefined();
  });

  test('enabled brings the round, and says whether it was restored', () => {
    const data = { Open: true, Round: 3, Topic: 'A', Attempt: 2, EndsAt: 91_000, Now: 1_000 };
    const timer = { remainingMs: 90_000, receivedAt: NOW };
    expect(decodeControllerEvent(frame('enabled', { ...data, Restored: true }))).toEqual({
      kind: 'enabled',
      start: { round: 3, topic: 'A', attempt: 2, timer, questions: [] },
      restored: true,
    });
    expect(decodeControllerEvent(frame('enabled', { Round: 4 }))).toEqual({
      kind: 'enabled',
      start: roundOf({ round: 4 }),
      restored: false,
    });
    expect(decodeControllerEvent(frame('enabled', { Restored: 'yes' }))).toBeUndefined();
  });

  test('participants-change brings who is away, and since when', () => {
    const who = { Participants: ['Ana'], Numbers: [4], Away: ['Ana'] };
    const data = { ...who, Since: { Ana: 7 }, Now: 9 };
    expect(decodeControllerEvent(frame('participants-change', data))).toEqual({
      kind: 'participants-change',
      people: {
        participants: ['Ana'],
        numbers: [4],
        away: new Set(['Ana']),
        since: new Map([['Ana', DATE - 2]]),
      },
    });
  });

  test('without the server’s time nobody knows since when somebody is away', () => {
    const data = { Participants: ['Ana'], Away: ['Ana'], Since: { Ana: 7 } };
    expect(decodeControllerEvent(frame('participants-change', data))).toMatchObject({
      people: { away: new Set(['Ana']), since: new Map() },
    });
  });

  test('topics brings the list', () => {
    const event = decodeControllerEvent(frame('topics', { Topics: ['A'], TopicsVersion: 3 }));
    expect(event).toEqual({ kind: 'topics', topics: ['A'], topicsVersion: 3 });
  });

  test('undo brings what can be taken back, or that nothing can', () => {
    const time = { remainingMs: 15_000, receivedAt: NOW };
    expect(decodeControllerEvent(frame('undo', { What: 'reset', Seconds: 15 }))).toEqual({
      kind: 'undo',
      undo: { what: 'reset', time },
    });
    const kick = { What: 'kick', Name: 'Ana', Seconds: 15 };
    expect(decodeControllerEvent(frame('undo', kick))).toEqual({
      kind: 'undo',
      undo: { what: 'kick', name: 'Ana', time },
    });
    expect(decodeControllerEvent(frame('undo'))).toEqual({ kind: 'undo', undo: undefined });
  });

  test('control-keys brings their number', () => {
    expect(decodeControllerEvent(frame('control-keys', { ControlKeys: 2 }))).toEqual({
      kind: 'control-keys',
      controlKeys: 2,
    });
  });

  test('disabled brings the votes and the numbers', () => {
    const Statistics = { Votes: 1, Abstentions: 0, Mean: '5.00', Median: '5.00' };
    const data = { Open: false, Votes: { Ana: '5' }, Statistics, Asked: 3, First: ['Ana'] };
    expect(decodeControllerEvent(frame('disabled', data))).toEqual({
      kind: 'disabled',
      votes: new Map([['Ana', '5']]),
      findings: {
        statistics: statisticsOf({ votes: 1, mean: '5.00', median: '5.00' }),
        before: undefined,
        agreed: undefined,
        asked: 3,
        first: ['Ana'],
      },
    });
  });
});
