/** How much stands on a card: a sign or two, a word, or more than a card has room for. */
export type FaceLength = 'short' | 'word' | 'long';

/** How long `choice` is, in code points. */
export function faceLength(choice: string): FaceLength {
  const { length } = [...choice];
  if (length <= 3) return 'short';
  return length <= 8 ? 'word' : 'long';
}
