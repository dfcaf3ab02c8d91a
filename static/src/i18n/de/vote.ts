import type * as english from '../en/vote';
import type { Translation } from '../message';

export const voteWords: Translation<typeof english.voteWords> = {
  join: {
    heading: 'Mach mit',
    name: 'Dein Name',
    join: 'Mitmachen',
    joining: 'Einen Moment …',
    notices: {
      kicked: {
        what: 'Du wurdest aus dieser Session entfernt.',
        todo: 'Du kannst wieder mitmachen.',
      },
      left: { what: 'Du hast die Session verlassen.', todo: 'Du kannst wieder mitmachen.' },
      seatGone: {
        what: 'Dein Platz ist weg: Er wurde frei gemacht oder übernommen.',
        todo: 'Mach wieder mit, um abzustimmen.',
      },
      linkUnfit: {
        what: 'Dieser Link zu einem Platz gilt nicht mehr.',
        todo: 'Bitte um einen neuen oder mach hier mit.',
      },
      opened: { what: 'Die Tür ist offen.', todo: 'Du kannst jetzt mitmachen.' },
    },
    locked: 'Die Tür ist abgeschlossen: Niemand kann dazukommen, bis der Host sie öffnet.',
    watch: 'Nur zusehen',
    deck: 'Die Karten: {cards}',
    here: 'Schon da: {names}',
  },
  pageTitle: {
    joining: 'Mitmachen',
    open: 'Jetzt abstimmen',
    voted: 'Abgestimmt',
    closed: 'Warten',
    watching: 'Zusehen',
    result: 'Ergebnis',
    over: 'Session vorbei',
  },
};
