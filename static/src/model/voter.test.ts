import { describe, expect, test } from 'vitest';
import type { Result } from './result';
import { applyVoter, clearsVotes, type VoterView } from './voter';

const result: Result = {
  ballots: { kind: 'named', votes: new Map([['Ana', '5']]) },
  statistics: undefined,
};
const none = { voted: 0, of: 0, waiting: [] };
const closed: VoterView = {
  title: 'Sprint 12',
  choices: ['1', '5'],
  open: false,
  round: 1,
  progress: none,
  result,
  own: '5',
};
const open: VoterView = { ...closed, open: true, result: undefined };

describe('a voter’s view', () => {
  test('opens with a clear table', () => {
    const progress = { voted: 0, of: 3, waiting: ['Ana'] };
    expect(applyVoter(closed, { kind: 'enabled', round: 2, progress })).toEqual({
      ...closed,
      open: true,
      round: 2,
      progress,
      result: undefined,
      own: undefined,
    });
  });

  test('closes with the result and keeps the own vote', () => {
    const after = applyVoter(open, { kind: 'disabled', result });
    expect(after).toEqual({ ...open, open: false, result });
  });

  test('a reset takes away the result and the own vote', () => {
    const after = applyVoter(closed, { kind: 'reset' });
    expect(after).toEqual({ ...closed, result: undefined, own: undefined });
  });

  test('progress counts while open only', () => {
    const progress = { voted: 1, of: 2, waiting: ['Béla'] };
    expect(applyVoter(open, { kind: 'progress', progress }).progress).toBe(progress);
    expect(applyVoter(closed, { kind: 'progress', progress })).toBe(closed);
  });

  test('a snapshot replaces everything', () => {
    expect(applyVoter(closed, { kind: 'snapshot', view: open })).toBe(open);
  });

  test('what is not understood changes nothing', () => {
    expect(applyVoter(open, { kind: 'ignored' })).toBe(open);
  });
});

test('only a start and a reset clear the votes', () => {
  expect(clearsVotes({ kind: 'enabled', round: 2, progress: none })).toBe(true);
  expect(clearsVotes({ kind: 'reset' })).toBe(true);
  expect(clearsVotes({ kind: 'disabled', result })).toBe(false);
  expect(clearsVotes({ kind: 'snapshot', view: open })).toBe(false);
});
