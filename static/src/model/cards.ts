/** What the server would refuse about cards that somebody wrote. */
export type CardFault =
  | { readonly kind: 'none' }
  | { readonly kind: 'twice' | 'too-long'; readonly card: string };

/** The server's own bounds of a card. */
const MOST_CODE_POINTS = 64;
const MOST_BYTES = 256;

/** What ends a card wherever it stands, in whatever script. A tab stands between a spreadsheet's cells. */
const ENDS = ';；؛、，،\\t\\r\\n\\u0085\\u2028\\u2029';

/** A comma at the end of a word ends a card, too; inside of one it may stand for the point of a number. */
const SEPARATORS = new RegExp(`[${ENDS}]|,(?=\\s|$)`);
const SEPARATORS_AND_COMMAS = new RegExp(`[${ENDS},]`);
const WORD_ENDS = new RegExp(`[${ENDS}\\s]+`);
const DECIMAL = /^[-−]?\p{Nd}+,\p{Nd}+$/u;

/** The parts of `text` as far as more than spaces is between them. */
function partsOf(text: string): readonly string[] {
  const list = text.trim().replace(/\s+,/g, ', ');
  const words = list.split(WORD_ENDS).map((word) => word.replace(/,$/, ''));
  const areDecimal = words.every((word) => !word.includes(',') || DECIMAL.test(word));
  return list.split(areDecimal ? SEPARATORS : SEPARATORS_AND_COMMAS);
}

/** Whether `text` parts its cards by more than spaces. */
export function isList(text: string): boolean {
  return partsOf(text).length > 1;
}

/**
 * The cards that `text` lists; what stands between them is not part of any. Commas part them, unless each that stands
 * inside a word can be that of a number: 1,2,3 are three cards, and 0,5;1 are two. A space ends a card only where
 * nothing else does.
 */
export function readCards(text: string): readonly string[] {
  return toCards(isList(text) ? partsOf(text) : text.split(/\s/));
}

/** What is left of `parts`, as the server keeps it. */
export function toCards(parts: readonly string[]): readonly string[] {
  return parts
    .map((part) => part.normalize().trim().replace(/\s+/g, ' '))
    .filter((card) => card !== '');
}

/** Whether whoever writes `text` has come to the end of its last card. */
export function hasEnded(text: string): boolean {
  return new RegExp(`[${ENDS},\\s]$`).test(text);
}

/** `cards` as a text that `readCards` reads back, even if there is one only. */
export function writeCards(cards: readonly string[]): string {
  return cards.length === 1 ? `${cards[0]},` : cards.join(', ');
}

/** What is wrong with `cards`, if anything; the first of it, in their order. */
export function faultIn(cards: readonly string[]): CardFault | undefined {
  if (cards.length === 0) return { kind: 'none' };
  for (const [index, card] of cards.entries()) {
    if (isTooLong(card)) return { kind: 'too-long', card };
    if (cards.indexOf(card) !== index) return { kind: 'twice', card };
  }
  return undefined;
}

function isTooLong(card: string): boolean {
  return [...card].length > MOST_CODE_POINTS || new TextEncoder().encode(card).length > MOST_BYTES;
}
