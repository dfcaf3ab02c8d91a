import type * as english from '../en/table';
import type { Translation } from '../message';

export const tableWords: Translation<typeof english.tableWords> = {
  table: 'Der Tisch',
  you: 'Du',
  standing: { voted: 'hat abgestimmt', waiting: 'fehlt noch', away: 'abwesend' },
  unasked: { none: 'da', revealed: 'keine Stimme' },
  chose: 'hat {choice} gewählt',
  others: 'und {count} weitere',
  progress: {
    one: '{count} von {of} hat abgestimmt',
    other: '{count} von {of} haben abgestimmt',
  },
  waitingFor: 'warten auf {names}',
  summary: {
    nothing: 'Beendet. {count} von {of} Stimmen',
    agreed: 'Beendet. {count} von {of} Stimmen, alle für {choice}',
    median: 'Beendet. {count} von {of} Stimmen, Median {median}',
    span: 'Beendet. {count} von {of} Stimmen, Median {median}, von {lowest} bis {highest}',
    most: 'Beendet. {count} von {of} Stimmen, die meisten für {cards}',
  },
  first: 'Zuerst sprechen {low} ({lowCard}) und {high} ({highCard})',
};

export const roundWords: Translation<typeof english.roundWords> = {
  attempt: '{number}. Anlauf',
  timer: 'Restzeit',
  timeLeft: 'Noch {time}',
  timeUp: 'Die Zeit ist um',
};

export const resultWords: Translation<typeof english.resultWords> = {
  heading: 'Ergebnis',
  recorded: 'Vereinbarter Wert: {value}',
  average: 'Durchschnitt',
  median: 'Median',
  middle: { one: 'Mittlere Karte', other: 'Mittlere Karten' },
  votes: 'Stimmen',
  abstentions: 'Enthaltungen',
  mode: 'Am häufigsten',
  range: 'Spanne',
  span: '{lowest}–{highest}',
  steps: { one: '{count} Schritt', other: '{count} Schritte' },
  nearest: 'Nah am Durchschnitt',
  agreement: 'Einigkeit',
  line: { one: '{choice}: {count} Stimme', other: '{choice}: {count} Stimmen' },
};

export const movesWords: Translation<typeof english.movesWords> = {
  heading: 'Seit dem letzten Anlauf',
  moved: '{name} von {from} auf {to}',
  nobodyMoved: 'Alle sind bei ihrer Karte geblieben',
  shrank: {
    one: 'Die Spanne ist von {from} auf {count} Schritt geschrumpft',
    other: 'Die Spanne ist von {from} auf {count} Schritte geschrumpft',
  },
  grew: {
    one: 'Die Spanne ist von {from} auf {count} Schritt gewachsen',
    other: 'Die Spanne ist von {from} auf {count} Schritte gewachsen',
  },
  stayed: {
    one: 'Die Spanne ist bei {count} Schritt geblieben',
    other: 'Die Spanne ist bei {count} Schritten geblieben',
  },
};

export const questionWords: Translation<typeof english.questionWords> = {
  ask: 'Ich habe eine Frage',
  settled: 'Meine Frage ist geklärt',
  asks: { one: '{names} hat eine Frage', other: '{names} haben eine Frage' },
  rests: 'Der Timer pausiert',
  answered: 'Geklärt',
  over: 'Keine Fragen mehr',
};

export const ladderWords: Translation<typeof english.ladderWords> = {
  agreed: '{value} wurde vereinbart für: {topics}',
  none: '{value} wurde noch nie vereinbart',
};

export const switchWords: Translation<typeof english.switchWords> = {
  sound: 'Töne auf diesem Gerät',
  keys: 'Tastenkürzel auf diesem Gerät',
  awake: 'Bildschirm bleibt an, solange die Abstimmung läuft',
  buzz: 'Vibrieren, wenn die Abstimmung beginnt und wenn die Zeit abläuft',
};

export const seatProblems: Translation<typeof english.seatProblems> = {
  'session-closed': 'Die Abstimmung wurde kurz vor dir beendet.',
  'not-a-valid-choice': 'Diese Karte ist nicht im Deck. Lade die Seite neu.',
  'control-not-free': 'Du kannst gerade nicht Host werden. Warte einen Moment.',
  'too-many-questions': 'Es gibt schon viele Fragen. Warte einen Moment.',
};
