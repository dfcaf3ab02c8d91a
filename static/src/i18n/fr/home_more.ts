import type * as english from '../en/home_more';
import type { Translation } from '../message';

export const settingsWords: Translation<typeof english.settingsWords> = {
  timer: 'Minuteur pour chaque tour',
  noTimer: 'Aucun',
  results: 'Qui voit le résultat',
  who: {
    everybody: { label: 'Tout le monde', hint: 'qui a voté quoi' },
    counts: {
      label: 'Tout le monde, sans les noms',
      hint: 'combien de fois chaque carte a été choisie ; l’hôte voit les noms',
    },
    controllers: {
      label: 'L’hôte seulement',
      hint: 'les autres savent seulement que le vote est clos',
    },
  },
};

export const ownCardsWords: Translation<typeof english.ownCardsWords> = {
  field: 'Écris ou colle les cartes',
  help: 'Séparées par des virgules, des points-virgules, des espaces ou des retours à la ligne. Les émojis sont les bienvenus.',
  example: '½, 1, 2, 4, 8, trop gros, ☕',
  cards: { one: '{count} carte', other: '{count} cartes' },
  create: 'Commencer avec ces cartes',
  remembered: 'Gardées sur cet appareil',
  forget: 'Oublier',
  forgetDeck: 'Oublier {cards}',
  forgotten: 'Oubliées : {cards}',
  bringBack: 'Rétablir',
};

export const recipeLinkWords: Translation<typeof english.recipeLinkWords> = {
  text: 'La personne qui l’ouvre devient l’hôte d’une nouvelle session, avec ce jeu et tous les réglages ci-dessus. Donne-le donc à l’hôte ; tous les autres reçoivent le lien de la session.',
  deck: 'Jeu de cartes du lien',
  typed: 'Les cartes ci-dessus : {cards}',
  own: 'Tes cartes : {cards}',
  label: 'Lien qui crée une session',
  copy: 'Copier ce lien',
  tooLong: 'Ce serait trop long pour un lien. Raccourcis le titre ou prends moins de cartes.',
};

export const recipeWords: Translation<typeof english.recipeWords> = {
  heading: 'Ce lien a un petit défaut',
  pick: 'Tout le reste est déjà réglé. Choisis un jeu pour continuer.',
  mend: 'Tout le reste est déjà réglé. Corrige les cartes sous « Tes propres cartes », ou choisis un jeu.',
  goOn: 'Tout le reste est déjà réglé.',
  failed: 'Impossible de créer la session de ce lien',
  create: 'Créer la session',
};

export const waysWords: Translation<typeof english.waysWords> = {
  field: 'Lien ou code d’une session',
  go: 'Y aller',
  faults: {
    empty: 'Colle un lien, ou écris le code d’une session.',
    unclear: 'Ce n’est ni le lien ni le code d’une session.',
    unknown: 'Cette session n’existe pas. Elle est peut-être terminée, ou une lettre est fausse.',
    foreign: 'Ce lien mène ailleurs, vers {host}.',
  },
  recent: 'Tes dernières sessions',
  host: 'hôte',
  voter: 'sous le nom {name}',
  forget: 'Oublier la session {title}',
  forgotten: 'Oubliée : {title}',
  bringBack: 'Rétablir',
};
