import type { Place } from '../model/place';
import { isCount, isObject, parseJson } from './guard';
import { attempt, read, remove, write } from './storage';

/** A session that this device was in, as what, and when by its clock. */
export interface LastSession {
  /** As it stands in the address. */
  readonly id: string;
  /** The name of the seat, or `undefined` for who led. */
  readonly name: string | undefined;
  readonly date: number;
}

/** The sessions that this device was in. Nothing that opens one is kept for it: that is the browser's cookie. */
export interface LastSessions {
  /** Those of the server at `base`, the newest first, each once: who led is not told of the seat. */
  all(base: string): readonly LastSession[];
  /** The reader leads there now. */
  keepLed(place: Place): void;
  /** The reader leads there no more. */
  dropLed(place: Place): void;
  /** Forgets all of a session, and gives what brings that back. */
  forget(place: Place): () => void;
}

/** A session that was led, by its base and id. */
interface Led {
  readonly place: string;
  readonly date: number;
}

const LED = 'pajthy:led';
/** Where a seat is kept, which is a session that was voted in. */
const SEAT = 'pajthy:seat:';
/** What an id may be that is put into an address here. */
const ID = /^[0-9a-z]{1,64}$/;
/** More than anybody looks through. */
const MOST_LED = 20;
/** No session lives longer, unless its server was told so. */
const LONGEST_MS = 7 * 24 * 60 * 60 * 1000;

/** What `storage` knows of sessions; `undefined` where the browser has none to give. */
export function lastSessionsIn(
  storage: Storage | undefined,
  date = () => Date.now(),
): LastSessions {
  const led = () => parseLed(read(storage, LED)).filter((one) => isRecent(one.date));
  return {
    all(base) {
      const begin = `${base}/`;
      const found = [
        ...led().map((one) => ({ ...one, name: undefined })),
        ...seats().filter(({ date: then }) => isRecent(then)),
      ].flatMap(({ place, ...rest }) => {
        const id = place.startsWith(begin) ? place.slice(begin.length) : '';
        return ID.test(id) ? [{ id, ...rest }] : [];
      });
      const byId = new Map<string, LastSession>();
      for (const one of found) {
        const first = byId.get(one.id);
        byId.set(one.id, first ? { ...first, date: Math.max(first.date, one.date) } : one);
      }
      return [...byId.values()].sort((a, b) => b.date - a.date);
    },
    keepLed(place) {
      keep([{ place: placeText(place), date: date() }, ...ledBut(place)].slice(0, MOST_LED));
    },
    dropLed: (place) => keep(ledBut(place)),
    forget(place) {
      const ownLed = led().filter((one) => one.place === placeText(place));
      const entry = SEAT + placeText(place);
      const seat = read(storage, entry);
      keep(ledBut(place));
      remove(storage, entry);
      return () => {
        keep([...ownLed, ...ledBut(place)]);
        if (seat !== undefined) write(storage, entry, seat);
      };
    },
  };

  function isRecent(then: number): boolean {
    return Math.abs(date() - then) <= LONGEST_MS;
  }

  function ledBut(place: Place): readonly Led[] {
    return led().filter((one) => one.place !== placeText(place));
  }

  function keep(sessions: readonly Led[]): void {
    if (sessions.length === 0) return remove(storage, LED);
    write(storage, LED, JSON.stringify(sessions));
  }

  function seats() {
    const entries = attempt(() => Object.keys(storage ?? {})) ?? [];
    return entries.flatMap((entry) => {
      if (!entry.startsWith(SEAT)) return [];
      const seat = parseSeat(read(storage, entry));
      return seat === undefined ? [] : [{ place: entry.slice(SEAT.length), ...seat }];
    });
  }
}

/** Those in the storage of `window`. */
export function browserLastSessions(): LastSessions {
  return lastSessionsIn(attempt(() => window.localStorage));
}

function placeText({ base, id }: Place): string {
  return `${base}/${id}`;
}

function parseLed(text: string | undefined): readonly Led[] {
  const value = text === undefined ? undefined : parseJson(text);
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_LED).filter((one): one is Led => {
    return isObject(one) && typeof one['place'] === 'string' && isCount(one['date']);
  });
}

/** Of a seat, as the device keeps it, what may be seen: its key is left where it is. */
function parseSeat(text: string | undefined) {
  const value = text === undefined ? undefined : parseJson(text);
  if (!isObject(value)) return undefined;
  const { name, date } = value;
  return typeof name === 'string' && isCount(date) ? { name, date } : undefined;
}
