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
  /** The same seat, of which more is known now, wherever it is kept. */
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
}

const NOBODY = 'nobody';
const WATCHER = 'watcher';
const LAST_NAME = 'pajthy:name';

/** A device over the two storages of the browser; `undefined` where the browser has none to give. */
export function deviceFrom(local: Storage | undefined, tab: Storage | undefined): Device {
  return {
    lastName: () => read(local, LAST_NAME) ?? '',
    seat(place) {
      const own = read(tab, seatEntry(place));
      return parseSeat(own ?? read(local, seatEntry(place)));
    },
    keepSeat(place, seat) {
      const text = JSON.stringify(seat);
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
      overwrite(place, seat, (storage, entry) => write(storage, entry, JSON.stringify(seat))),
    dropSeat: (place, seat) => overwrite(place, seat, remove),
  };

  function overwrite(place: Place, seat: SeatKey, act: typeof remove): void {
    const entry = seatEntry(place);
    for (const storage of [tab, local]) {
      if (parseSeat(read(storage, entry))?.key === seat.key) act(storage, entry);
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
  return `pajthy:seat:${base}/${id}`;
}

function parseSeat(text: string | undefined): SeatKey | undefined {
  const value = text === undefined ? undefined : parseJson(text);
  if (!isObject(value)) return undefined;
  const { name, key, number } = value;
  if (typeof name !== 'string' || typeof key !== 'string') return undefined;
  return { name, key, number: isCount(number) ? number : undefined };
}
