/** A set of cards that a session can be created with. */
export interface Deck {
  readonly key: 'fibonacci' | 'shirt' | 'hand' | 'health';
  readonly choices: readonly string[];
}

/** The decks that the home page offers, in its order. */
export const DECKS: readonly Deck[] = [
  { key: 'fibonacci', choices: ['1', '2', '3', '5', '8', '13', '?'] },
  { key: 'shirt', choices: ['XS', 'S', 'M', 'L', 'XL', 'XXL', '?'] },
  { key: 'hand', choices: ['👍', '👌', '🤷', '👎', '🖕'] },
  { key: 'health', choices: ['🔴', '🟡', '🟢'] },
];
