/** Who sits at the table, and how each stands. */
import type { Result } from './result';

/** `waiting`: no card yet; `voted`: a card on the table, also of who is away; `away`: nobody waits for it. */
export const SEAT_STATES = ['waiting', 'voted', 'away'] as const;

/** One of `SEAT_STATES`. */
export type SeatState = (typeof SEAT_STATES)[number];

/** A seat as everybody sees it. */
export interface Seat {
  /** Stays with the seat; a name may change. */
  readonly number: number;
  readonly name: string;
  readonly state: SeatState;
}

/** All seats, by number; `undefined` where they are too many to be told one by one. */
export type Seats = readonly Seat[] | undefined;

/** What is new of the seats. */
export interface SeatsChange {
  /** Those that are new or other ones; `undefined` where they are too many from now on. */
  readonly seats: Seats;
  /** The numbers of those that are no more. */
  readonly gone: readonly number[];
  /** Whether there are no seats beside `seats`. */
  readonly isAll: boolean;
}

/** The seats after `change`. */
export function changeSeats(before: Seats, { seats, gone, isAll }: SeatsChange): Seats {
  if (isAll) return seats;
  if (before === undefined || seats === undefined) return before;
  const after = new Map(before.map((seat) => [seat.number, seat]));
  for (const seat of seats) after.set(seat.number, seat);
  for (const number of gone) after.delete(number);
  return [...after.values()].sort((a, b) => a.number - b.number);
}

/** The seats with no card on the table. Who of them is away is told apart. */
export function clearSeats(seats: Seats): Seats {
  return seats?.map((seat) => (seat.state === 'voted' ? { ...seat, state: 'waiting' } : seat));
}

/** The seats with a card on the table for each whose name is among those of `result`, of the round that ends. */
export function markVoted(seats: Seats, result: Result | undefined): Seats {
  if (result?.ballots.kind !== 'named') return seats;
  const { votes } = result.ballots;
  return seats?.map((seat) => (votes.has(seat.name) ? { ...seat, state: 'voted' } : seat));
}

const RANKS: Record<SeatState, number> = { waiting: 0, voted: 1, away: 2 };

/** Those who are missed first, then those who have voted; else as they were. */
export function missedFirst<S extends Seat>(seats: readonly S[]): S[] {
  return [...seats].sort((a, b) => RANKS[a.state] - RANKS[b.state]);
}

/** How many have voted, of how many that are waited for or have. */
export function countSeats(seats: readonly Seat[]): { voted: number; of: number } {
  const voted = seats.filter(({ state }) => state === 'voted').length;
  return { voted, of: voted + seats.filter(({ state }) => state === 'waiting').length };
}
