/** What the server would refuse about cards that somebody wrote. */
export type CardFault =
  | { readonly kind: 'none' }
  | { readonly kind: 'twice' | 'too-long'; readonly card: string };

/** The server's own bounds of a card. */
const MOST_CODE_POINTS = 64;
const MOST_BYTES = 256;

/** A space ends a card only where nothing of these is there. A tab stands between a spreadsheet's cells. */
const SEPARATORS = /[,;\t\r\n]/;

/** Whether `text` parts its cards by more than spaces. */
export function isList(text: string): boolean {
  return SEPARATORS.test(text);
}

/** The cards that `text` lists; what stands between them is not part of any. */
export function readCards(text: string): readonly string[] {
  const parts = isList(text.trim()) ? text.split(SEPARATORS) : text.split(/\s/);
  return parts.map((part) => part.trim().replace(/\s+/g, ' ')).filter((card) => card !== '');
}

/** Whether whoever writes `text` has come to the end of its last card. */
export function hasEnded(text: string): boolean {
  return /[\s,;]$/.test(text);
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
