import { describe, expect, test } from 'vitest';
import {
  applyController,
  type ControllerView,
  mainAction,
  progress,
  revealed,
  seats,
} from './controller';

const closed: ControllerView = {
  title: '',
  choices: ['1', '5'],
  open: false,
  round: 0,
  participants: ['Ana', 'Béla', 'Cili'],
  away: new Set(['Cili']),
  votes: new Map(),
  statistics: undefined,
  controlKeys: 1,
};
const statistics = { votes: 1, abstentions: 0, mean: '5.00', median: '5.00' };
const open: ControllerView = { ...closed, open: true, round: 1, votes: new Map([['Ana', '*']]) };
const done: ControllerView = { ...closed, round: 1, votes: new Map([['Ana', '5']]), statistics };

describe('the main button', () => {
  test('begins, stops, and resets before it begins again', () => {
    expect([closed, open, done].map(mainAction)).toEqual(['start', 'stop', 'reset']);
  });

  test('begins again after a close that brought no vote', () => {
    expect(mainAction({ ...open, open: false, votes: new Map() })).toBe('start');
  });
});

describe('a controller’s view', () => {
  test('a start clears votes and numbers', () => {
    const after = applyController(done, { kind: 'enabled', round: 2 });
    expect(after).toEqual({
      ...done,
      open: true,
      round: 2,
      votes: new Map(),
      statistics: undefined,
    });
  });

  test('a close brings the values', () => {
    const votes = new Map([['Ana', '5']]);
    const after = applyController(open, { kind: 'disabled', votes, statistics });
    expect(after).toEqual({ ...open, open: false, votes, statistics });
    expect(revealed(after)?.ballots).toEqual({ kind: 'named', votes });
  });

  test('a reset leaves nothing to show', () => {
    const after = applyController(done, { kind: 'reset' });
    expect(revealed(after)).toBeUndefined();
    expect(after.statistics).toBeUndefined();
  });

  test('votes and participants replace what was', () => {
    const votes = new Map([['Béla', '*']]);
    expect(applyController(open, { kind: 'vote', votes }).votes).toBe(votes);
    const people = { participants: ['Béla'], away: new Set<string>() };
    expect(applyController(open, { kind: 'participants-change', ...people })).toEqual({
      ...open,
      ...people,
    });
  });
});

test('the number of control keys replaces what was', () => {
  const after = applyController(open, { kind: 'control-keys', controlKeys: 3 });
  expect(after).toEqual({ ...open, controlKeys: 3 });
});

describe('the participants', () => {
  test('are voted, waiting or away while open, and show no value', () => {
    expect(seats(open)).toEqual([
      { name: 'Ana', standing: 'voted', choice: undefined },
      { name: 'Béla', standing: 'waiting', choice: undefined },
      { name: 'Cili', standing: 'away', choice: undefined },
    ]);
  });

  test('show their choice once closed', () => {
    expect(seats(done).map((seat) => seat.choice)).toEqual(['5', undefined, undefined]);
  });

  test('nobody waits while closed', () => {
    expect(seats(closed).map((seat) => seat.standing)).toEqual(['present', 'present', 'away']);
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
