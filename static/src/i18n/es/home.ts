import type * as english from '../en/home';
import type { Translation } from '../message';

export const homeWords: Translation<typeof english.homeWords> = {
  heading: 'Elige una baraja',
  moreDecks: 'Más barajas',
  ownDeck: 'Tus cartas',
  sessionTitle: 'Título, si quieres',
  sessionTitleExample: 'Sprint 12',
  creating: 'Creando la sesión…',
  settings: 'Temporizador y resultados',
  own: 'Tus propias cartas',
  link: 'Un enlace para el calendario',
  results: { counts: 'sin nombres', controllers: 'solo el anfitrión' },
};
