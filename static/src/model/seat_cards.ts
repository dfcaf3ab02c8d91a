/** What lies in front of each seat. Nobody's choice is part of it before the close. */
import { type Result, tally } from './result';
import type { Question } from './round';
import type { Seat } from './table';

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

/** The same with the card of seat `own` turned: what readers have voted themselves is no secret to them. */
export function turnOwn(
  places: readonly Place[],
  own: number | undefined,
  choice: string | undefined,
): Place[] {
  return places.map((place) =>
    choice !== undefined && place.number === own ? { ...place, choice } : place,
  );
}

/** When each card that is turned does so, by the number of its seat: from 0, the first, to 1, the last. */
export function turns(places: readonly Place[]): ReadonlyMap<number, number> {
  const turned = places.filter(({ choice }) => choice !== undefined);
  const last = Math.max(1, turned.length - 1);
  return new Map(turned.map(({ number }, index) => [number, index / last]));
}

/** The names of those who ask, as they go by now: who is called otherwise since then is not told of again. */
export function askersOf(
  questions: readonly Question[],
  seats: readonly Pick<Seat, 'number' | 'name'>[],
): string[] {
  const now = new Map(seats.map(({ number, name }) => [number, name]));
  return questions.map(({ number, name }) => now.get(number) ?? name);
}
