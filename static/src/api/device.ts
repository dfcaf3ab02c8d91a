import type { Place } from '../model/place';
import { isCount, isObject, parseJson } from './guard';
import { attempt, read, remove, write } from './storage';
import type { SeatKey } from './voter_wire';

/** What this device, and this tab, remember. Where storage is refused, nothing is remembered. */
export interface Device {
  /** The name that was last joined with, in any session. */
  lastName(): string;
  /** The seat of this tab: its own if it has one, else the device's. */
  seat(place: Place): SeatKey | undefined;
  keepSeat(place: Place, seat: SeatKey): void;
  /** The server has let the seat in; maybe more is known of it now. Wherever it is kept it lasts on. */
  renewSeat(place: Place, seat: SeatKey): void;
  /** Whether this tab watches without a seat. */
  isWatching(place: Place): boolean;
  keepWatching(place: Place): void;
  /** This tab becomes nobody; other tabs and later visits keep the seat. */
  leaveSeatToOthers(place: Place): void;
  /** The session is gone for good, and all that was kept of it. */
  forget(place: Place): void;
  /** The seat is gone for good. */
  dropSeat(place: Place, seat: SeatKey): void;
  /** Forgets seats elsewhere that no server has let in for so long that their sessions must be over. */
  forgetOld(here: Place): void;
}

/** A seat as it is kept, with the date when it was last let in; older pages have kept none. */
interface Kept {
  readonly seat: SeatKey;
  readonly date: number | undefined;
}

const NOBODY = 'nobody';
const WATCHER = 'watcher';
const LAST_NAME = 'pajthy:name';
const SEAT = 'pajthy:seat:';
/** No session lives longer, unless its server was told so, and no seat's cookie does. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;

/** A device over the two storages of the browser; `undefined` where the browser has none to give. */
export function deviceFrom(
  local: Storage | undefined,
  tab: Storage | undefined,
  date = () => Date.now(),
): Device {
  return {
    lastName: () => read(local, LAST_NAME) ?? '',
    seat(place) {
      const own = read(tab, seatEntry(place));
      return parseSeat(own ?? read(local, seatEntry(place)))?.seat;
    },
    keepSeat(place, seat) {
      const text = textOf(seat);
      write(tab, seatEntry(place), text);
      write(local, seatEntry(place), text);
      write(local, LAST_NAME, seat.name);
    },
    isWatching: (place) => read(tab, seatEntry(place)) === WATCHER,
    keepWatching: (place) => write(tab, seatEntry(place), WATCHER),
    leaveSeatToOthers: (place) => write(tab, seatEntry(place), NOBODY),
    forget(place) {
      for (const storage of [tab, local]) remove(storage, seatEntry(place));
    },
    renewSeat: (place, seat) =>
      overwrite(place, seat, (storage, entry) => write(storage, entry, textOf(seat))),
    dropSeat: (place, seat) => overwrite(place, seat, remove),
    // Those of a tab go with it.
    forgetOld(here) {
      for (const entry of attempt(() => Object.keys(local ?? {})) ?? []) {
        if (entry.startsWith(SEAT) && entry !== seatEntry(here)) keepUnlessOld(entry);
      }
    },
  };

  function textOf(seat: SeatKey, then = date()): string {
    return JSON.stringify({ ...seat, date: then });
  }

  function keepUnlessOld(entry: string): void {
    const { seat, date: then = date() } = parseSeat(read(local, entry)) ?? {};
    // A clock that was set back must not keep a seat for ever.
    if (seat === undefined || Math.abs(date() - then) > LONGEST_MS) return remove(local, entry);
    write(local, entry, textOf(seat, then));
  }

  function overwrite(place: Place, seat: SeatKey, act: typeof remove): void {
    const entry = seatEntry(place);
    for (const storage of [tab, local]) {
      if (parseSeat(read(storage, entry))?.seat.key === seat.key) act(storage, entry);
    }
  }
}

/** The storages of `window`; a browser that blocks them throws at the first touch. */
export function browserDevice(): Device {
  return deviceFrom(
    attempt(() => window.localStorage),
    attempt(() => window.sessionStorage),
  );
}

function seatEntry({ base, id }: Place): string {
  return `${SEAT}${base}/${id}`;
}

function parseSeat(text: string | undefined): Kept | undefined {
  const value = text === undefined ? undefined : parseJson(text);
  if (!isObject(value)) return undefined;
  const { name, key, number, date } = value;
  if (typeof name !== 'string' || typeof key !== 'string') return undefined;
  const seat = { name, key, number: isCount(number) ? number : undefined };
  return { seat, date: isCount(date) ? date : undefined };
}
