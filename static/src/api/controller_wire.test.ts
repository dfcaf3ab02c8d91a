import { describe, expect, test } from 'vitest';
import { decodeControllerEvent, decodeControllerView } from './controller_wire';
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
    });
  });

  test('keeps a participant whose name every object has', () => {
    const votes = JSON.parse('{"__proto__":"*"}');
    const votedBy = decodeControllerView({ ...view, Votes: votes })?.votes;
    expect([...(votedBy ?? [])]).toEqual([['__proto__', '*']]);
  });

  test.each([{}, { ...view, Participants: null }, { ...view, Votes: [] }])('is not %j', (value) => {
    expect(decodeControllerView(value)).toBeUndefined();
  });
});

describe('a controller’s event', () => {
  test('of an unknown kind is ignored', () => {
    expect(decodeControllerEvent(frame('fireworks'))).toEqual({ kind: 'ignored' });
  });

  test.each(['snapshot', 'enabled', 'disabled', 'vote', 'participants-change'])(
    '%s with other data is refused',
    (kind) => {
      const bad = frame(kind, { Round: '1', Votes: 'none', Participants: {} });
      expect(decodeControllerEvent(bad)).toBeUndefined();
    },
  );

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
