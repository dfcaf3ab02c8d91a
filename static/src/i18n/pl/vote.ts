import type * as english from '../en/vote';
import type { Translation } from '../message';

export const voteWords: Translation<typeof english.voteWords> = {
  join: {
    heading: 'Dołącz do głosowania',
    name: 'Twoje imię',
    join: 'Dołącz',
    joining: 'Dołączanie…',
    notices: {
      kicked: { what: 'Usunięto cię z tej sesji.', todo: 'Możesz dołączyć ponownie.' },
      left: { what: 'Nie ma cię już w tej sesji.', todo: 'Możesz dołączyć ponownie.' },
      seatGone: {
        what: 'Twoje miejsce zostało zwolnione albo zajęte.',
        todo: 'Dołącz ponownie, żeby głosować.',
      },
      linkUnfit: {
        what: 'Ten link do miejsca już nie działa.',
        todo: 'Poproś o nowy albo dołącz tutaj.',
      },
      opened: { what: 'Wejście jest otwarte.', todo: 'Możesz już dołączyć.' },
    },
    locked: 'Wejście jest zamknięte. Nikt nowy nie dołączy, dopóki host go nie otworzy.',
    watch: 'Tylko obserwuj',
    deck: 'Karty: {cards}',
    here: 'Już są: {names}',
  },
  pageTitle: {
    joining: 'Dołącz',
    open: 'Głosuj',
    voted: 'Głos oddany',
    closed: 'Czekamy',
    watching: 'Obserwujesz',
    result: 'Wynik',
    over: 'Koniec sesji',
  },
};
