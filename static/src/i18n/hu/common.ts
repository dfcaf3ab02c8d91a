import type * as english from '../en/common';
import type { Translation } from '../message';

export const commonWords: Translation<typeof english.commonWords> = {
  app: 'pajthy',
  titled: '{what} · pajthy',
  sentences: '{first} {second}',
  unreachable: 'A szerver nem érhető el. Próbálkozunk…',
  more: 'még {count}',

  connection: {
    connecting: 'Kapcsolódás…',
    open: 'Élő',
    reconnecting: 'Újrakapcsolódás…',
    cookieless: 'Késve frissül',
    ended: 'Nincs kapcsolat',
  },

  over: {
    heading: 'Ez a szoba megszűnt',
    text: 'Már lezárult, vagy újraindult a szerver. Semmi sem maradt meg belőle.',
  },
  nowhere: {
    heading: 'Ellenőrizd a linket',
    text: 'Lehet, hogy hiányos vagy el van írva, vagy a szoba már megszűnt.',
  },
  newSession: 'Új szoba nyitása',
  language: 'Nyelv',

  copy: {
    copied: 'Másolva',
    byHand: 'Nem sikerült másolni. A link ki van jelölve: másold kézzel.',
  },

  said: {
    opened: 'Elindult a szavazás',
    openedFor: 'Elindult a szavazás. Még {time} van hátra',
    closed: 'Lezárult a szavazás',
    cleared: 'Kiürült az asztal',
    restored: 'A kártyák visszakerültek az asztalra',
    restoredFor: 'A kártyák visszakerültek az asztalra. Még {time} van hátra',
    voted: 'A szavazatod: {choice}',
    doorLocked: 'Az ajtó zárva van',
    doorOpen: 'Az ajtó nyitva van',
    renamed: 'Az új neved: {name}',
  },

  problems: {
    'bad-name': 'Ez a név nem használható. Legfeljebb 64 látható karakter lehet.',
    'no-name': 'Előbb írd be a neved.',
    'foreign-origin':
      'A szerver erről a címről nem fogad el módosítást. Az okát az üzemeltető a naplóban találja.',
    'already-joined': 'Ez a név már foglalt. Válassz másikat, vagy várd meg, amíg felszabadul.',
    'session-full': 'Minden hely foglalt.',
    'door-locked': 'Az ajtó zárva van. Akkor csatlakozhatsz, ha a házigazda kinyitja.',
    'too-many-requests': 'Túl sok kérés jött egyszerre a hálózatodról. Várj egy kicsit.',
    'too-many-cookies':
      'A böngésződ túl sok sütit küld. Töröld az oldal sütijeit, aztán próbáld újra.',
    barred:
      'Valami még a szerver előtt elutasította ezt. Frissítsd az oldalt, vagy jelentkezz be újra.',
    busy: 'A szervernek most sok a dolga. Próbáld újra egy kicsit később.',
    offline: 'A szerver nem érhető el. Ellenőrizd a kapcsolatot, aztán próbáld újra.',
    unclear: 'Értelmetlen válasz érkezett. Frissítsd az oldalt.',
    failed: 'Ez nem sikerült. Próbáld újra.',
  },
};
