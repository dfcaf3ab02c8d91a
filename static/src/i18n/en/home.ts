import type { Deck } from '../../model/deck';

const decks: Record<Deck['key'], string> = {
  fibonacci: 'Fibonacci',
  shirt: 'T-shirt',
  hand: 'Hand',
  health: 'Health check',
};

/** What the home page says. */
export const homeWords = {
  heading: 'Pick a deck',
  decks,
  sessionTitle: 'Title, if you like',
  sessionTitleExample: 'Sprint 12',
  creating: 'Creating the session…',
};
