import { describe, expect, test } from 'vitest';
import { summary } from './summary';
import { resultOf, statisticsOf } from './view.fake';

const deck = ['1', '3', '5', '8', '?'];

describe('the turnout', () => {
  test('is the votes, of how many there were to vote', () => {
    const result = resultOf({ Ana: '1', Béla: '?' }, { asked: 6 });
    expect(summary(deck, result)).toMatchObject({ votes: 2, of: 6 });
  });

  test('is of as many as have voted where it is not told, or less is', () => {
    const votes = { Ana: '1', Béla: '5' };
    expect(summary(deck, resultOf(votes))).toMatchObject({ votes: 2, of: 2 });
    expect(summary(deck, resultOf(votes, { asked: 1 }))).toMatchObject({ votes: 2, of: 2 });
  });

  test('counts where names are not told, too', () => {
    const counts = new Map([
      ['1', 60],
      ['5', 50],
    ]);
    const result = { ...resultOf({}), ballots: { kind: 'counted', counts } as const, asked: 120 };
    expect(summary(deck, result)).toMatchObject({ votes: 110, of: 120 });
  });
});

describe('a round comes down', () => {
  /** Of a round in which two chose these cards. */
  const ofTwo = (lowest: string, highest: string, median: string) => {
    const statistics = statisticsOf({ votes: 2, median, lowest, highest });
    return summary(deck, resultOf({ Ana: lowest, Béla: highest }, { statistics }));
  };

  test('to the card that everybody took', () => {
    expect(ofTwo('5', '5', '5.00')).toEqual({ votes: 2, of: 2, kind: 'agreed', choice: '5' });
  });

  test('to its median, from the lowest card to the highest', () => {
    expect(ofTwo('3', '5', '4.00')).toEqual({
      votes: 2,
      of: 2,
      kind: 'span',
      median: 4,
      lowest: '3',
      highest: '5',
    });
  });

  test.each([
    ['4.00', 4],
    ['4.50', 4.5],
    ['6.25', 6.25],
    ['-1.50', -1.5],
    ['0.00', 0],
  ])('to a median as one says it: %s is %s', (median, says) => {
    expect(ofTwo('1', '8', median)).toMatchObject({ median: says });
  });

  test('to its middle card, named as it is, on a deck of more than numbers', () => {
    const numbers = { votes: 3, middle: ['M.10'], lowest: 'S', highest: 'L' };
    const result = resultOf(
      { Ana: 'S', Béla: 'M.10', Cili: 'L' },
      {
        statistics: statisticsOf(numbers),
      },
    );
    expect(summary(['S', 'M.10', 'L'], result)).toMatchObject({
      kind: 'span',
      median: 'M.10',
      lowest: 'S',
      highest: 'L',
    });
  });

  test('to the most chosen where the middle lies between two cards', () => {
    const numbers = { votes: 2, middle: ['S', 'M'], modes: ['S', 'M'], lowest: 'S', highest: 'M' };
    const result = resultOf({ Ana: 'S', Béla: 'M' }, { statistics: statisticsOf(numbers) });
    expect(summary(['S', 'M'], result)).toMatchObject({ kind: 'most', cards: ['S', 'M'] });
  });

  test('to nothing where nobody chose a card that counts', () => {
    const statistics = statisticsOf({ abstentions: 2 });
    const result = resultOf({ Ana: '?', Béla: '?' }, { statistics, asked: 3 });
    expect(summary(deck, result)).toEqual({ votes: 2, of: 3, kind: 'nothing' });
    expect(summary(deck, resultOf({ Ana: '1' }))).toMatchObject({ kind: 'nothing' });
  });
});
