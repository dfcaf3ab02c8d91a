import type * as english from '../en/home_more';
import type { Translation } from '../message';

export const settingsWords: Translation<typeof english.settingsWords> = {
  timer: 'Timer für jede Runde',
  noTimer: 'Keiner',
  results: 'Wer das Ergebnis sieht',
  who: {
    everybody: { label: 'Alle', hint: 'wer wie abgestimmt hat' },
    counts: {
      label: 'Alle, ohne Namen',
      hint: 'wie oft jede Karte gewählt wurde; der Host sieht die Namen',
    },
    controllers: {
      label: 'Nur der Host',
      hint: 'die anderen erfahren, dass die Abstimmung beendet ist',
    },
  },
};

export const ownCardsWords: Translation<typeof english.ownCardsWords> = {
  field: 'Karten eintippen oder einfügen',
  help: 'Getrennt durch Kommas, Semikolons, Leerzeichen oder Zeilenumbrüche. Emojis sind willkommen.',
  example: '½, 1, 2, 4, 8, zu groß, ☕',
  cards: { one: '{count} Karte', other: '{count} Karten' },
  create: 'Mit diesen Karten starten',
  remembered: 'Auf diesem Gerät gemerkt',
  forget: 'Vergessen',
  forgetDeck: '{cards} vergessen',
  forgotten: 'Vergessen: {cards}',
  bringBack: 'Zurückholen',
};

export const recipeLinkWords: Translation<typeof english.recipeLinkWords> = {
  text: 'Wer ihn öffnet, ist Host einer neuen Session mit diesem Deck und allem, was oben eingestellt ist. Gib ihn also nur dem Host; alle anderen bekommen den Link der Session.',
  deck: 'Deck für den Link',
  typed: 'Die Karten von oben: {cards}',
  own: 'Deine Karten: {cards}',
  label: 'Link, der eine Session startet',
  copy: 'Diesen Link kopieren',
  tooLong: 'Das wird zu lang für einen Link. Kürze den Titel oder nimm weniger Karten.',
};

export const recipeWords: Translation<typeof english.recipeWords> = {
  heading: 'Mit diesem Link stimmt etwas nicht',
  pick: 'Alles andere daraus ist schon eingestellt. Wähle ein Deck, dann geht es weiter.',
  mend: 'Alles andere daraus ist schon eingestellt. Korrigiere die Karten unter „Eigene Karten“ oder wähle ein Deck.',
  goOn: 'Alles andere daraus ist schon eingestellt.',
  failed: 'Die Session zu diesem Link konnte nicht erstellt werden',
  create: 'Session starten',
};

export const waysWords: Translation<typeof english.waysWords> = {
  field: 'Link oder Code einer Session',
  go: 'Los',
  faults: {
    empty: 'Füge einen Link ein oder tippe den Code einer Session ein.',
    unclear: 'Das ist weder der Link noch der Code einer Session.',
    unknown:
      'Diese Session gibt es nicht. Vielleicht ist sie vorbei oder ein Buchstabe stimmt nicht.',
    foreign: 'Dieser Link führt woandershin: {host}.',
  },
  recent: 'Deine letzten Sessions',
  host: 'als Host',
  voter: 'als {name}',
  forget: 'Session {title} vergessen',
  forgotten: 'Vergessen: {title}',
  bringBack: 'Zurückholen',
};
