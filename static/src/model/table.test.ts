import { describe, expect, test } from 'vitest';
import {
  changeSeats,
  clearSeats,
  countSeats,
  missedFirst,
  places,
  type Seat,
  type SeatState,
} from './table';
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
const names = (of: readonly Seat[] | undefined) => of?.map(({ name }) => name);

describe('the seats after a change', () => {
  test('are those that it brings, and the others as they were', () => {
    const change = { seats: [seat(2, 'Béla', 'voted')], gone: [], isAll: false };
    expect(changeSeats(seats, change)).toEqual([ana, seat(2, 'Béla', 'voted'), cili]);
  });

  test('go by the number: a name may change', () => {
    const change = { seats: [seat(1, 'Anna', 'voted')], gone: [], isAll: false };
    expect(names(changeSeats(seats, change))).toEqual(['Anna', 'Béla', 'Cili']);
  });

  test('stand by number, whenever they come', () => {
    const change = { seats: [seat(10, 'Edit'), seat(4, 'Dóra')], gone: [], isAll: false };
    expect(names(changeSeats(seats, change))).toEqual(['Ana', 'Béla', 'Dóra', 'Cili', 'Edit']);
  });

  test('have lost those that are gone, and know nothing of strangers that are', () => {
    expect(changeSeats(seats, { seats: [], gone: [2, 77], isAll: false })).toEqual([ana, cili]);
  });

  test('are those that it brings alone where these are all', () => {
    expect(changeSeats(seats, { seats: [cili], gone: [], isAll: true })).toEqual([cili]);
    expect(changeSeats(seats, { seats: [], gone: [], isAll: true })).toEqual([]);
  });

  test('are too many once all of them are', () => {
    expect(changeSeats(seats, { seats: undefined, gone: [], isAll: true })).toBeUndefined();
  });

  test('stay too many until all of them are told', () => {
    const some = { seats: [ana], gone: [], isAll: false };
    expect(changeSeats(undefined, some)).toBeUndefined();
    expect(changeSeats(undefined, { ...some, isAll: true })).toEqual([ana]);
  });

  test('leave those before as they are', () => {
    const before = [...seats];
    changeSeats(seats, { seats: [seat(1, 'Anna')], gone: [2], isAll: false });
    expect(seats).toEqual(before);
  });
});

describe('a table that is cleared', () => {
  test('has no card, and whoever is away is so still', () => {
    const cleared = clearSeats(seats);
    expect(cleared).toEqual([seat(1, 'Ana', 'waiting'), bela, cili]);
  });

  test('of too many is that still', () => {
    expect(clearSeats(undefined)).toBeUndefined();
  });
});

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

describe('those who are missed', () => {
  test('come first, then those who have voted, then who is away', () => {
    expect(names(missedFirst([cili, ana, bela]))).toEqual(['Béla', 'Ana', 'Cili']);
  });

  test('stay in their order among themselves', () => {
    const many = [ana, bela, seat(3, 'Dóra', 'voted'), seat(4, 'Edit')];
    expect(names(missedFirst(many))).toEqual(['Béla', 'Edit', 'Ana', 'Dóra']);
    expect(names(many)).toEqual(['Ana', 'Béla', 'Dóra', 'Edit']);
  });
});

test('who is away is not counted, and whoever has voted is', () => {
  expect(countSeats(seats)).toEqual({ voted: 1, of: 2 });
  expect(countSeats([])).toEqual({ voted: 0, of: 0 });
});
