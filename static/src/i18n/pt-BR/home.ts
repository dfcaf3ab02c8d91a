import type * as english from '../en/home';
import type { Translation } from '../message';

export const homeWords: Translation<typeof english.homeWords> = {
  heading: 'Escolha um baralho',
  moreDecks: 'Mais baralhos',
  ownDeck: 'Suas cartas',
  sessionTitle: 'Título, se quiser',
  sessionTitleExample: 'Sprint 12',
  creating: 'Criando a sessão…',
  settings: 'Timer e resultados',
  own: 'Suas próprias cartas',
  link: 'Um link para a agenda',
  results: { counts: 'sem nomes', controllers: 'só o anfitrião' },
};
