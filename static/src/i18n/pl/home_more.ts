import type * as english from '../en/home_more';
import type { Translation } from '../message';

export const settingsWords: Translation<typeof english.settingsWords> = {
  timer: 'Minutnik na każdą rundę',
  noTimer: 'Brak',
  results: 'Kto widzi wynik',
  who: {
    everybody: { label: 'Wszyscy', hint: 'kto jak głosował' },
    counts: {
      label: 'Wszyscy, bez imion',
      hint: 'ile głosów dostała każda karta; imiona widzi tylko host',
    },
    controllers: { label: 'Tylko host', hint: 'reszta dowie się tylko, że to koniec głosowania' },
  },
};

export const ownCardsWords: Translation<typeof english.ownCardsWords> = {
  field: 'Wpisz lub wklej karty',
  help: 'Oddziel je przecinkami, średnikami, spacjami albo nowymi wierszami. Emoji mile widziane.',
  example: '½, 1, 2, 4, 8, za duże, ☕',
  cards: {
    one: '{count} karta',
    few: '{count} karty',
    many: '{count} kart',
    other: '{count} karty',
  },
  create: 'Zacznij z tymi kartami',
  remembered: 'Zapamiętane na tym urządzeniu',
  forget: 'Usuń',
  forgetDeck: 'Usuń: {cards}',
  forgotten: 'Usunięto: {cards}',
  bringBack: 'Przywróć',
};

export const recipeLinkWords: Translation<typeof english.recipeLinkWords> = {
  text: 'Kto go otworzy, zostanie hostem nowej sesji z tą talią i ustawieniami powyżej. Daj go więc tylko hostowi, a pozostali niech dostaną link do sesji.',
  deck: 'Talia w linku',
  typed: 'Karty powyżej: {cards}',
  own: 'Twoje karty: {cards}',
  label: 'Link, który rozpoczyna sesję',
  copy: 'Kopiuj ten link',
  tooLong: 'Link byłby za długi. Skróć tytuł albo zmniejsz liczbę kart.',
};

export const recipeWords: Translation<typeof english.recipeWords> = {
  heading: 'Coś w tym linku się nie zgadza',
  pick: 'Pozostałe ustawienia z linku są już wczytane. Wybierz talię, żeby przejść dalej.',
  mend: 'Pozostałe ustawienia z linku są już wczytane. Popraw karty w sekcji „Własne karty” albo wybierz talię.',
  goOn: 'Pozostałe ustawienia z linku są już wczytane.',
  failed: 'Nie udało się utworzyć sesji z tego linku',
  create: 'Rozpocznij sesję',
};

export const waysWords: Translation<typeof english.waysWords> = {
  field: 'Link lub kod sesji',
  go: 'Dalej',
  faults: {
    empty: 'Wklej link do sesji albo wpisz jej kod.',
    unclear: 'To nie jest ani link do sesji, ani jej kod.',
    unknown: 'Nie ma takiej sesji. Mogła się skończyć albo w kodzie jest błąd.',
    foreign: 'Ten link prowadzi gdzie indziej: {host}.',
  },
  recent: 'Ostatnie sesje',
  host: 'host',
  voter: 'jako {name}',
  forget: 'Usuń z listy: {title}',
  forgotten: 'Usunięto z listy: {title}',
  bringBack: 'Przywróć',
};
