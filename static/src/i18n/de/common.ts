import type * as english from '../en/common';
import type { Translation } from '../message';

export const commonWords: Translation<typeof english.commonWords> = {
  app: 'pajthy',
  titled: '{what} · pajthy',
  sentences: '{first} {second}',
  unreachable: 'Der Server ist nicht erreichbar. Neuer Versuch läuft …',
  more: '{count} weitere',

  connection: {
    connecting: 'Verbinde …',
    open: 'Live',
    reconnecting: 'Verbinde neu …',
    cookieless: 'Nicht live',
    ended: 'Nicht verbunden',
  },

  over: {
    heading: 'Diese Session ist vorbei',
    text: 'Sie wurde beendet oder der Server neu gestartet. Nichts davon ist gespeichert.',
  },
  nowhere: {
    heading: 'Prüfe den Link',
    text: 'Vielleicht ist er unvollständig oder vertippt, vielleicht ist die Session vorbei.',
  },
  newSession: 'Neue Session erstellen',
  language: 'Sprache',

  copy: {
    copied: 'Kopiert',
    byHand: 'Kopieren hat nicht geklappt. Der Link ist markiert: Kopiere ihn von Hand.',
  },

  said: {
    opened: 'Die Abstimmung läuft',
    openedFor: 'Die Abstimmung läuft. Noch {time}',
    closed: 'Die Abstimmung ist beendet',
    cleared: 'Der Tisch wurde abgeräumt',
    restored: 'Die Karten liegen wieder auf dem Tisch',
    restoredFor: 'Die Karten liegen wieder auf dem Tisch. Noch {time}',
    voted: 'Deine Stimme: {choice}',
    doorLocked: 'Die Tür ist abgeschlossen',
    doorOpen: 'Die Tür ist offen',
    renamed: 'Du heißt jetzt {name}',
  },

  problems: {
    'bad-name': 'Dieser Name geht nicht. Erlaubt sind bis zu 64 sichtbare Zeichen.',
    'no-name': 'Gib zuerst einen Namen ein.',
    'foreign-origin':
      'Von dieser Adresse nimmt der Server keine Änderungen an. Warum, steht in seinem Log.',
    'already-joined':
      'Diesen Namen gibt es hier schon. Nimm einen anderen oder warte, bis er frei wird.',
    'session-full': 'Alle Plätze sind besetzt.',
    'door-locked': 'Die Tür ist abgeschlossen. Sobald der Host sie öffnet, kannst du mitmachen.',
    'too-many-requests': 'Aus deinem Netz kam zu viel auf einmal. Warte einen Moment.',
    'too-many-cookies':
      'Dein Browser schickt zu viele Cookies. Lösche die dieser Website und versuch es noch mal.',
    barred:
      'Etwas zwischen dir und dem Server hat das abgelehnt. Lade die Seite neu oder melde dich wieder an.',
    busy: 'Der Server hat viel zu tun. Versuch es gleich noch mal.',
    offline: 'Der Server ist nicht erreichbar. Prüfe dein Netz und versuch es noch mal.',
    unclear: 'Die Antwort war nicht zu verstehen. Lade die Seite neu.',
    failed: 'Das hat nicht geklappt. Versuch es noch mal.',
  },
};
