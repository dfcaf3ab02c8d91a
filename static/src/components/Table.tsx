import type { ComponentChildren } from 'preact';
import { text } from '../i18n/message';
import { tableWords as words } from '../i18n/words';
import type { Question } from '../model/round';
import { type Place, turns } from '../model/seat_cards';
import { missedFirst } from '../model/table';
import { SeatCard, type Stage, standingOf } from './SeatCard';

/** What the table needs. */
export interface TableProps {
  /** In their order; empty where nobody sits here. */
  readonly places: readonly Place[];
  readonly stage: Stage;
  /** The number of the reader's seat, if it has one. */
  readonly own?: number | undefined;
  /** Who has a question. */
  readonly questions?: readonly Question[];
  /** What lies in the middle: how things stand. */
  readonly children: ComponentChildren;
}

/** So many seats have room in a row on a phone, and around the middle on a wide screen. */
const MOST_NARROW = 7;
const MOST_WIDE = 24;

/**
 * Everybody, around what is said in the middle; a strip below it on a phone. Where they are more than there is room for,
 * those who are missed stay in view, and a pile stands for the others.
 */
export function Table({ places, stage, own, questions = [], children }: TableProps) {
  const asking = new Set(questions.map(({ number }) => number));
  const ranks = new Map(ranking(places, own, asking).map((place, rank) => [place, rank]));
  const isInView = (place: Place, room: number) => (ranks.get(place) ?? 0) < room;
  const narrow = roomFor(places, MOST_NARROW);
  const wide = roomFor(places, MOST_WIDE);
  const shown = places.filter((place) => isInView(place, wide));
  const turn = turns(shown);
  const half = Math.ceil(shown.length / 2);
  const seat = (place: Place) => (
    <li
      key={place.number}
      class="seat"
      data-off={isInView(place, narrow) ? undefined : 'narrow'}
      style={{ '--rank': ranks.get(place), '--turn': turn.get(place.number) }}
    >
      <SeatCard place={place} isOwn={place.number === own} asks={asking.has(place.number)} />
      <span class="unseen"> {standingOf(place, stage)}</span>
    </li>
  );
  return (
    <div class="table" data-is-turned={turn.size > 0}>
      {places.length > 0 && (
        <ul class="seats" aria-label={words.table}>
          {shown.slice(0, half).map(seat)}
        </ul>
      )}
      <div class="table-middle">{children}</div>
      {places.length > 0 && (
        <ul class="seats seats-below" aria-label={words.table}>
          {shown.slice(half).map(seat)}
          <Pile count={places.length - narrow} off="wide" />
          <Pile count={places.length - wide} off="narrow" />
        </ul>
      )}
    </div>
  );
}

/** Who is to be in view, whatever the room: the reader, who asks, those who are missed, or whose cards have turned. */
function ranking(
  places: readonly Place[],
  own: number | undefined,
  asking: ReadonlySet<number>,
): Place[] {
  // Where all have room, nobody moves as the cards turn.
  const isFull = places.length > MOST_NARROW;
  const rank = ({ number, choice }: Place) =>
    number === own || (isFull && asking.has(number)) ? 0 : isFull && choice === undefined ? 2 : 1;
  return missedFirst(places).sort((a, b) => rank(a) - rank(b));
}

/** How many seats are shown where `most` have room: one place less if the others need a pile. */
function roomFor({ length }: readonly Place[], most: number): number {
  return length > most ? most - 1 : length;
}

interface PileProps {
  readonly count: number;
  /** Where it isn't there. */
  readonly off: 'narrow' | 'wide';
}

/** Those that there is no room for. */
function Pile({ count, off }: PileProps) {
  if (count === 0) return null;
  return (
    <li class="seat" data-off={off} style={{ '--rank': 99 }}>
      <span class="seat-card" data-shows="pile" aria-hidden="true">
        {`+${count}`}
      </span>
      <span class="unseen">{text(words.others, { count })}</span>
    </li>
  );
}
