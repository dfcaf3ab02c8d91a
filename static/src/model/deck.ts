/** The decks that have a name; recipe links name them so, too. */
export type DeckKey =
  | 'fibonacci'
  | 'shirt'
  | 'hand'
  | 'health'
  | 'fibonacci89'
  | 'modified'
  | 'powers'
  | 'fist';

/** A set of cards that a session can be created with. */
export interface Deck {
  readonly key: DeckKey;
  readonly choices: readonly string[];
  /** What a picture of it shows, the last in front, where that is not its beginning. */
  readonly drawn?: readonly string[];
}

/** The decks that the home page offers first, in its order. */
export const DECKS: readonly Deck[] = [
  { key: 'fibonacci', choices: ['1', '2', '3', '5', '8', '13', '?'] },
  { key: 'shirt', choices: ['XS', 'S', 'M', 'L', 'XL', 'XXL', '?'] },
  { key: 'hand', choices: ['👍', '👌', '🤷', '👎', '🖕'], drawn: ['👎', '🤷', '👌', '👍'] },
  { key: 'health', choices: ['🔴', '🟡', '🟢'] },
];

/** The decks that it offers below. A fist of five shows a hand each time, so it has no `?`. */
export const MORE_DECKS: readonly Deck[] = [
  { key: 'fibonacci89', choices: ['1', '2', '3', '5', '8', '13', '21', '34', '55', '89', '?'] },
  {
    key: 'modified',
    choices: ['0', '½', '1', '2', '3', '5', '8', '13', '20', '40', '100', '?', '☕'],
  },
  { key: 'powers', choices: ['1', '2', '4', '8', '16', '32', '64', '?'] },
  { key: 'fist', choices: ['0', '1', '2', '3', '4', '5'] },
];

/** The deck that is called `key`, if there is one. */
export function deckCalled(key: string): Deck | undefined {
  return [...DECKS, ...MORE_DECKS].find((deck) => deck.key === key);
}

/** The deck that has exactly these cards, if there is one. */
export function deckOf(choices: readonly string[]): Deck | undefined {
  return [...DECKS, ...MORE_DECKS].find((deck) => areSameCards(deck.choices, choices));
}

/** Whether these are the same cards in the same order. */
export function areSameCards(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((card, index) => card === others[index]);
}
