import type * as english from '../en/home';
import type { Translation } from '../message';

export const homeWords: Translation<typeof english.homeWords> = {
  heading: 'Wybierz talię',
  moreDecks: 'Więcej talii',
  ownDeck: 'Twoje karty',
  sessionTitle: 'Tytuł (opcjonalnie)',
  sessionTitleExample: 'Sprint 12',
  creating: 'Tworzenie sesji…',
  settings: 'Minutnik i wyniki',
  own: 'Własne karty',
  link: 'Link do kalendarza',
  results: { counts: 'bez imion', controllers: 'tylko host' },
};
