import type * as english from '../en/table';
import type { Translation } from '../message';

export const tableWords: Translation<typeof english.tableWords> = {
  table: 'Stół',
  you: 'Ty',
  standing: { voted: 'głos oddany', waiting: 'czekamy na głos', away: 'brak aktywności' },
  unasked: { none: 'na miejscu', revealed: 'bez głosu' },
  chose: 'głos: {choice}',
  others: 'i jeszcze {count}',
  progress: 'Głosy: {count} z {of}',
  waitingFor: 'czekamy na: {names}',
  summary: {
    nothing: 'Koniec głosowania. Głosy: {count} z {of}',
    agreed: 'Koniec głosowania. Głosy: {count} z {of}, wszyscy zgodnie: {choice}',
    median: 'Koniec głosowania. Głosy: {count} z {of}, mediana {median}',
    span: 'Koniec głosowania. Głosy: {count} z {of}, mediana {median}, od {lowest} do {highest}',
    most: 'Koniec głosowania. Głosy: {count} z {of}, najczęściej: {cards}',
  },
  first: 'Zaczynają: {low} ({lowCard}) i {high} ({highCard})',
};

export const roundWords: Translation<typeof english.roundWords> = {
  attempt: 'Podejście {number}',
  timer: 'Pozostały czas',
  timeLeft: 'Jeszcze {time}',
  timeUp: 'Czas minął',
};

export const resultWords: Translation<typeof english.resultWords> = {
  heading: 'Wynik',
  recorded: 'Uzgodniona wartość: {value}',
  average: 'Średnia',
  median: 'Mediana',
  middle: {
    one: 'Środkowa karta',
    few: 'Środkowe karty',
    many: 'Środkowe karty',
    other: 'Środkowe karty',
  },
  votes: 'Głosy',
  abstentions: 'Głosy wstrzymujące',
  mode: 'Najczęściej',
  range: 'Zakres',
  span: '{lowest}–{highest}',
  steps: {
    one: '{count} krok',
    few: '{count} kroki',
    many: '{count} kroków',
    other: '{count} kroku',
  },
  nearest: 'Najbliżej średniej',
  agreement: 'Zgodność',
  line: {
    one: '{choice}: {count} głos',
    few: '{choice}: {count} głosy',
    many: '{choice}: {count} głosów',
    other: '{choice}: {count} głosu',
  },
};

export const movesWords: Translation<typeof english.movesWords> = {
  heading: 'Od poprzedniego podejścia',
  moved: '{name}: z {from} na {to}',
  nobodyMoved: 'Nikt nie zmienił głosu',
  shrank: {
    one: 'Rozrzut zmalał z {from} do {count} kroku',
    few: 'Rozrzut zmalał z {from} do {count} kroków',
    many: 'Rozrzut zmalał z {from} do {count} kroków',
    other: 'Rozrzut zmalał z {from} do {count} kroku',
  },
  grew: {
    one: 'Rozrzut wzrósł z {from} do {count} kroku',
    few: 'Rozrzut wzrósł z {from} do {count} kroków',
    many: 'Rozrzut wzrósł z {from} do {count} kroków',
    other: 'Rozrzut wzrósł z {from} do {count} kroku',
  },
  stayed: {
    one: 'Rozrzut bez zmian: {count} krok',
    few: 'Rozrzut bez zmian: {count} kroki',
    many: 'Rozrzut bez zmian: {count} kroków',
    other: 'Rozrzut bez zmian: {count} kroku',
  },
};

export const questionWords: Translation<typeof english.questionWords> = {
  ask: 'Mam pytanie',
  settled: 'Nie mam już pytania',
  asks: {
    one: 'Pytanie ma {names}',
    few: 'Pytania mają {names}',
    many: 'Pytania mają {names}',
    other: 'Pytania mają {names}',
  },
  rests: 'Minutnik stoi',
  answered: 'Wyjaśnione',
  over: 'Nie ma więcej pytań',
};

export const ladderWords: Translation<typeof english.ladderWords> = {
  agreed: 'Uzgodnione na {value}: {topics}',
  none: 'Nic jeszcze nie uzgodniono na {value}',
};

export const switchWords: Translation<typeof english.switchWords> = {
  sound: 'Dźwięki na tym urządzeniu',
  keys: 'Skróty jednym klawiszem na tym urządzeniu',
  awake: 'Ekran nie gaśnie, gdy trwa głosowanie',
  buzz: 'Wibracje na początek głosowania i na koniec czasu',
};

export const seatProblems: Translation<typeof english.seatProblems> = {
  'session-closed': 'Głosowanie skończyło się chwilę wcześniej.',
  'not-a-valid-choice': 'Tej karty nie ma w talii. Odśwież stronę.',
  'control-not-free': 'W tej chwili nie możesz zostać hostem. Poczekaj chwilę.',
  'too-many-questions': 'Wiele osób ma już pytanie. Poczekaj chwilę.',
};
