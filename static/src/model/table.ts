/** Who sits at the table, and what lies in front of each. Nobody's choice is part of it before the close. */
import { type Result, tally } from './result';

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

/** A seat with what its card says. */
export interface Place extends Seat {
  /** What stands on the card, once it is turned. */
  readonly choice: string | undefined;
  /** `most`: what more chose than anything else; `end`: who speaks first. */
  readonly mark: 'most' | 'end' | undefined;
}

/** The seats with their cards: face down, or turned over as `result` has them. */
export function places(
  seats: readonly Seat[],
  choices: readonly string[],
  result: Result | undefined,
): Place[] {
  if (result?.ballots.kind !== 'named') {
    return seats.map((seat) => ({ ...seat, choice: undefined, mark: undefined }));
  }
  const { ballots, first } = result;
  const { votes } = ballots;
  const most = tally(choices, ballots).find((line) => line.leads)?.choice;
  return seats.map((seat) => {
    // Somebody who has come since may go by a name that voted.
    const choice = seat.state === 'voted' ? votes.get(seat.name) : undefined;
    if (choice === undefined) return { ...seat, choice, mark: undefined };
    const isEnd = first.includes(seat.name);
    return { ...seat, choice, mark: isEnd ? 'end' : choice === most ? 'most' : undefined };
  });
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
