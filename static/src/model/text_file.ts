/** The most bytes that are read of a file: a backlog is far smaller, even with all its descriptions. */
export const MOST_FILE_BYTES = 2 * 1024 * 1024;

/** Which bytes at the beginning say how the rest is to be read. */
const MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** What a text hardly has: if it comes out so, it was read in the wrong way. */
const ODD = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/gu;
const USUAL = /[\t\n\r -~\u3000-\u30ff]/g;
const USUAL_CONTROLS = /[\t\n\v\f\r\u0085]/g;

/** The lowest byte that a text has which isn't UTF-16: a tab. */
const LEAST_OF_OLD = 9;

/** The text of a file, whatever Unicode it is written in; `undefined` if it is none. */
export function textOfFile(bytes: Uint8Array): string | undefined {
  const mark = MARKS.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined) return decoded(bytes, mark.encoding);
  const plain = decoded(bytes, 'utf-8');
  if (plain !== undefined && !plain.includes('\0')) return plain;
  // No page of old has a byte such as the upper half of a line end.
  if (bytes.length % 2 !== 0 || !bytes.some((byte) => byte < LEAST_OF_OLD)) return undefined;
  const [best] = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => decoded(bytes, encoding))
    .filter((text) => text !== undefined)
    .map((text) => ({ text, oddness: oddnessOf(text) }))
    .sort((one, other) => one.oddness - other.oddness);
  return best !== undefined && best.oddness < 0.05 ? best.text : undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How much of `text` is odd; of two ways to read it that are not, the one with more of the usual signs is better. */
function oddnessOf(text: string): number {
  const odd = text.replace(USUAL_CONTROLS, '').match(ODD)?.length ?? 0;
  const usual = text.match(USUAL)?.length ?? 0;
  const length = Math.max(1, text.length);
  return odd / length + 0.01 * (1 - usual / length);
}
