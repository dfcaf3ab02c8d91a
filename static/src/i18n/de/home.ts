import type * as english from '../en/home';
import type { Translation } from '../message';

export const homeWords: Translation<typeof english.homeWords> = {
  heading: 'Wähle ein Deck',
  moreDecks: 'Mehr Decks',
  ownDeck: 'Deine Karten',
  sessionTitle: 'Titel, wenn du magst',
  sessionTitleExample: 'Sprint 12',
  creating: 'Session wird erstellt …',
  settings: 'Timer und Ergebnis',
  own: 'Eigene Karten',
  link: 'Ein Link für den Kalender',
  results: { counts: 'ohne Namen', controllers: 'nur für den Host' },
};
