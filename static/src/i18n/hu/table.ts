import type * as english from '../en/table';
import type { Translation } from '../message';

export const tableWords: Translation<typeof english.tableWords> = {
  table: 'Az asztal',
  you: 'Te',
  standing: { voted: 'szavazott', waiting: 'rá várunk', away: 'nincs itt' },
  unasked: { none: 'itt van', revealed: 'nem szavazott' },
  chose: 'szavazata: {choice}',
  others: 'és még {count}',
  progress: '{of} főből {count} szavazott',
  waitingFor: 'hiányzik: {names}',
  summary: {
    nothing: 'Lezárva. {of} főből {count} szavazott',
    agreed: 'Lezárva. {of} főből {count} szavazott, mindenki erre: {choice}',
    median: 'Lezárva. {of} főből {count} szavazott, medián: {median}',
    span: 'Lezárva. {of} főből {count} szavazott, medián: {median}, szélsők: {lowest} és {highest}',
    most: 'Lezárva. {of} főből {count} szavazott, a legtöbben erre: {cards}',
  },
  first: 'Ők kezdjék: {low} ({lowCard}) és {high} ({highCard})',
};

export const roundWords: Translation<typeof english.roundWords> = {
  attempt: '{number}. nekifutás',
  timer: 'Hátralévő idő',
  timeLeft: 'Még {time} van hátra',
  timeUp: 'Lejárt az idő',
};

export const resultWords: Translation<typeof english.resultWords> = {
  heading: 'Eredmény',
  recorded: 'Végső érték: {value}',
  average: 'Átlag',
  median: 'Medián',
  middle: { one: 'Középső kártya', other: 'Középső kártyák' },
  votes: 'Szavazatok',
  abstentions: 'Tartózkodás',
  mode: 'Leggyakoribb',
  range: 'Szóródás',
  span: '{lowest} – {highest}',
  steps: '{count} lépés',
  nearest: 'Átlaghoz legközelebb',
  agreement: 'Egyetértés',
  line: '{choice}: {count} szavazat',
};

export const movesWords: Translation<typeof english.movesWords> = {
  heading: 'Az előző nekifutás óta',
  moved: '{name}: {from} helyett {to}',
  nobodyMoved: 'Senki sem változtatott a szavazatán',
  shrank: 'A szóródás {from} lépésről {count} lépésre csökkent',
  grew: 'A szóródás {from} lépésről {count} lépésre nőtt',
  stayed: 'A szóródás továbbra is {count} lépés',
};

export const questionWords: Translation<typeof english.questionWords> = {
  ask: 'Van egy kérdésem',
  settled: 'Már nincs kérdésem',
  asks: '{names} kérdezni szeretne',
  rests: 'Addig áll az időzítő',
  answered: 'Megválaszolva',
  over: 'Nincs több kérdés',
};

export const ladderWords: Translation<typeof english.ladderWords> = {
  agreed: 'Ami {value} lett: {topics}',
  none: 'Még semmi sem lett {value}',
};

export const switchWords: Translation<typeof english.switchWords> = {
  sound: 'Hangok ezen az eszközön',
  keys: 'Gyorsbillentyűk ezen az eszközön',
  awake: 'Szavazás közben nem alszik el a képernyő',
  buzz: 'Rezgés, amikor indul a szavazás és amikor lejár az idő',
};

export const seatProblems: Translation<typeof english.seatProblems> = {
  'session-closed': 'Ezt lekésted: épp most zárult le a szavazás.',
  'not-a-valid-choice': 'Ez a kártya nincs a pakliban. Frissítsd az oldalt.',
  'control-not-free': 'Most nem lehetsz házigazda. Várj egy kicsit.',
  'too-many-questions': 'Már sokan szeretnének kérdezni. Várj egy kicsit.',
};
