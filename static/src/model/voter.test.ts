import { describe, expect, test } from 'vitest';
import { resultOf, roundOf, voterView } from './view.fake';
import { applyVoter, clearsVotes, type VoterSnapshot, type VoterView, youIn } from './voter';

const result = resultOf({ Ana: '5' });
const progress = { voted: 0, of: 3, waiting: ['Ana'] };
const timer = { remainingMs: 9000, receivedAt: 0 };
const closed = voterView({ title: 'Sprint 12', round: 1, result });
const open: VoterSnapshot = { ...closed, open: true, result: undefined };

describe('a voter’s view', () => {
  test('opens with a clear table', () => {
    const start = roundOf({ round: 2, topic: 'A', attempt: 2, timer });
    const event = { kind: 'enabled', start, restored: false, progress } as const;
    expect(applyVoter(closed, event)).toEqual({
      ...closed,
      ...start,
      open: true,
      progress,
      result: undefined,
    });
  });

  test('is open again after an undo', () => {
    const event = { kind: 'enabled', start: roundOf(), restored: true, progress } as const;
    expect(applyVoter(open, event)).toEqual({ ...open, progress });
  });

  test('closes with the result', () => {
    const after = applyVoter({ ...open, timer }, { kind: 'disabled', result });
    expect(after).toEqual({ ...open, open: false, result });
  });

  test('a reset takes away the result', () => {
    const after = applyVoter(closed, { kind: 'reset' });
    expect(after).toEqual({ ...closed, result: undefined });
  });

  test('progress counts while open only', () => {
    const progress = { voted: 1, of: 2, waiting: ['Béla'] };
    expect(applyVoter(open, { kind: 'progress', progress }).progress).toBe(progress);
    expect(applyVoter(closed, { kind: 'progress', progress })).toBe(closed);
  });

  describe('of the seats', () => {
    const ana = { number: 1, name: 'Ana', state: 'voted' } as const;
    const bela = { number: 4, name: 'Béla', state: 'away' } as const;
    const seats = [ana, bela];
    const waits = { ...ana, state: 'waiting' } as const;

    test('takes their cards off the table with a start and a reset', () => {
      const start = { kind: 'enabled', start: roundOf(), restored: false, progress } as const;
      expect(applyVoter({ ...closed, seats }, start).seats).toEqual([waits, bela]);
      expect(applyVoter({ ...closed, seats }, { kind: 'reset' }).seats).toEqual([waits, bela]);
    });

    test('leaves their cards on it when a reset is undone, and at the close', () => {
      const start = { kind: 'enabled', start: roundOf(), restored: true, progress } as const;
      expect(applyVoter({ ...open, seats }, start).seats).toEqual(seats);
      expect(applyVoter({ ...open, seats }, { kind: 'disabled', result }).seats).toEqual(seats);
    });

    test('knows who has voted from the names in the result of a round that ends, and of no other', () => {
      const disabled = { kind: 'disabled', result } as const;
      expect(applyVoter({ ...open, seats: [waits, bela] }, disabled).seats).toEqual(seats);
      expect(applyVoter({ ...closed, seats: [waits, bela] }, disabled).seats).toEqual([
        waits,
        bela,
      ]);
    });

    test('takes what is new', () => {
      const event = { kind: 'seats', seats: [waits], gone: [4], isAll: false } as const;
      expect(applyVoter({ ...open, seats }, event)).toEqual({ ...open, seats: [waits] });
    });
  });

  test('a snapshot replaces everything', () => {
    expect(applyVoter(closed, { kind: 'snapshot', view: open })).toBe(open);
  });

  test('takes timer, deck, door, title and who leads as they come', () => {
    expect(applyVoter(open, { kind: 'timer', timer }).timer).toBe(timer);
    expect(applyVoter(open, { kind: 'deck', choices: ['S'] }).choices).toEqual(['S']);
    expect(applyVoter(open, { kind: 'door', locked: true }).locked).toBe(true);
    const titled = applyVoter(closed, { kind: 'title', title: 'Sprint 13' });
    expect(titled).toEqual({ ...closed, title: 'Sprint 13' });
    const control = { state: 'unled' } as const;
    expect(applyVoter(open, { kind: 'control', control }).control).toBe(control);
  });

  test('shows what was agreed on with its own round only', () => {
    const agree = (view: VoterView, round: number, agreed: string | undefined) =>
      applyVoter(view, { kind: 'agreed', round, agreed });
    const agreed = agree(closed, 1, '8');
    expect(agreed.result).toEqual({ ...result, agreed: '8' });
    expect(agree(agreed, 1, undefined).result).toEqual(result);
    expect(agree(closed, 7, '8')).toBe(closed);
    expect(agree(open, 1, '8')).toBe(open);
  });

  test('what is not understood changes nothing', () => {
    expect(applyVoter(open, { kind: 'ignored' })).toBe(open);
  });
});

test('only a start and a reset clear the votes, and not a start that comes of an undo', () => {
  const start = { kind: 'enabled', start: roundOf(), progress } as const;
  expect(clearsVotes({ ...start, restored: false })).toBe(true);
  expect(clearsVotes({ ...start, restored: true })).toBe(false);
  expect(clearsVotes({ kind: 'reset' })).toBe(true);
  expect(clearsVotes({ kind: 'disabled', result })).toBe(false);
  expect(clearsVotes({ kind: 'snapshot', view: open })).toBe(false);
});

test('a seat is told of itself by a snapshot, and by an event of its own', () => {
  const you = { seat: 3, name: 'Ana', own: '5' };
  expect(youIn({ kind: 'you', you })).toBe(you);
  expect(youIn({ kind: 'snapshot', view: { ...open, you } })).toBe(you);
  expect(youIn({ kind: 'reset' })).toBeUndefined();
});
