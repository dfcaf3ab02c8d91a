import type * as english from '../en/control_more';
import type { Translation } from '../message';

export const sessionWords: Translation<typeof english.sessionWords> = {
  title: 'Titel',
  changeTitle: 'Titel ändern',
  titleChanged: 'Der Titel wurde geändert',
  lock: 'Tür abschließen',
  locked: 'Niemand kann mehr dazukommen. Wer einen Platz hat, behält ihn.',
  open: 'Wer den Link hat, kann mitmachen.',
};

export const handOverWords: Translation<typeof english.handOverWords> = {
  text: 'Wer einen Host-Link hat, kann starten, aufdecken, abräumen und andere entfernen. Erstelle einen für den nächsten Host und schicke ihn sonst niemandem.',
  make: 'Host-Link erstellen',
  makeAnother: 'Noch einen erstellen',
  copy: 'Host-Link kopieren',
  link: 'Host-Link',
  made: 'Ein Host-Link liegt zum Kopieren bereit',
  noOthers: 'Kein anderer Host-Link ist gültig.',
  others: {
    one: 'Ein anderer Host-Link ist gültig.',
    other: '{count} andere Host-Links sind gültig.',
  },
  takeBack: { first: 'Alle anderen zurückziehen', sure: 'Sicher? Alle zurückziehen' },
  tookBack: 'Alle anderen Host-Links wurden zurückgezogen',
};

export const lockedWords: Translation<typeof english.lockedWords> = {
  heading: {
    keyless: 'Für diese Seite brauchst du einen Host-Link',
    wrong: 'Dieser Host-Link passt nicht',
    takenBack: 'Dein Host-Link wurde zurückgezogen',
    cookieless: 'Diese Seite braucht Cookies',
  },
  why: {
    keyless: 'Nur wer einen hat, kann in dieser Session Host sein.',
    wrong:
      'Vielleicht ist er unvollständig, gehört zu einer anderen Session oder wurde zurückgezogen.',
    takenBack: 'Du kannst in dieser Session nicht mehr Host sein.',
    cookieless:
      'Dein Schlüssel passt, aber dein Browser behält das Cookie nicht, in dem er steckt.',
  },
  ask: 'Bitte den Host um einen neuen Link. Auf der Host-Seite gibt es ihn unter „An einen anderen Host übergeben“.',
  allow:
    'Erlaube Cookies für diese Website und lade die Seite neu: In ihrer Adresse steht dein Schlüssel.',
  vote: 'Stattdessen zur Abstimmung',
};

export const ownSeatWords: Translation<typeof english.ownSeatWords> = {
  heading: 'Selbst abstimmen',
  name: 'Dein eigener Name',
  join: 'Platz nehmen',
  why: {
    kicked: 'Du wurdest von deinem Platz entfernt. Du kannst ihn wieder nehmen.',
    left: 'Du hast deinen Platz aufgegeben. Du kannst ihn wieder nehmen.',
    seatGone:
      'Dein Platz ist weg: Er wurde frei gemacht oder übernommen. Nimm wieder Platz, um abzustimmen.',
    opened: 'Die Tür ist offen. Du kannst Platz nehmen.',
  },
  locked: 'Die Tür ist abgeschlossen. Öffne sie, um Platz zu nehmen.',
  you: 'Dein Platz: {name}.',
  cards: 'Deine eigene Karte',
  faceDown: 'Deine Karte liegt verdeckt',
  peek: 'Zum Ansehen halten',
  phone: 'Mit dem Handy abstimmen',
  phoneText:
    'Scanne den Code mit deinem Handy: Dann ist dein Platz dort, und hier sieht niemand, was du antippst.',
  change: 'Ändern',
  keep: 'So lassen',
  voted: 'Deine Stimme: {choice}',
  closed: 'Deine Karten ruhen, bis die Abstimmung beginnt.',
  leave: 'Platz aufgeben',
};

export const topicsWords: Translation<typeof english.topicsWords> = {
  heading: 'Nächste Themen',
  field: 'Themen eintippen oder einfügen',
  help: 'Eins pro Zeile oder eine Tabelle aus deinem Tracker. Auch eine Datei kannst du hier ablegen.',
  file: 'Datei öffnen',
  placeholder: 'Login mit Passkey\nPAJ-42 Suche https://tracker.example/42',
  add: 'Auf die Liste setzen',
  none: 'Nichts geplant.',
  take: 'Als Nächstes',
  takeTopic: 'Als Nächstes: {topic}',
  up: 'Nach oben: {topic}',
  down: 'Nach unten: {topic}',
  remove: 'Entfernen: {topic}',
  added: { one: '{count} Thema hinzugefügt', other: '{count} Themen hinzugefügt' },
  moved: '{topic} ist jetzt Nummer {place} von {of}',
  removed: '{topic} wurde entfernt',
  tooMany:
    'Auf die Liste passen {most} Themen. Nimm einige heraus und füge dann hinzu, was hier noch steht.',
  oneFile: 'Bitte nur eine Datei auf einmal.',
  fieldFirst: 'Füge zuerst hinzu, was im Feld steht, oder leere es. Öffne dann die Datei.',
  fileTooLarge: '{file} ist größer als 2 MB. Exportiere weniger Spalten.',
  noText: '{file} ist kein lesbarer Text. Speichere die Datei zuerst als CSV UTF-8.',
  emptyFile: 'In {file} steht nichts.',
  noReader: 'Die Themen lassen sich gerade nicht einlesen. Versuch es noch mal.',

  preview: 'Das kommt dazu',
  fromColumn: {
    one: '{count} Thema aus der Spalte {column}',
    other: '{count} Themen aus der Spalte {column}',
  },
  fromColumnNumber: {
    one: '{count} Thema aus Spalte {number}',
    other: '{count} Themen aus Spalte {number}',
  },
  fromLines: {
    one: '{count} Thema, jede Zeile, wie sie ist',
    other: '{count} Themen, jede Zeile, wie sie ist',
  },
  fromText: { one: '{count} Thema', other: '{count} Themen' },
  column: 'Die Themen stehen in',
  columnNumber: 'Spalte {number}',
  example: '{name}: {example}',
  wholeLines: 'Ganze Zeilen',
  headed: 'Die erste Zeile ist eine Überschrift: {heading}',
  blank: {
    one: '{count} Zeile, in der diese Spalte leer ist',
    other: '{count} Zeilen, in denen diese Spalte leer ist',
  },
  unlinked: {
    one: '{count} ohne die Adresse der Zeile: Damit würde das Thema zu lang',
    other: '{count} ohne die Adresse der Zeile: Damit würden die Themen zu lang',
  },
  others: 'Passt nicht zu den Zeilen der Tabelle und bleibt im Feld:',
  faults: {
    tooLong: 'länger als 200 Zeichen, bleibt im Feld',
    unfit: 'enthält Zeichen, die sich nicht anzeigen lassen, bleibt im Feld',
  },
  full: 'Platz ist noch für {count}: Der Rest bleibt im Feld.',
};

export const deckWords: Translation<typeof english.deckWords> = {
  heading: 'Karten',
  text: 'Für die nächsten Runden. Ein Ergebnis, das auf dem Tisch liegt, wird abgeräumt; im Verlauf bleibt es.',
  closeFirst: 'Sobald die Abstimmung beendet ist, kannst du die Karten ändern.',
  known: 'Deck',
  option: '{name}: {cards}',
  pick: 'Deck wählen …',
  field: 'Karten',
  help: 'Getrennt durch Kommas, Semikolons, Leerzeichen oder Zeilenumbrüche.',
  change: 'Diese Karten nehmen',
  changed: 'Die Karten wurden geändert',
};

export const historyWords: Translation<typeof english.historyWords> = {
  heading: 'Verlauf',
  loading: 'Verlauf wird geladen …',
  retry: 'Noch mal versuchen',
  none: 'Noch keine Runde ist zu Ende.',
  round: 'Runde {number}',
  average: 'Durchschnitt {mean}',
  median: 'Median {median}',
  middle: { one: 'mittlere Karte {cards}', other: 'mittlere Karten {cards}' },
  agreed: 'vereinbart: {value}',
  takeAlong: 'Mitnehmen',
  whole: 'Der ganze Verlauf',
  agreedValues: 'Vereinbarte Werte, zurück nach',
  forms: {
    csv: 'Tabelle (CSV)',
    markdown: 'Markdown',
    json: 'JSON',
    jira: 'Jira',
    azure: 'Azure DevOps',
    linear: 'Linear',
    github: 'GitHub',
  },
  download: {
    csv: 'CSV herunterladen',
    markdown: 'Markdown herunterladen',
    json: 'JSON herunterladen',
    jira: 'Jira-CSV herunterladen',
    azure: 'Azure-DevOps-CSV herunterladen',
    linear: 'Linear-CSV herunterladen',
    github: 'GitHub-Befehle herunterladen',
  },
  copy: {
    csv: 'Tabelle kopieren',
    markdown: 'Markdown kopieren',
    json: 'JSON kopieren',
    jira: 'Jira-CSV kopieren',
    azure: 'Azure-DevOps-CSV kopieren',
    linear: 'Linear-CSV kopieren',
    github: 'GitHub-Befehle kopieren',
  },
  copied: {
    csv: 'Tabelle kopiert',
    markdown: 'Markdown kopiert',
    json: 'JSON kopiert',
    jira: 'Jira-CSV kopiert',
    azure: 'Azure-DevOps-CSV kopiert',
    linear: 'Linear-CSV kopiert',
    github: 'GitHub-Befehle kopiert',
  },
  byHand: 'Kopieren hat nicht geklappt. Der Text ist markiert: Kopiere ihn von Hand.',
  toCopy: 'Text zum Kopieren',
  notCopied: 'Kopieren hat nicht geklappt. Lade es stattdessen herunter.',
  imports: {
    jira: 'In Jira: System, Externer Systemimport, CSV. Ordne „Issue key“ und „Story Points“ zu.',
    azure:
      'In Azure Boards: Abfragen, Arbeitselemente importieren. Wird ein „Work Item Type“ verlangt, ergänze diese Spalte.',
    linear:
      'Für Tools, die Linear anhand der ID aktualisieren. Der Import von Linear selbst legt neue Issues an.',
    github: 'Für eine Shell mit gh. Die Labels, etwa „points: 5“, müssen schon da sein.',
  },
  withoutKey: {
    one: 'Ausgelassen: {count} Thema ohne Schlüssel für {tracker}.',
    other: 'Ausgelassen: {count} Themen ohne Schlüssel für {tracker}.',
  },
  unfit: {
    jira: {
      one: 'Ausgelassen: {count} vereinbarter Wert, der keine Zahl ist.',
      other: 'Ausgelassen: {count} vereinbarte Werte, die keine Zahlen sind.',
    },
    azure: {
      one: 'Ausgelassen: {count} vereinbarter Wert, der keine Zahl ist.',
      other: 'Ausgelassen: {count} vereinbarte Werte, die keine Zahlen sind.',
    },
    linear: {
      one: 'Ausgelassen: {count} vereinbarter Wert, der keine ganze Zahl ist.',
      other: 'Ausgelassen: {count} vereinbarte Werte, die keine ganzen Zahlen sind.',
    },
    github: {
      one: 'Ausgelassen: {count} vereinbarter Wert, der zu lang für ein Label ist.',
      other: 'Ausgelassen: {count} vereinbarte Werte, die zu lang für ein Label sind.',
    },
  },
  columns: {
    round: 'Runde',
    topic: 'Thema',
    attempt: 'Anlauf',
    started: 'Beginn',
    ended: 'Ende',
    agreed: 'Vereinbart',
    votes: 'Stimmen',
    abstentions: 'Enthaltungen',
    mean: 'Durchschnitt',
    median: 'Median',
    middle: 'Mittlere Karte',
    modes: 'Am häufigsten',
    lowest: 'Niedrigste Karte',
    highest: 'Höchste Karte',
    spread: 'Spanne',
    nearest: 'Nah am Durchschnitt',
    agreement: 'Einigkeit in %',
  },
};

export const keyWords: Translation<typeof english.keyWords> = {
  heading: 'Tastenkürzel',
  does: {
    B: 'Abstimmung starten',
    S: 'Karten aufdecken',
    N: 'Nächstes Thema oder neue Abstimmung',
    A: 'Noch einmal abstimmen',
    U: 'Rückgängig',
    I: 'Einladen',
    '?': 'Diese Tastenkürzel zeigen',
  },
  cards: 'Auf der Abstimmungsseite wählst du eine Karte mit ihrem ersten Zeichen.',
  close: 'Schließen',
};
