import { describe, expect, test } from 'vitest';
import { askersOf, places, turnOwn, turns } from './seat_cards';
import type { Seat, SeatState } from './table';
import { resultOf } from './view.fake';

const seat = (number: number, name: string, state: SeatState = 'waiting'): Seat => ({
  number,
  name,
  state,
});
const ana = seat(1, 'Ana', 'voted');
const bela = seat(2, 'Béla');
const cili = seat(5, 'Cili', 'away');
const seats = [ana, bela, cili];

describe('the places', () => {
  const voted = (number: number, name: string) => seat(number, name, 'voted');
  const deck = ['1', '5', '8'];

  test('show no choice while nothing is turned', () => {
    expect(places(seats, deck, undefined)).toEqual(
      seats.map((one) => ({ ...one, choice: undefined, mark: undefined })),
    );
  });

  test('show no choice where votes are counted only', () => {
    const counted = { kind: 'counted', counts: new Map([['5', 1]]) } as const;
    const result = { ...resultOf({}), ballots: counted, first: ['Ana', 'Béla'] };
    expect(places([ana], deck, result)).toEqual([{ ...ana, choice: undefined, mark: undefined }]);
  });

  test('show what each has chosen, and nothing at those who have not', () => {
    const shown = places(seats, deck, resultOf({ Ana: '5' })).map(({ choice }) => choice);
    expect(shown).toEqual(['5', undefined, undefined]);
  });

  test('show no vote of before at a newcomer who goes by the same name', () => {
    const newcomer = seat(9, 'Ana');
    const first = { first: ['Ana', 'Béla'] };
    const result = resultOf({ Ana: '1', Béla: '8' }, first);
    const [bela9, ana9] = places([voted(2, 'Béla'), newcomer], deck, result);
    expect(bela9).toMatchObject({ choice: '8', mark: 'end' });
    expect(ana9).toEqual({ ...newcomer, choice: undefined, mark: undefined });
  });

  const five = [1, 2, 3, 4, 5].map((number) => voted(number, `${number}`));
  const marks = (votes: Record<string, string>, first: readonly string[] = []) =>
    places(five, deck, resultOf(votes, { first })).map(({ mark }) => mark);

  test('mark what more chose than anything else', () => {
    const votes = { 1: '5', 2: '5', 3: '1' };
    expect(marks(votes)).toEqual(['most', 'most', undefined, undefined, undefined]);
  });

  test('mark nothing at a tie', () => {
    expect(marks({ 1: '5', 2: '1' })).toEqual(Array(5).fill(undefined));
  });

  test('mark who speaks first, even where most chose the same', () => {
    const votes = { 1: '1', 2: '8', 3: '8', 4: '8', 5: '5' };
    expect(marks(votes, ['1', '3'])).toEqual(['end', 'most', 'end', 'most', undefined]);
  });
});

describe('the card of the reader', () => {
  const hidden = places([ana, bela], ['1', '5'], undefined);

  test('is turned, and nobody else’s', () => {
    const turned = turnOwn(hidden, 1, '5').map(({ choice }) => choice);
    expect(turned).toEqual(['5', undefined]);
  });

  test('says what the reader has voted, though somebody of that name is known for another', () => {
    const shown = places([ana], ['1', '5'], resultOf({ Ana: '1' }));
    expect(turnOwn(shown, 1, '5')).toMatchObject([{ choice: '5' }]);
  });

  test('stays as it is where the reader has not voted, or has no seat', () => {
    expect(turnOwn(hidden, 1, undefined)).toEqual(hidden);
    expect(turnOwn(hidden, undefined, undefined)).toEqual(hidden);
    expect(turnOwn(hidden, 7, '5')).toEqual(hidden);
  });
});

describe('the cards turn', () => {
  const turnOf = (votes: Record<string, string>) => {
    const voters = Object.keys(votes).map((name, index) => seat(10 + index, name, 'voted'));
    return [...turns(places([bela, ...voters], ['1', '5'], resultOf(votes)))];
  };

  test('one after the other, those that do', () => {
    const votes = { Ana: '1', Cili: '5', Dóra: '5' };
    expect(turnOf(votes)).toEqual([
      [10, 0],
      [11, 0.5],
      [12, 1],
    ]);
  });

  test('at once where there is one, and not at all where there is none', () => {
    expect(turnOf({ Ana: '1' })).toEqual([[10, 0]]);
    expect(turnOf({})).toEqual([]);
  });
});

test('who asks goes by the name of now, and by that of then where seats are not told', () => {
  const questions = [
    { number: 2, name: 'Bela' },
    { number: 9, name: 'Zoé' },
  ];
  expect(askersOf(questions, seats)).toEqual(['Béla', 'Zoé']);
  expect(askersOf(questions, [])).toEqual(['Bela', 'Zoé']);
});
