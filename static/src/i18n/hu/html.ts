import type * as english from '../en/html';
import type { Translation } from '../message';

export const htmlWords: Translation<typeof english.htmlWords> = {
  script: 'Engedélyezd a JavaScriptet ezen az oldalon.',
  home: {
    title: 'pajthy',
    description: 'Szavazzatok együtt a storykra, lefordított kártyákkal.',
  },
  vote: { title: 'pajthy', description: 'Csatlakozz a szobához, és szavazz.' },
  control: { title: 'Házigazda · pajthy', description: 'Vezesd a szavazást.' },
};
