import { describe, expect, test } from 'vitest';
import {
  changeSeats,
  clearSeats,
  countSeats,
  missedFirst,
  type Seat,
  type SeatState,
} from './table';

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
