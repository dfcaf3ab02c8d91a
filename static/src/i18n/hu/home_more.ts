import type * as english from '../en/home_more';
import type { Translation } from '../message';

const bringBack = 'Visszaállítás';

export const settingsWords: Translation<typeof english.settingsWords> = {
  timer: 'Időzítő minden körre',
  noTimer: 'Nincs',
  results: 'Ki látja az eredményt?',
  who: {
    everybody: { label: 'Mindenki', hint: 'azt is, hogy ki mire szavazott' },
    counts: {
      label: 'Mindenki, nevek nélkül',
      hint: 'melyik kártyát hányan választották; a neveket csak a házigazda látja',
    },
    controllers: {
      label: 'Csak a házigazda',
      hint: 'a többiek annyit tudnak meg, hogy lezárult a szavazás',
    },
  },
};

export const ownCardsWords: Translation<typeof english.ownCardsWords> = {
  field: 'Írd vagy illeszd be a kártyákat',
  help: 'Vesszővel, pontosvesszővel, szóközzel vagy új sorral elválasztva. Emoji is jöhet.',
  example: '½, 1, 2, 4, 8, túl nagy, ☕',
  cards: '{count} kártya',
  create: 'Kezdjük ezekkel a kártyákkal',
  remembered: 'Mentve ezen az eszközön',
  forget: 'Törlés',
  forgetDeck: 'Törlés: {cards}',
  forgotten: 'Törölve: {cards}',
  bringBack,
};

export const recipeLinkWords: Translation<typeof english.recipeLinkWords> = {
  text: 'Aki rákattint, új szobát nyit ezzel a paklival és a fenti beállításokkal, és ő lesz a házigazda. Ezért csak a házigazdának add oda; mindenki más a szoba linkjét kapja.',
  deck: 'Pakli a linkhez',
  typed: 'A fenti kártyák: {cards}',
  own: 'A te kártyáid: {cards}',
  label: 'Szobát nyitó link',
  copy: 'Link másolása',
  tooLong:
    'Ez túl hosszú lenne egy linkhez. Rövidítsd a szoba nevét, vagy hagyj ki néhány kártyát.',
};

export const recipeWords: Translation<typeof english.recipeWords> = {
  heading: 'Valami nem stimmel ezzel a linkkel',
  pick: 'A többit már beállítottuk belőle. A folytatáshoz válassz paklit.',
  mend: 'A többit már beállítottuk belőle. Javítsd a kártyáit a „Saját kártyák” alatt, vagy válassz paklit.',
  goOn: 'A többit már beállítottuk belőle.',
  failed: 'Ezzel a linkkel nem sikerült szobát nyitni',
  create: 'Szoba nyitása',
};

export const waysWords: Translation<typeof english.waysWords> = {
  field: 'Egy szoba linkje vagy kódja',
  go: 'Mehet',
  faults: {
    empty: 'Illeszd be egy szoba linkjét, vagy írd be a kódját.',
    unclear: 'Ez se nem szoba linkje, se nem kódja.',
    unknown: 'Nincs ilyen szoba. Lehet, hogy már megszűnt, vagy el van írva egy betű.',
    foreign: 'Ez a link máshová visz: {host}.',
  },
  recent: 'Legutóbbi szobáid',
  host: 'házigazda',
  voter: '{name} néven',
  forget: 'Szoba törlése a listáról: {title}',
  forgotten: 'Törölve a listáról: {title}',
  bringBack,
};
