import type * as english from '../en/vote_more';
import type { Translation } from '../message';

export const votingWords: Translation<typeof english.votingWords> = {
  cards: 'A szavazatod',
  open: 'Válassz egy kártyát',
  sending: '{choice} küldése…',
  voted: 'A szavazatod: {choice}',
  lost: 'Lehet, hogy nem ért célba: {choice}. Koppints rá újra.',
  closed: 'Várunk a következő körre',
  hidden: 'Az eredményt csak a házigazda látja',
  you: '{name} vagy',
  device: 'Eszköz',
  watch: 'Nézem',
  more: 'Több',
  watching: 'Nézőként vagy itt',
  joinVote: 'Szavazok én is',
  changeName: '{name} vagy. Név módosítása',
  cookieless:
    'A böngésződ nem tárol sütiket, ezért itt minden késve jelenik meg. Engedélyezd őket ezen az oldalon.',
};

export const seatWords: Translation<typeof english.seatWords> = {
  name: 'Másik név',
  rename: 'Név módosítása',
  leave: 'Kilépés',
  somebodyElse: 'Csatlakozás más néven',
  notYou: 'Nem te vagy {name}? Csatlakozz más néven',
  noDevice: 'A kódot nem sikerült betölteni. Ez a link ugyanoda visz:',
};

export const deviceWords: Translation<typeof english.deviceWords> = {
  text: 'Olvasd be a kódot a másik eszközzel, vagy nyisd meg ott a linket. Akinél ez megvan, az a te helyeden ül.',
  code: 'Kamerával beolvasható kód, benne a helyeddel',
  link: 'Link a helyedhez',
  copy: 'Link másolása',
};

export const leadsWords: Translation<typeof english.leadsWords> = {
  unled: 'Ennek a szobának nincs házigazdája.',
  ask: 'Leszek én a házigazda',
  asked: '{name} szeretne házigazda lenni, és {time} múlva az is lesz',
  object: 'Ellenzem',
  withdraw: 'Visszalépek',
  passed: 'Az új házigazda: {name}.',
  mine: 'Mostantól te vagy a házigazda.',
  open: 'Irány a házigazda oldala',
};
