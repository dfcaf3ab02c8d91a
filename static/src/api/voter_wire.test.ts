import { describe, expect, test } from 'vitest';
import { roundOf, statisticsOf, voterView } from '../model/view.fake';
import type { Frame } from './frame';
import * as wire from './voter_wire';
import { decodeName, decodeSeatKey } from './voter_wire';

const NOW = 1000;
const decodeVoterView = (value: unknown) => wire.decodeVoterView(value, NOW);
const decodeVoterEvent = (of: Frame) => wire.decodeVoterEvent(of, NOW);
const frame = (kind: string, data: Frame['data'] = {}): Frame => ({ kind, data, seq: 1 });

describe('the voter’s view', () => {
  const ana = { Seat: 3, Name: 'Ana' };
  const open = { Title: 'S', Choices: ['1', '5'], Open: true, Round: 2, Voted: 1, Of: 2 };

  test('while open has the progress and no result', () => {
    expect(decodeVoterView({ ...open, Waiting: ['Béla'], ...ana, Own: '5' })).toEqual(
      voterView({
        title: 'S',
        choices: ['1', '5'],
        open: true,
        round: 2,
        progress: { voted: 1, of: 2, waiting: ['Béla'] },
        you: { seat: 3, name: 'Ana', own: '5' },
      }),
    );
  });

  test('says what is set, what is voted on, and who may ask for control', () => {
    const more = {
      Results: 'controllers',
      Seconds: 60,
      Topic: 'A',
      Attempt: 2,
      EndsAt: 50_000,
      Now: 20_000,
      Control: { State: 'unled' },
    };
    expect(decodeVoterView({ ...open, ...more })).toMatchObject({
      results: 'controllers',
      seconds: 60,
      topic: 'A',
      attempt: 2,
      timer: { remainingMs: 30_000, receivedAt: NOW },
      control: { state: 'unled' },
    });
  });

  test('has what was agreed at each card last, or nothing', () => {
    const Ladder = { 5: ['PAJ-7', 'PAJ-1'] };
    const ladder = new Map([['5', ['PAJ-7', 'PAJ-1']]]);
    expect(decodeVoterView({ ...open, Ladder })?.ladder).toEqual(ladder);
    expect(decodeVoterView(open)?.ladder).toEqual(new Map());
    expect(decodeVoterView({ ...open, Ladder: { 5: 'PAJ-7' } })).toBeUndefined();
    expect(decodeVoterEvent(frame('ladder', { Ladder }))).toEqual({ kind: 'ladder', ladder });
    expect(decodeVoterEvent(frame('ladder'))).toEqual({ kind: 'ladder', ladder: new Map() });
  });

  test('says whether the door is locked', () => {
    expect(decodeVoterView(open)?.locked).toBe(false);
    expect(decodeVoterView({ ...open, Locked: true })?.locked).toBe(true);
  });

  test('is led by a controller, where nothing is said of it', () => {
    expect(decodeVoterView(open)?.control).toEqual({ state: 'led' });
  });

  test('of a seat has its number and its name', () => {
    const you = { seat: 3, name: 'Ana', own: undefined };
    expect(decodeVoterView({ ...open, ...ana, Own: null })?.you).toEqual(you);
  });

  test('of a watcher has neither', () => {
    expect(decodeVoterView(open)?.you).toBeUndefined();
  });

  test('while closed has the votes and the numbers', () => {
    const closed = {
      ...open,
      Open: false,
      Votes: { Ana: '5' },
      Statistics: { Votes: 1, Abstentions: 0, Mean: '5.00' },
    };
    expect(decodeVoterView(closed)?.result).toEqual({
      ballots: { kind: 'named', votes: new Map([['Ana', '5']]) },
      statistics: statisticsOf({ votes: 1, mean: '5.00' }),
      before: undefined,
      agreed: undefined,
      asked: undefined,
      first: [],
    });
  });

  test('while closed says who speaks first', () => {
    const closed = {
      ...open,
      Open: false,
      Votes: { Ana: '1', Béla: '5' },
      Asked: 2,
      First: ['Ana', 'Béla'],
    };
    expect(decodeVoterView(closed)?.result).toMatchObject({ asked: 2, first: ['Ana', 'Béla'] });
  });

  test('has the seats, if they are told one by one', () => {
    const Seats = [
      { Seat: 1, Name: 'Ana', State: 'voted' },
      { Seat: 4, Name: 'Béla', State: 'away' },
    ];
    expect(decodeVoterView({ ...open, Seats })?.seats).toEqual([
      { number: 1, name: 'Ana', state: 'voted' },
      { number: 4, name: 'Béla', state: 'away' },
    ]);
    expect(decodeVoterView({ ...open, Seats: [] })?.seats).toEqual([]);
    expect(decodeVoterView(open)?.seats).toBeUndefined();
  });

  test('of a big session has counts', () => {
    expect(decodeVoterView({ ...open, Open: false, Counts: { 5: 101 } })?.result?.ballots).toEqual({
      kind: 'counted',
      counts: new Map([['5', 101]]),
    });
  });

  test.each([
    null,
    [],
    { ...open, Choices: 'abc' },
    { ...open, Choices: [1] },
    { ...open, Open: 'yes' },
    { ...open, ...ana, Own: 5 },
    { ...open, Seat: 3, Own: null },
    { ...open, Voted: -1 },
    { ...open, Voted: undefined },
    { ...open, Round: undefined },
    { ...open, Open: false, Votes: { Ana: 5 } },
    { ...open, Open: false, Votes: {}, Statistics: { Votes: '1' } },
    { ...open, Open: false, Votes: { Ana: '1' }, Agreed: 1 },
    { ...open, Topic: 1 },
    { ...open, Attempt: 'second' },
    { ...open, Locked: 'yes' },
    { ...open, EndsAt: 5 },
    { ...open, Control: { State: 'lost' } },
    { ...open, Seats: 'none' },
    { ...open, Seats: [{ Seat: 1, Name: 'Ana', State: 'asleep' }] },
    { ...open, Seats: [{ Seat: 1, Name: 'Ana' }] },
    { ...open, Seats: [{ Seat: -1, Name: 'Ana', State: 'voted' }] },
    { ...open, Seats: [{ Seat: 1, Name: 7, State: 'voted' }] },
    { ...open, Open: false, Votes: { Ana: '1' }, First: 'Ana' },
    { ...open, Open: false, Votes: { Ana: '1' }, First: [1] },
  ])('is not %j', (value) => {
    expect(decodeVoterView(value)).toBeUndefined();
  });
});

describe('a voter’s event', () => {
  test('of an unknown kind is ignored', () => {
    expect(decodeVoterEvent(frame('fireworks'))).toEqual({ kind: 'ignored' });
  });

  test.each([
    'snapshot',
    'enabled',
    'disabled',
    'progress',
    'timer',
    'agreed',
    'deck',
    'door',
    'control',
    'you',
    'seats',
    'title',
  ])('%s with other data is refused', (kind) => {
    const bad = frame(kind, {
      Round: '1',
      Locked: 1,
      Votes: 'none',
      Voted: 'one',
      EndsAt: 5,
      Own: 5,
      Seats: 'none',
      Title: 5,
    });
    expect(decodeVoterEvent(bad)).toBeUndefined();
  });

  test('disabled brings the attempt before and what was agreed on', () => {
    const data = { Votes: { Ana: '5' }, Before: { Votes: { Ana: '8' }, Spread: 3 }, Agreed: '5' };
    expect(decodeVoterEvent(frame('disabled', data))).toEqual({
      kind: 'disabled',
      result: {
        ballots: { kind: 'named', votes: new Map([['Ana', '5']]) },
        statistics: undefined,
        before: { ballots: { kind: 'named', votes: new Map([['Ana', '8']]) }, spread: 3 },
        agreed: '5',
        asked: undefined,
        first: [],
      },
    });
  });

  test('disabled brings of how many, and who speaks first', () => {
    const data = { Votes: { Ana: '1', Béla: '5' }, Asked: 4, First: ['Ana', 'Béla'] };
    expect(decodeVoterEvent(frame('disabled', data))).toMatchObject({
      result: { asked: 4, first: ['Ana', 'Béla'] },
    });
  });

  test('seats brings what is new of them', () => {
    const Seats = [{ Seat: 4, Name: 'Béla', State: 'waiting' }];
    const seats = [{ number: 4, name: 'Béla', state: 'waiting' }];
    const heard = (data: Frame['data']) => decodeVoterEvent(frame('seats', data));
    expect(heard({ Seats, Gone: [1, 2] })).toEqual({
      kind: 'seats',
      seats,
      gone: [1, 2],
      isAll: false,
    });
    expect(heard({ Seats, All: true })).toEqual({ kind: 'seats', seats, gone: [], isAll: true });
  });

  test('seats without any says that they are too many from now on', () => {
    const many = { kind: 'seats', seats: undefined, gone: [], isAll: true };
    expect(decodeVoterEvent(frame('seats', { All: true }))).toEqual(many);
  });

  test.each([
    { Seats: [{ Seat: 1, Name: 'Ana', State: 'asleep' }] },
    { Seats: [], Gone: ['Ana'] },
    { Seats: [], Gone: 1 },
    { Seats: [], All: 1 },
  ])('seats is not %j', (data) => {
    expect(decodeVoterEvent(frame('seats', data))).toBeUndefined();
  });

  test('title says what the session is called', () => {
    const titled = frame('title', { Title: 'Sprint 13' });
    expect(decodeVoterEvent(titled)).toEqual({ kind: 'title', title: 'Sprint 13' });
    expect(decodeVoterEvent(frame('title'))).toBeUndefined();
  });

  test('control says who leads', () => {
    const asked = { State: 'asked', By: 'Ana', PassesAt: 15_000, Now: 5_000 };
    expect(decodeVoterEvent(frame('control', asked))).toEqual({
      kind: 'control',
      control: { state: 'asked', by: 'Ana', passes: { remainingMs: 10_000, receivedAt: NOW } },
    });
  });

  test.each([{ Votes: {} }, { Counts: {} }])('disabled without votes has no result: %j', (none) => {
    const closed = frame('disabled', { Open: false, ...none });
    expect(decodeVoterEvent(closed)).toEqual({ kind: 'disabled', result: undefined });
  });

  test('you tells a seat of itself', () => {
    const you = frame('you', { Seat: 3, Name: 'Ana', Own: '5' });
    const told = { seat: 3, name: 'Ana', own: '5' };
    expect(decodeVoterEvent(you)).toEqual({ kind: 'you', you: told });
  });

  test('door says whether it is locked', () => {
    const locked = frame('door', { Locked: true });
    expect(decodeVoterEvent(locked)).toEqual({ kind: 'door', locked: true });
  });

  test('enabled names who is waited for', () => {
    const data = { Open: true, Round: 3, Voted: 0, Of: 2, Waiting: ['Ana', 'Béla'] };
    expect(decodeVoterEvent(frame('enabled', data))).toMatchObject({
      progress: { voted: 0, of: 2, waiting: ['Ana', 'Béla'] },
    });
  });

  test('enabled starts with nobody having voted', () => {
    expect(decodeVoterEvent(frame('enabled', { Open: true, Round: 3, Voted: 0, Of: 4 }))).toEqual({
      kind: 'enabled',
      start: roundOf({ round: 3 }),
      restored: false,
      progress: { voted: 0, of: 4, waiting: [] },
    });
  });
});

test('the answer to a join is a name and a key', () => {
  expect(decodeSeatKey({ Name: 'Ana', SeatKey: 's' })).toEqual({ name: 'Ana', key: 's' });
  expect(decodeSeatKey({ Name: 'Ana' })).toBeUndefined();
  expect(decodeSeatKey(null)).toBeUndefined();
});

test('the answer to a rename is the name', () => {
  expect(decodeName({ Name: 'Anna' })).toBe('Anna');
  expect(decodeName({})).toBeUndefined();
});
