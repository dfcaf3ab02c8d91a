import { areSameCards } from './deck';

/** The decks that somebody put together, the one used last first. */
export type OwnDecks = readonly (readonly string[])[];

/** More would not be told apart. */
const MOST_DECKS = 6;

/** `decks` with `cards` as the first; the one that was not used for the longest makes room. */
export function withDeck(decks: OwnDecks, cards: readonly string[]): OwnDecks {
  return [cards, ...withoutDeck(decks, cards)].slice(0, MOST_DECKS);
}

/** `decks` without `cards`. */
export function withoutDeck(decks: OwnDecks, cards: readonly string[]): OwnDecks {
  return decks.filter((deck) => !areSameCards(deck, cards));
}
