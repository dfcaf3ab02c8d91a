/** Languages that nobody speaks, made from English: they show what is cut off, glued together or never translated. */
import type { Message, Words } from '../src/i18n/message.ts';

/** How each changes a piece of text. */
export const PSEUDO: Readonly<Record<string, (text: string) => string>> = {
  'en-XA': longer,
  'ar-XB': turned,
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';

/** How much longer than English other languages are, at most of their length. */
const GROWTH = 0.4;

/** Tells the same by letters of other words, and takes more room. Brackets show where a sentence begins and ends. */
function longer(text: string): string {
  const accented = text.replace(/[a-z]/gi, (letter) => ACCENTED[LETTERS.indexOf(letter)] ?? letter);
  const more = Math.ceil(text.length * GROWTH) - 2;
  return `[${accented}${' öñé ţŵö'.repeat(1 + more / 8).slice(0, Math.max(0, more))}]`;
}

/** Runs from right to left, letter by letter. */
function turned(text: string): string {
  return `\u202e${text}\u202c`;
}

const SLOTS = /\{\w+\}/g;

/** `words` as `change` says them. Slots stay. */
export function inPseudo<W extends Message | Words>(words: W, change: (text: string) => string): W {
  if (typeof words === 'string') return withSlots(words, change) as W;
  const entries = Object.entries(words) as [string, Message | Words][];
  return Object.fromEntries(entries.map(([name, word]) => [name, inPseudo(word, change)])) as W;
}

/** Slots are kept apart while the text between them changes. */
function withSlots(text: string, change: (text: string) => string): string {
  const slots = text.match(SLOTS) ?? [];
  let next = 0;
  return change(text.replace(SLOTS, '\ufffc')).replace(/\ufffc/g, () => slots[next++] ?? '');
}
