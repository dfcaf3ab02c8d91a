import type * as english from '../en/host';
import type { Translation } from '../message';

export const deckNames: Translation<typeof english.deckNames> = {
  fibonacci: 'Fibonacci',
  shirt: 'Pólóméretek',
  hand: 'Kézjelek',
  health: 'Jelzőlámpa',
  fibonacci89: 'Fibonacci 89-ig',
  modified: 'Módosított Fibonacci',
  powers: 'Kettő hatványai',
  fist: 'Öt ujj',
};

export const faultWords: Translation<typeof english.faultWords> = {
  none: 'Írj be legalább egy kártyát.',
  twice: 'Többször is szerepel: „{card}”. Csak egyet hagyj meg belőle.',
  'too-long': 'Túl hosszú egy kártyára: „{card}”. Legfeljebb 64 karakter fér el.',
  'no-deck': 'Nincs benne pakli.',
  'unknown-deck': 'Nincs „{text}” nevű pakli, a kártyák közé pedig vessző kellene.',
  seconds:
    'Ilyen időzítő nem állítható be: „{text}”. Másodpercben add meg: 0 (nincs időzítő) és {most} között.',
  results:
    'Az eredmény neki nem mutatható meg: „{text}”. Ezek közül választhatsz: everybody, counts, controllers.',
};

const otherVersion = 'Az oldal és a szerver verziója eltér. Frissítsd az oldalt.';
const gone = 'Ennek már vége. Frissítsd az oldalt.';

export const hostProblems: Translation<typeof english.hostProblems> = {
  'no-choices': 'Egy pakliban legalább egy kártyának lennie kell.',
  'bad-choice': 'A pakli egyik kártyája nem használható. Válassz másik paklit.',
  'duplicate-choice': 'A pakliban van két egyforma kártya. Válassz másik paklit.',
  'too-many-choices': 'Ebben a pakliban túl sok a kártya. Válassz kisebbet.',
  'bad-title': 'Ez a név nem használható. Rövidítsd, vagy hagyd ki a szokatlan karaktereket.',
  'too-many-sessions':
    'A hálózatodról már sok szobát nyitottak. Használd valamelyiket, vagy várd meg, amíg megszűnik néhány.',
  'bad-setting': 'Ez a beállítás nem használható. Válassz másik értéket.',
  'bad-topic': 'Ez a téma nem használható. Legfeljebb 200 látható karakter lehet.',
  'too-many-topics': 'Ez túl sok téma. A listán legfeljebb 500 lehet.',
  'too-large': 'Ez a lista túl hosszú a szervernek. Hagyj ki belőle, vagy rövidítsd.',
  'bad-agreed': 'Ez nem rögzíthető. Legfeljebb 64 látható karakter lehet.',
  'not-a-round': 'Ez a kör már nincs az előzmények között.',
  'nothing-to-undo': 'Ezt már késő visszavonni.',
  'session-open': 'Épp tart egy szavazás. Előbb zárd le.',
  'round-changed': 'Valaki épp megelőzött: már elindított egy szavazást.',
  'topics-changed':
    'Valaki épp megelőzött, és módosította a listát. Nézd meg, aztán mentsd a tiédet.',
  'unknown-session': gone,
  'key-required': gone,
  'key-wrong': gone,
  'not-your-seat': gone,
  'not-a-valid-participant': gone,
  'not-a-participant': 'Már kilépett.',
  'bad-json': otherVersion,
  'bad-format': otherVersion,
  'not-found': otherVersion,
  'method-not-allowed': otherVersion,
};
