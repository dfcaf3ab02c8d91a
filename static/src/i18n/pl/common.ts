import type * as english from '../en/common';
import type { Translation } from '../message';

export const commonWords: Translation<typeof english.commonWords> = {
  app: 'pajthy',
  titled: '{what} · pajthy',
  sentences: '{first} {second}',
  unreachable: 'Brak połączenia z serwerem. Próbuję dalej…',
  more: 'jeszcze {count}',

  connection: {
    connecting: 'Łączę…',
    open: 'Na żywo',
    reconnecting: 'Łączę ponownie…',
    cookieless: 'Nie na żywo',
    ended: 'Brak połączenia',
  },

  over: {
    heading: 'Ta sesja już się skończyła',
    text: 'Została zakończona albo serwer uruchomił się ponownie. Nie zachowały się żadne dane.',
  },
  nowhere: {
    heading: 'Sprawdź link',
    text: 'Może być niepełny albo z literówką. Możliwe też, że sesja już się skończyła.',
  },
  newSession: 'Utwórz nową sesję',
  language: 'Język',

  copy: {
    copied: 'Skopiowano',
    byHand: 'Nie udało się skopiować. Link jest zaznaczony, więc skopiuj go ręcznie.',
  },

  said: {
    opened: 'Głosowanie trwa',
    openedFor: 'Głosowanie trwa. Jeszcze {time}',
    closed: 'Koniec głosowania',
    cleared: 'Stół wyczyszczony',
    restored: 'Karty wróciły na stół',
    restoredFor: 'Karty wróciły na stół. Jeszcze {time}',
    voted: 'Twój głos: {choice}',
    doorLocked: 'Wejście jest zamknięte',
    doorOpen: 'Wejście jest otwarte',
    renamed: 'Twoje imię to teraz {name}',
  },

  problems: {
    'bad-name': 'Tego imienia nie da się użyć. Może mieć do 64 widocznych znaków.',
    'no-name': 'Najpierw wpisz imię.',
    'foreign-origin':
      'Ten serwer nie przyjmuje zmian spod tego adresu. Administrator znajdzie przyczynę w logach.',
    'already-joined': 'To imię jest zajęte. Wybierz inne albo poczekaj, aż się zwolni.',
    'session-full': 'Wszystkie miejsca są zajęte.',
    'door-locked': 'Wejście jest zamknięte. Dołączysz, gdy tylko host je otworzy.',
    'too-many-requests': 'Za dużo naraz z twojej sieci. Poczekaj chwilę.',
    'too-many-cookies':
      'Przeglądarka wysyła za dużo ciasteczek. Usuń te z tej strony i spróbuj ponownie.',
    barred:
      'Coś po drodze do serwera odrzuciło to żądanie. Odśwież stronę albo zaloguj się ponownie.',
    busy: 'Serwer jest zajęty. Spróbuj za chwilę.',
    offline: 'Brak połączenia z serwerem. Sprawdź sieć i spróbuj ponownie.',
    unclear: 'Serwer odpowiedział niezrozumiale. Odśwież stronę.',
    failed: 'Nie udało się. Spróbuj ponownie.',
  },
};
