import type * as english from '../en/table';
import type { Translation } from '../message';

export const tableWords: Translation<typeof english.tableWords> = {
  table: 'La table',
  you: 'Toi',
  standing: { voted: 'a voté', waiting: 'n’a pas encore voté', away: 'en veille' },
  unasked: { none: 'est là', revealed: 'n’a pas voté' },
  chose: 'a voté {choice}',
  others: { one: 'et {count} autre', other: 'et {count} autres' },
  progress: { one: '{count} sur {of} a voté', other: '{count} sur {of} ont voté' },
  waitingFor: 'on attend {names}',
  summary: {
    nothing: {
      one: 'Vote clos. {count} vote sur {of}',
      other: 'Vote clos. {count} votes sur {of}',
    },
    agreed: {
      one: 'Vote clos. {count} vote sur {of}, unanimité : {choice}',
      other: 'Vote clos. {count} votes sur {of}, unanimité : {choice}',
    },
    median: {
      one: 'Vote clos. {count} vote sur {of}, médiane {median}',
      other: 'Vote clos. {count} votes sur {of}, médiane {median}',
    },
    span: {
      one: 'Vote clos. {count} vote sur {of}, médiane {median}, de {lowest} à {highest}',
      other: 'Vote clos. {count} votes sur {of}, médiane {median}, de {lowest} à {highest}',
    },
    most: {
      one: 'Vote clos. {count} vote sur {of}, en tête : {cards}',
      other: 'Vote clos. {count} votes sur {of}, en tête : {cards}',
    },
  },
  first: 'La parole d’abord à {low} ({lowCard}) et à {high} ({highCard})',
};

export const roundWords: Translation<typeof english.roundWords> = {
  attempt: 'Essai {number}',
  timer: 'Temps restant',
  timeLeft: 'Il reste {time}',
  timeUp: 'Temps écoulé',
};

export const resultWords: Translation<typeof english.resultWords> = {
  heading: 'Résultat',
  recorded: 'Valeur retenue : {value}',
  average: 'Moyenne',
  median: 'Médiane',
  middle: { one: 'Carte du milieu', other: 'Cartes du milieu' },
  votes: 'Votes',
  abstentions: 'Abstentions',
  mode: 'Le plus de votes',
  range: 'Écart',
  span: '{lowest} – {highest}',
  steps: { one: '{count} cran', other: '{count} crans' },
  nearest: 'Proche de la moyenne',
  agreement: 'Accord',
  line: { one: '{choice} : {count} vote', other: '{choice} : {count} votes' },
};

export const movesWords: Translation<typeof english.movesWords> = {
  heading: 'Depuis l’essai précédent',
  moved: '{name}, de {from} à {to}',
  nobodyMoved: 'Personne n’a changé son vote',
  shrank: {
    one: 'L’écart s’est réduit de {from} à {count} cran',
    other: 'L’écart s’est réduit de {from} à {count} crans',
  },
  grew: {
    one: 'L’écart s’est creusé de {from} à {count} cran',
    other: 'L’écart s’est creusé de {from} à {count} crans',
  },
  stayed: {
    one: 'L’écart est resté à {count} cran',
    other: 'L’écart est resté à {count} crans',
  },
};

export const questionWords: Translation<typeof english.questionWords> = {
  ask: 'J’ai une question',
  settled: 'Ma question est réglée',
  asks: { one: '{names} a une question', other: '{names} ont une question' },
  rests: 'Le minuteur est en pause',
  answered: 'Réglé',
  over: 'Plus aucune question',
};

export const ladderWords: Translation<typeof english.ladderWords> = {
  agreed: '{value} retenu pour : {topics}',
  none: '{value} n’a encore été retenu pour rien',
};

export const switchWords: Translation<typeof english.switchWords> = {
  sound: 'Sons sur cet appareil',
  keys: 'Raccourcis clavier sur cet appareil',
  awake: 'Garder l’écran allumé tant que le vote est ouvert',
  buzz: 'Vibrer quand le vote s’ouvre et quand le temps s’achève',
};

export const seatProblems: Translation<typeof english.seatProblems> = {
  'session-closed': 'Le vote s’est terminé juste avant.',
  'not-a-valid-choice': 'Cette carte n’est pas dans le jeu. Recharge la page.',
  'control-not-free': 'Tu ne peux pas devenir l’hôte pour l’instant. Attends un peu.',
  'too-many-questions': 'Il y a déjà beaucoup de questions. Attends un instant.',
};
