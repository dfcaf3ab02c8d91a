import type * as english from '../en/vote_more';
import type { Translation } from '../message';

export const votingWords: Translation<typeof english.votingWords> = {
  cards: 'Twój głos',
  open: 'Wybierz kartę',
  sending: 'Wysyłanie: {choice}…',
  voted: 'Twój głos: {choice}',
  lost: 'Karta {choice} mogła nie dotrzeć. Dotknij jej jeszcze raz.',
  closed: 'Czekamy na głosowanie',
  hidden: 'Wynik widzi tylko host',
  you: 'Ty: {name}',
  device: 'Urządzenie',
  watch: 'Obserwuj',
  more: 'Więcej',
  watching: 'Obserwujesz',
  joinVote: 'Dołącz do głosowania',
  changeName: 'Jesteś tu jako {name}. Zmień imię',
  cookieless:
    'Przeglądarka nie zapisuje ciasteczek, więc zmiany pojawiają się tu z opóźnieniem. Zezwól na nie dla tej strony.',
};

export const seatWords: Translation<typeof english.seatWords> = {
  name: 'Nowe imię',
  rename: 'Zmień imię',
  leave: 'Wyjdź',
  somebodyElse: 'Dołącz jako ktoś inny',
  notYou: '{name} to nie ty? Dołącz jako ktoś inny',
  noDevice: 'Nie udało się pobrać kodu. Ten link działa tak samo:',
};

export const deviceWords: Translation<typeof english.deviceWords> = {
  text: 'Zeskanuj kod drugim urządzeniem albo otwórz tam link. Kto go ma, ten ma twoje miejsce.',
  code: 'Kod QR z twoim miejscem',
  link: 'Link do twojego miejsca',
  copy: 'Kopiuj link',
};

export const leadsWords: Translation<typeof english.leadsWords> = {
  unled: 'Ta sesja nie ma hosta.',
  ask: 'Zostań hostem',
  asked: '{name} chce prowadzić i zostanie hostem za {time}',
  object: 'Sprzeciw',
  withdraw: 'Wycofaj',
  passed: 'Nowy host: {name}.',
  mine: 'Teraz ty jesteś hostem.',
  open: 'Otwórz stronę hosta',
};
