import type { DeckKey } from '../../model/deck';
import type { RecipeFault } from '../../model/recipe';
import { LONGEST_SECONDS, type Results } from '../../model/settings';
import type { Rich } from '../rich';

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

const results: Record<Results, { readonly label: string; readonly hint: string }> = {
  everybody: { label: 'Everybody', hint: 'who voted what' },
  counts: {
    label: 'Everybody, without names',
    hint: 'how often each card was chosen; who controls sees names',
  },
  controllers: { label: 'Only who controls', hint: 'the others hear that voting has closed' },
};

const faults: Record<RecipeFault['kind'], (what: Rich) => Rich> = {
  none: () => 'Write at least one card.',
  twice: (card) => ['“', card, '” is there more than once. Leave one of them.'],
  'too-long': (card) => ['“', card, '” is too long for a card. Up to 64 characters fit.'],
  'no-deck': () => 'It names no deck.',
  'unknown-deck': (text) => [
    'There is no deck called “',
    text,
    '”, and cards would need commas between them.',
  ],
  seconds: (text) => [
    'A timer of “',
    text,
    `” can’t be set: it takes seconds, from 0 for none to ${LONGEST_SECONDS}.`,
  ],
  results: (text) => [
    'Results can’t be shown to “',
    text,
    '”: it takes everybody, counts or controllers.',
  ],
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
  faults,

  settings: {
    heading: 'Timer and results',
    timer: 'Timer for each round',
    noTimer: 'None',
    duration,
    results: 'Who sees a result',
    who: results,
    short: { everybody: '', counts: 'without names', controllers: 'only who controls' },
  },

  own: {
    heading: 'Your own cards',
    field: 'Write or paste the cards',
    help: 'With commas, semicolons, spaces or new lines between them. Emoji are welcome.',
    example: '½, 1, 2, 4, 8, too big, ☕',
    cards: (count: number) => (count === 1 ? '1 card' : `${count} cards`),
    create: 'Start with these cards',
    remembered: 'Remembered on this device',
    forget: 'Forget',
    forgetDeck: (cards: string) => `Forget ${cards}`,
    forgotten: (cards: Rich): Rich => ['Forgotten: ', cards],
    bringBack: 'Bring back',
  },

  link: {
    heading: 'A link for the calendar',
    text: 'Whoever opens it starts a new session with this deck and all that is set above, and controls it. So give it to whoever leads; everybody else gets the link of the session.',
    deck: 'Deck of the link',
    typed: (cards: string) => `The cards above: ${cards}`,
    own: (cards: string) => `Your cards: ${cards}`,
    label: 'Link that starts a session',
    copy: 'Copy this link',
    tooLong: 'This would be too long for a link. Shorten the title, or take fewer cards.',
  },

  recipe: {
    heading: 'This link isn’t quite right',
    pick: 'All else that it says is set already. Pick a deck to go on.',
    mend: 'All else that it says is set already. Mend its cards under “Your own cards”, or pick a deck.',
    goOn: 'All else that it says is set already.',
    failed: 'The session of this link couldn’t be made',
    create: 'Start the session',
  },
};
