import type * as english from '../en/control';
import type { Translation } from '../message';

export const controlWords: Translation<typeof english.controlWords> = {
  action: { start: 'Abstimmung starten', stop: 'Karten aufdecken', next: 'Neue Abstimmung' },
  nextTopic: 'Weiter: {topic}',
  ready: 'Bereit, wenn du es bist',
  readyText: 'Starte, sobald alle da sind.',
  nobody: 'Noch ist niemand da',
  readyEmpty: 'Teile den Link, dann füllt sich der Tisch.',
  readyLocked: 'Die Tür ist abgeschlossen. Öffne sie und teile den Link.',
  openEmpty: 'Die Abstimmung läuft. Noch ist niemand dabei.',
  participants: 'Teilnehmende',
  awaySince: 'abwesend seit {time} Uhr',
  goneSince: 'weg seit {time} Uhr',
  kick: '{name} entfernen',
  kickShort: 'Entfernen',
  close: 'Schließen',
  session: 'Diese Session',
  handOver: 'An einen anderen Host übergeben',
  pageTitle: {
    start: 'Bereit',
    stop: '{count} von {of} Stimmen',
    next: 'Ergebnis',
    locked: 'Host-Link nötig',
    cookieless: 'Cookies nötig',
    over: 'Session vorbei',
  },
};

export const deskWords: Translation<typeof english.deskWords> = {
  topic: 'Thema, wenn du magst',
  topicExample: 'Login mit Passkey oder ein Link',
  timer: 'Timer',
  timerOf: 'Timer für die nächsten Runden',
  noTimer: 'Keiner',
  addTime: '+ {time}',
  stopTimer: 'Timer stoppen',
  lastCall: 'Letzter Aufruf',
  again: 'Noch einmal',
  clear: 'Abräumen',
  undo: {
    reset: 'Der Tisch wurde abgeräumt.',
    kick: '{name} wurde entfernt.',
    button: 'Rückgängig',
    done: 'Rückgängig gemacht',
  },
};

export const inviteWords: Translation<typeof english.inviteWords> = {
  invite: 'Einladen',
  inviteKey: 'Einladen (I)',
  heading: 'Nimm Platz',
  text: 'Scanne den Code oder öffne den Link und sag, wie du heißt.',
  code: 'Ein Code für die Kamera, der zur Abstimmung führt',
  link: 'Link zur Abstimmung',
  copy: 'Link kopieren',
  share: 'Teilen',
  close: 'Schließen',
  locked: 'Die Tür ist abgeschlossen: Mit diesem Link kann niemand mehr dazukommen.',
};

export const agreeWords: Translation<typeof english.agreeWords> = {
  heading: 'Vereinbart',
  else: 'andere …',
  field: 'Etwas anderes',
  record: 'Festhalten',
  recorded: 'Festgehalten',
};
