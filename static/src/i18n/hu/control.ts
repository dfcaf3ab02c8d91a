import type * as english from '../en/control';
import type { Translation } from '../message';

export const controlWords: Translation<typeof english.controlWords> = {
  action: { start: 'Szavazás indítása', stop: 'Kártyák felfedése', next: 'Új szavazás' },
  nextTopic: 'Következő: {topic}',
  ready: 'Minden készen áll',
  readyText: 'Indítsd el, amint mindenki itt van.',
  nobody: 'Még nincs itt senki',
  readyEmpty: 'Oszd meg a linket: aki csatlakozik, itt jelenik meg.',
  readyLocked: 'Az ajtó zárva van. Nyisd ki, és oszd meg a linket.',
  openEmpty: 'Elindult a szavazás, de még senki sem csatlakozott.',
  participants: 'Résztvevők',
  awaySince: '{time} óta nincs itt',
  goneSince: '{time}-kor elment',
  kick: 'Eltávolítás: {name}',
  kickShort: 'Eltávolítás',
  close: 'Bezárás',
  session: 'Ez a szoba',
  handOver: 'Átadás másik házigazdának',
  pageTitle: {
    start: 'Indulásra kész',
    stop: '{count}/{of} szavazat',
    next: 'Eredmény',
    locked: 'Házigazdalink kell',
    cookieless: 'Sütik kellenek',
    over: 'A szoba megszűnt',
  },
};

export const deskWords: Translation<typeof english.deskWords> = {
  topic: 'Téma (nem kötelező)',
  topicExample: 'Belépés ujjlenyomattal, vagy egy link',
  timer: 'Időzítő',
  timerOf: 'Időzítő a következő körökre',
  noTimer: 'Nincs',
  addTime: '+ {time}',
  stopTimer: 'Időzítő nélkül',
  lastCall: 'Utolsó felhívás',
  again: 'Újraszavazás',
  clear: 'Asztal ürítése',
  undo: {
    reset: 'Kiürült az asztal.',
    kick: 'Eltávolítva: {name}.',
    button: 'Visszavonás',
    done: 'Visszavonva',
  },
};

export const inviteWords: Translation<typeof english.inviteWords> = {
  invite: 'Meghívás',
  inviteKey: 'Meghívás (I)',
  heading: 'Foglalj helyet',
  text: 'Olvasd be a kódot, vagy nyisd meg a linket, és írd be a neved.',
  code: 'Kamerával beolvasható kód: a szavazáshoz visz',
  link: 'Link a szavazáshoz',
  copy: 'Link másolása',
  share: 'Megosztás',
  close: 'Bezárás',
  locked: 'Az ajtó zárva van: ezzel a linkkel most nem jöhet új résztvevő.',
};

export const agreeWords: Translation<typeof english.agreeWords> = {
  heading: 'Végső érték',
  else: 'más…',
  field: 'Másik érték',
  record: 'Rögzítés',
  recorded: 'Rögzítve',
};
