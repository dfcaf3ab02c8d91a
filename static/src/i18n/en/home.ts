/** What the home page says at first. */
export const homeWords = {
  heading: 'Pick a deck',
  moreDecks: 'More decks',
  /** Names a small deck that the reader has made. */
  ownDeck: 'Your cards',
  /** A field and its example. */
  sessionTitle: 'Title, if you like',
  sessionTitleExample: 'Sprint 12',
  creating: 'Creating the session…',
  /** The names of what is folded away. */
  settings: 'Timer and results',
  own: 'Your own cards',
  link: 'A link for the calendar',
  /** Behind “Timer and results”, what differs from the usual: short. */
  results: { counts: 'without names', controllers: 'only the host' },
} as const;
