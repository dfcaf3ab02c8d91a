import type * as english from '../en/vote';
import type { Translation } from '../message';

export const voteWords: Translation<typeof english.voteWords> = {
  join: {
    heading: 'Csatlakozz a szavazáshoz',
    name: 'A neved',
    join: 'Csatlakozás',
    joining: 'Csatlakozás…',
    notices: {
      kicked: { what: 'Eltávolítottak ebből a szobából.', todo: 'Újra csatlakozhatsz.' },
      left: { what: 'Kiléptél.', todo: 'Újra csatlakozhatsz.' },
      seatGone: {
        what: 'A helyed már nincs meg: felszabadították, vagy más ült oda.',
        todo: 'Csatlakozz újra, ha szavaznál.',
      },
      linkUnfit: {
        what: 'Ehhez a linkhez már nem tartozik hely.',
        todo: 'Kérj újat, vagy csatlakozz itt.',
      },
      opened: { what: 'Az ajtó nyitva van.', todo: 'Most már csatlakozhatsz.' },
    },
    locked: 'Az ajtó zárva van: új résztvevő csak akkor jöhet, ha a házigazda kinyitja.',
    watch: 'Csak nézem',
    deck: 'A kártyák: {cards}',
    here: 'Már itt van: {names}',
  },
  pageTitle: {
    joining: 'Csatlakozás',
    open: 'Szavazz most',
    voted: 'Szavaztál',
    closed: 'Várakozás',
    watching: 'Nézőként',
    result: 'Eredmény',
    over: 'A szoba megszűnt',
  },
};
