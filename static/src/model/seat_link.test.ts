import { expect, test } from 'vitest';
import { readSeatHash, seatHash } from './seat_link';

test('a link carries a seat, whatever its name', () => {
  for (const name of ['Ana', 'Zoé 🦊', 'a:b#c/d%', '100 %']) {
    const seat = { name, key: 'abc_DEF-123' };
    expect(readSeatHash(seatHash(seat))).toEqual(seat);
  }
});

test('what is no link of a seat is none', () => {
  for (const hash of ['', '#', '#key-alone', '#a:', '#:b', '#a:b:c', '#%:b']) {
    expect(readSeatHash(hash)).toBeUndefined();
  }
});
