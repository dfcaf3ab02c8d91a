import type * as english from '../en/host';
import type { Translation } from '../message';

export const deckNames: Translation<typeof english.deckNames> = {
  fibonacci: 'Fibonacci',
  shirt: 'Rozmiary koszulek',
  hand: 'Gesty',
  health: 'Health check',
  fibonacci89: 'Fibonacci do 89',
  modified: 'Zmieniony Fibonacci',
  powers: 'Potęgi dwójki',
  fist: 'Fist of five',
};

export const faultWords: Translation<typeof english.faultWords> = {
  none: 'Wpisz co najmniej jedną kartę.',
  twice: 'Karta „{card}” się powtarza. Zostaw tylko jedną.',
  'too-long': '„{card}” nie zmieści się na karcie. Limit to 64 znaki.',
  'no-deck': 'Link nie wskazuje talii.',
  'unknown-deck': 'Nie ma talii „{text}”, a karty trzeba by oddzielić przecinkami.',
  seconds:
    'Minutnika nie da się ustawić na „{text}”. Podaj sekundy: od 0 (bez minutnika) do {most}.',
  results:
    'Nie ma takiego ustawienia wyników: „{text}”. Możliwe wartości: everybody, counts, controllers.',
};

const otherVersion = 'Strona i serwer są w różnych wersjach. Odśwież stronę.';

const gone = 'To już koniec. Odśwież stronę.';

export const hostProblems: Translation<typeof english.hostProblems> = {
  'no-choices': 'Talia potrzebuje co najmniej jednej karty.',
  'bad-choice': 'Jednej z kart w tej talii nie da się użyć. Wybierz inną talię.',
  'duplicate-choice': 'Dwie karty w tej talii są takie same. Wybierz inną talię.',
  'too-many-choices': 'Ta talia ma za dużo kart. Wybierz mniejszą.',
  'bad-title': 'Tego tytułu nie da się użyć. Skróć go albo usuń nietypowe znaki.',
  'too-many-sessions':
    'Z twojej sieci utworzono już wiele sesji. Wróć do jednej z nich albo poczekaj, aż któraś się skończy.',
  'bad-setting': 'Tego ustawienia nie da się użyć. Wybierz inną wartość.',
  'bad-topic': 'Tego tematu nie da się użyć. Może mieć do 200 widocznych znaków.',
  'too-many-topics': 'Za dużo tematów. Lista mieści ich 500.',
  'too-large': 'Ta lista jest za długa dla serwera. Usuń coś albo skróć.',
  'bad-agreed': 'Tego nie da się zapisać. Limit to 64 widoczne znaki.',
  'not-a-round': 'Tej rundy nie ma już w historii.',
  'nothing-to-undo': 'Już za późno, żeby to cofnąć.',
  'session-open': 'Głosowanie trwa. Najpierw je zakończ.',
  'round-changed': 'Ktoś inny chwilę wcześniej rozpoczął głosowanie.',
  'topics-changed': 'Ktoś inny chwilę wcześniej zmienił listę. Przejrzyj ją, a potem zapisz swoją.',
  'unknown-session': gone,
  'key-required': gone,
  'key-wrong': gone,
  'not-your-seat': gone,
  'not-a-valid-participant': gone,
  'not-a-participant': 'Tej osoby już tu nie ma.',
  'bad-json': otherVersion,
  'bad-format': otherVersion,
  'not-found': otherVersion,
  'method-not-allowed': otherVersion,
};
