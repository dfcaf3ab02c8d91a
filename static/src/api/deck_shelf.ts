import type { OwnDecks } from '../model/own_decks';
import { parseJson } from './guard';
import { attempt, read, remove, write } from './storage';

/** The reader's own decks, on this device. Where storage is refused, it stays empty. */
export interface DeckShelf {
  /** What lies there now; another tab may have put it there. */
  decks(): OwnDecks;
  keep(decks: OwnDecks): void;
}

const ENTRY = 'pajthy:decks';

/** A shelf in `storage`; `undefined` where the browser has none to give. */
export function shelfIn(storage: Storage | undefined): DeckShelf {
  return {
    decks: () => parseDecks(read(storage, ENTRY)),
    keep(decks) {
      if (decks.length === 0) return remove(storage, ENTRY);
      write(storage, ENTRY, JSON.stringify(decks));
    },
  };
}

/** The shelf in the storage of `window`. */
export function browserShelf(): DeckShelf {
  return shelfIn(attempt(() => window.localStorage));
}

function parseDecks(text: string | undefined): OwnDecks {
  const value = text === undefined ? undefined : parseJson(text);
  if (!Array.isArray(value)) return [];
  return value.filter(isStrings).filter((deck) => deck.length > 0);
}

/** Whether `value` is a list of strings. */
function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
