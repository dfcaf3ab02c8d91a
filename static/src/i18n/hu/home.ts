import type * as english from '../en/home';
import type { Translation } from '../message';

export const homeWords: Translation<typeof english.homeWords> = {
  heading: 'Válassz paklit',
  moreDecks: 'További paklik',
  ownDeck: 'A te kártyáid',
  sessionTitle: 'A szoba neve (nem kötelező)',
  sessionTitleExample: 'Sprint 12',
  creating: 'Nyílik a szoba…',
  settings: 'Időzítő és eredmények',
  own: 'Saját kártyák',
  link: 'Link a naptárba',
  results: { counts: 'nevek nélkül', controllers: 'csak a házigazda' },
};
