import { describe, expect, test } from 'vitest';
import type { Frame } from './frame';
import { decodeSeatKey, decodeVoterEvent, decodeVoterView } from './voter_wire';

const frame = (kind: string, data: Frame['data'] = {}): Frame => ({ kind, data, seq: 1 });

describe('the voter’s view', () => {
  const open = { Title: 'S', Choices: ['1', '5'], Open: true, Round: 2, Voted: 1, Of: 2 };

  test('while open has the progress and no result', () => {
    expect(decodeVoterView({ ...open, Waiting: ['Béla'], Own: '5' })).toEqual({
      title: 'S',
      choices: ['1', '5'],
      open: true,
      round: 2,
      progress: { voted: 1, of: 2, waiting: ['Béla'] },
      result: undefined,
      own: '5',
    });
  });

  test('without a vote has Own null', () => {
    expect(decodeVoterView({ ...open, Own: null })?.own).toBeUndefined();
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
      statistics: { votes: 1, abstentions: 0, mean: '5.00', median: undefined },
    });
  });

  test('of a big session has counts', () => {
    expect(decodeVoterView({ ...open, Open: false, Counts: { 5: 101 } })?.result?.ballots).toEqual({
      kind: 'counted',
      counts: new Map([['5', 101]]),
    });
  });

  test('is understood with the classic keys alone', () => {
    expect(decodeVoterView({ Choices: ['1'], Open: false })?.result).toBeUndefined();
  });

  test.each([
    null,
    [],
    { Choices: 'abc', Open: true },
    { Choices: [1], Open: true },
    { Choices: ['1'], Open: 'yes' },
    { Choices: ['1'], Open: true, Own: 5 },
    { Choices: ['1'], Open: true, Voted: -1 },
    { Choices: ['1'], Open: false, Votes: { Ana: 5 } },
    { Choices: ['1'], Open: false, Votes: {}, Statistics: { Votes: '1' } },
  ])('is not %j', (value) => {
    expect(decodeVoterView(value)).toBeUndefined();
  });
});

describe('a voter’s event', () => {
  test('of an unknown kind is ignored', () => {
    expect(decodeVoterEvent(frame('fireworks'))).toEqual({ kind: 'ignored' });
  });

  test.each(['snapshot', 'enabled', 'disabled', 'progress'])(
    '%s with other data is refused',
    (kind) => {
      const bad = frame(kind, { Round: '1', Votes: 'none', Voted: 'one' });
      expect(decodeVoterEvent(bad)).toBeUndefined();
    },
  );

  test('disabled without votes has no result', () => {
    const closed = frame('disabled', { Open: false, Votes: {} });
    expect(decodeVoterEvent(closed)).toEqual({ kind: 'disabled', result: undefined });
  });

  test('enabled starts with nobody having voted', () => {
    expect(decodeVoterEvent(frame('enabled', { Open: true, Round: 3, Voted: 0, Of: 4 }))).toEqual({
      kind: 'enabled',
      round: 3,
      progress: { voted: 0, of: 4, waiting: [] },
    });
  });
});

test('the answer to a join is a name and a key', () => {
  expect(decodeSeatKey({ Name: 'Ana', SeatKey: 's' })).toEqual({ name: 'Ana', key: 's' });
  expect(decodeSeatKey({ Name: 'Ana' })).toBeUndefined();
  expect(decodeSeatKey(null)).toBeUndefined();
});
