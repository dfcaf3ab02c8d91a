import type * as english from '../en/vote_more';
import type { Translation } from '../message';

export const votingWords: Translation<typeof english.votingWords> = {
  cards: 'Deine Stimme',
  open: 'Wähle eine Karte',
  sending: '{choice} wird gesendet …',
  voted: 'Deine Stimme: {choice}',
  lost: '{choice} kam vielleicht nicht an. Tippe noch mal darauf.',
  closed: 'Warten auf die nächste Runde',
  hidden: 'Nur der Host sieht das Ergebnis',
  you: 'Du bist {name}',
  device: 'Gerät',
  watch: 'Zusehen',
  more: 'Mehr',
  watching: 'Du siehst zu',
  joinVote: 'Mitmachen',
  changeName: 'Du bist {name}. Namen ändern',
  cookieless:
    'Dein Browser behält keine Cookies, deshalb kommt hier alles verspätet an. Erlaube sie für diese Website.',
};

export const seatWords: Translation<typeof english.seatWords> = {
  name: 'Anderer Name',
  rename: 'Namen ändern',
  leave: 'Verlassen',
  somebodyElse: 'Als jemand anderes mitmachen',
  notYou: 'Du bist nicht {name}? Als jemand anderes mitmachen',
  noDevice: 'Der Code ließ sich nicht laden. Dieser Link führt auch hin:',
};

export const deviceWords: Translation<typeof english.deviceWords> = {
  text: 'Scanne den Code mit dem anderen Gerät oder öffne dort den Link. Wer ihn hat, hat deinen Platz.',
  code: 'Ein Code für die Kamera, der zu deinem Platz führt',
  link: 'Link zu deinem Platz',
  copy: 'Link kopieren',
};

export const leadsWords: Translation<typeof english.leadsWords> = {
  unled: 'Diese Session hat keinen Host.',
  ask: 'Host werden',
  asked: '{name} möchte Host werden, noch {time}',
  object: 'Ablehnen',
  withdraw: 'Doch nicht',
  passed: '{name} ist jetzt Host.',
  mine: 'Du bist jetzt Host.',
  open: 'Host-Seite öffnen',
};
