import { describe, expect, test } from 'vitest';
import { decodeControlKey, decodeControllerEvent, decodeControllerView } from './controller_wire';
import type { Frame } from './frame';

const frame = (kind: string, data: Frame['data'] = {}): Frame => ({ kind, data, seq: 1 });

describe('the controller’s view', () => {
  const view = { Choices: ['1'], Open: true, Participants: ['Ana'], Votes: { Ana: '*' } };

  test('has people, those away, and hidden votes', () => {
    expect(decodeControllerView({ ...view, Title: 'S', Round: 1, Away: ['Ana'] })).toEqual({
      title: 'S',
      choices: ['1'],
      open: true,
      round: 1,
      participants: ['Ana'],
      away: new Set(['Ana']),
      votes: new Map([['Ana', '*']]),
      statistics: undefined,
      controlKeys: undefined,
    });
  });

  test('says how many control keys there are, where there are any', () => {
    expect(decodeControllerView({ ...view, ControlKeys: 2 })?.controlKeys).toBe(2);
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
    { ...view, ControlKeys: '2' },
  ])('is not %j', (value) => {
    expect(decodeControllerView(value)).toBeUndefined();
  });
});

describe('a controller’s event', () => {
  test('of an unknown kind is ignored', () => {
    expect(decodeControllerEvent(frame('fireworks'))).toEqual({ kind: 'ignored' });
  });

  test.each(['snapshot', 'enabled', 'disabled', 'vote', 'participants-change', 'control-keys'])(
    '%s with other data is refused',
    (kind) => {
      const bad = frame(kind, { Round: '1', Votes: 'none', Participants: {} });
      expect(decodeControllerEvent(bad)).toBeUndefined();
    },
  );

  test('control-keys brings their number', () => {
    expect(decodeControllerEvent(frame('control-keys', { ControlKeys: 2 }))).toEqual({
      kind: 'control-keys',
      controlKeys: 2,
    });
  });

  test('disabled brings the votes and the numbers', () => {
    const Statistics = { Votes: 1, Abstentions: 0, Mean: '5.00', Median: '5.00' };
    const data = { Open: false, Votes: { Ana: '5' }, Statistics };
    expect(decodeControllerEvent(frame('disabled', data))).toEqual({
      kind: 'disabled',
      votes: new Map([['Ana', '5']]),
      statistics: { votes: 1, abstentions: 0, mean: '5.00', median: '5.00' },
    });
  });
});

describe('a fresh control key', () => {
  test('comes with the answer', () => {
    expect(decodeControlKey({ ControlKey: 'k', ControlKeys: 2 })).toBe('k');
  });

  test.each([undefined, {}, { ControlKey: 7 }, ['k']])('is not %j', (value) => {
    expect(decodeControlKey(value)).toBeUndefined();
  });
});
