import type * as english from '../en/home';
import type { Translation } from '../message';

export const homeWords: Translation<typeof english.homeWords> = {
  heading: 'Choisis un jeu de cartes',
  moreDecks: 'Autres jeux',
  ownDeck: 'Tes cartes',
  sessionTitle: 'Titre, si tu veux',
  sessionTitleExample: 'Sprint 12',
  creating: 'Création de la session…',
  settings: 'Minuteur et résultat',
  own: 'Tes propres cartes',
  link: 'Un lien pour l’agenda',
  results: { counts: 'sans les noms', controllers: 'hôte seulement' },
};
