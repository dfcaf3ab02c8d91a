import type * as english from '../en/host';
import type { Translation } from '../message';

export const deckNames: Translation<typeof english.deckNames> = {
  fibonacci: 'Fibonacci',
  shirt: 'T-Shirt',
  hand: 'Hand',
  health: 'Health-Check',
  fibonacci89: 'Fibonacci bis 89',
  modified: 'Fibonacci, angepasst',
  powers: 'Zweierpotenzen',
  fist: 'Fist of Five',
};

export const faultWords: Translation<typeof english.faultWords> = {
  none: 'Schreib mindestens eine Karte.',
  twice: '„{card}“ kommt mehrmals vor. Lass nur eine davon stehen.',
  'too-long': '„{card}“ ist zu lang für eine Karte. Es passen bis zu 64 Zeichen.',
  'no-deck': 'Darin steht kein Deck.',
  'unknown-deck': 'Ein Deck namens „{text}“ gibt es nicht, und zwischen Karten gehören Kommas.',
  seconds: 'Ein Timer von „{text}“ geht nicht: Erlaubt sind Sekunden, von 0 für keinen bis {most}.',
  results:
    'Für „{text}“ lässt sich das Ergebnis nicht freigeben: Erlaubt sind everybody, counts oder controllers.',
};

const otherVersion = 'Seite und Server haben verschiedene Versionen. Lade die Seite neu.';

const gone = 'Das ist vorbei. Lade die Seite neu.';

export const hostProblems: Translation<typeof english.hostProblems> = {
  'no-choices': 'Ein Deck braucht mindestens eine Karte.',
  'bad-choice': 'Eine Karte in diesem Deck geht nicht. Wähle ein anderes Deck.',
  'duplicate-choice': 'Zwei Karten in diesem Deck sind gleich. Wähle ein anderes Deck.',
  'too-many-choices': 'Dieses Deck hat zu viele Karten. Wähle ein kleineres.',
  'bad-title': 'Dieser Titel geht nicht. Kürze ihn oder lass ungewöhnliche Zeichen weg.',
  'too-many-sessions':
    'Aus deinem Netz gibt es schon viele Sessions. Nutze eine davon weiter oder warte, bis einige vorbei sind.',
  'bad-setting': 'Diese Einstellung geht nicht. Wähle einen anderen Wert.',
  'bad-topic': 'Dieses Thema geht nicht. Erlaubt sind bis zu 200 sichtbare Zeichen.',
  'too-many-topics': 'Das sind zu viele Themen. Auf die Liste passen 500.',
  'too-large': 'Diese Liste ist zu lang für den Server. Nimm etwas heraus oder kürze sie.',
  'bad-agreed': 'Das lässt sich nicht festhalten. Erlaubt sind bis zu 64 sichtbare Zeichen.',
  'not-a-round': 'Diese Runde steht nicht mehr im Verlauf.',
  'nothing-to-undo': 'Das lässt sich nicht mehr rückgängig machen.',
  'session-open': 'Es läuft eine Abstimmung. Beende sie zuerst.',
  'round-changed': 'Jemand hat kurz vor dir eine Abstimmung gestartet.',
  'topics-changed':
    'Jemand hat die Liste kurz vor dir geändert. Sieh sie dir an und speichere dann deine.',
  'unknown-session': gone,
  'key-required': gone,
  'key-wrong': gone,
  'not-your-seat': gone,
  'not-a-valid-participant': gone,
  'not-a-participant': 'Diese Person ist schon weg.',
  'bad-json': otherVersion,
  'bad-format': otherVersion,
  'not-found': otherVersion,
  'method-not-allowed': otherVersion,
};
