import type * as english from '../en/host';
import type { Translation } from '../message';

export const deckNames: Translation<typeof english.deckNames> = {
  fibonacci: 'Fibonacci',
  shirt: 'T-shirt',
  hand: 'Main',
  health: 'Health check',
  fibonacci89: 'Fibonacci jusqu’à 89',
  modified: 'Fibonacci modifiée',
  powers: 'Puissances de deux',
  fist: 'Fist of five',
};

export const faultWords: Translation<typeof english.faultWords> = {
  none: 'Écris au moins une carte.',
  twice: '« {card} » apparaît plusieurs fois. N’en garde qu’une.',
  'too-long': '« {card} » est trop long pour une carte. La limite est de 64 caractères.',
  'no-deck': 'Il n’indique aucun jeu de cartes.',
  'unknown-deck':
    'Il n’y a pas de jeu « {text} » et, pour des cartes, il faudrait des virgules entre elles.',
  seconds:
    'Un minuteur de « {text} » est impossible : il faut des secondes, de 0 (aucun) à {most}.',
  results:
    'Impossible de montrer le résultat à « {text} » : il faut everybody, counts ou controllers.',
};

const otherVersion = 'La page et le serveur n’ont pas la même version. Recharge la page.';

const gone = 'C’est terminé. Recharge la page.';

export const hostProblems: Translation<typeof english.hostProblems> = {
  'no-choices': 'Il faut au moins une carte dans un jeu.',
  'bad-choice': 'Une carte de ce jeu ne convient pas. Choisis un autre jeu.',
  'duplicate-choice': 'Deux cartes de ce jeu sont identiques. Choisis un autre jeu.',
  'too-many-choices': 'Ce jeu a trop de cartes. Choisis-en un plus petit.',
  'bad-title': 'Ce titre ne convient pas. Raccourcis-le, ou retire les caractères inhabituels.',
  'too-many-sessions':
    'Il y a déjà beaucoup de sessions créées depuis ton réseau. Reprends-en une, ou attends que d’autres se terminent.',
  'bad-setting': 'Ce réglage ne convient pas. Choisis une autre valeur.',
  'bad-topic': 'Ce sujet ne convient pas. La limite est de 200 caractères visibles.',
  'too-many-topics': 'Il y a trop de sujets. La liste peut en contenir 500.',
  'too-large':
    'Cette liste est trop longue pour le serveur. Retires-en une partie, ou raccourcis-la.',
  'bad-agreed': 'Impossible de noter cela. La limite est de 64 caractères visibles.',
  'not-a-round': 'Ce tour n’est plus dans l’historique.',
  'nothing-to-undo': 'Il est trop tard pour annuler.',
  'session-open': 'Un vote est en cours. Termine-le d’abord.',
  'round-changed': 'Quelqu’un a lancé un vote juste avant toi.',
  'topics-changed':
    'Quelqu’un a modifié la liste juste avant toi. Regarde-la, puis enregistre la tienne.',
  'unknown-session': gone,
  'key-required': gone,
  'key-wrong': gone,
  'not-your-seat': gone,
  'not-a-valid-participant': gone,
  'not-a-participant': 'Cette personne est déjà partie.',
  'bad-json': otherVersion,
  'bad-format': otherVersion,
  'not-found': otherVersion,
  'method-not-allowed': otherVersion,
};
