import type { DeckKey } from '../../model/deck';

const decks: Record<DeckKey, string> = {
  fibonacci: 'Fibonacci',
  shirt: 'T-shirt',
  hand: 'Hand',
  health: 'Health check',
  fibonacci89: 'Fibonacci to 89',
  modified: 'Modified Fibonacci',
  powers: 'Powers of two',
  fist: 'Fist of five',
};

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** What the home page says. */
export const homeWords = {
  heading: 'Pick a deck',
  decks,
  moreDecks: 'More decks',
  ownDeck: 'Your cards',
  sessionTitle: 'Title, if you like',
  sessionTitleExample: 'Sprint 12',
  creating: 'Creating the session…',

  settings: {
    heading: 'Timer and results',
    duration,
    short: { everybody: '', counts: 'without names', controllers: 'only who controls' },
  },
  own: 'Your own cards',
  link: 'A link for the calendar',
};
