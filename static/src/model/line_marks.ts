/** A line, and what stands before its text to make a list of it. */
interface Marked {
  readonly kind: 'none' | 'bullet' | 'dash' | 'number' | 'letter';
  /** The number of a numbered line, or of its letter. */
  readonly place: number;
  readonly isSurely: boolean;
  readonly rest: string;
}

/** Bullets that are nothing else; those of word processors are in the private use area. */
const BULLET = /^[•‣⁃∙·・･①-⑳●○◦◉▪▫■□◆◇➢➤✓✔☐☑☒❑❖\ue000-\uf8ff]\ufe0f?\s*/;
const STAR = /^[*+→⇒»›]\s+/;
const DASH = /^[-–—−]\s+/;
const NUMBER = /^\(?(\d{1,3})((?:\.\d{1,3})*)[.)](\s+)/;
const LETTER = /^\(?([a-z])([.)])\s+/i;
/** Whatever stands alone before a tab, as word processors copy the marks of their lists. */
const BEFORE_TAB =
  /^(?:[^\p{L}\p{N}\s"'#!]|[oqvØü§]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,6})[.)])\t\s*/iu;
const HEADING = /^#{1,6}\s+/;
const BOX = /^\[[ x✓]?\]\s+/i;

/** `lines` without the marks of a list. What only looks like one is text: `3D view`, `1.5 release`, `2. Liga`. */
export function withoutMarks(lines: readonly string[]): readonly string[] {
  const marked = lines.map((line) => markOf(line.trim()));
  const filled = marked.filter(({ rest }) => rest !== '').length;
  const dashes = marked.filter(({ kind }) => kind === 'dash').length;
  const areMarked = marked.every((one) => one.isSurely || one.kind !== 'none' || one.rest === '');
  const areNumbers = isCounted(marked, 'number', filled, areMarked);
  const areLetters = isCounted(marked, 'letter', filled, areMarked);
  const areTight = filled > 1 && lines.every((line) => /^\s*(?:$|[-–—]\p{L})/u.test(line));
  if (areTight) return lines.map((line) => line.trim().slice(1));
  const boxes = lines.filter((line) => BOX.test(line.trim())).length;
  return lines.map((line, index) => {
    const text = line.trim();
    const { kind, isSurely, rest } = marked[index] as Marked;
    const isLayout =
      isSurely ||
      kind === 'bullet' ||
      // A single one may be a minus.
      (kind === 'dash' && (dashes > 1 || !/^\d/.test(rest))) ||
      (kind === 'number' && areNumbers) ||
      (kind === 'letter' && areLetters);
    if (isLayout) return rest.replace(BOX, '');
    return boxes > 1 || /^\[ \]\s/.test(text) ? text.replace(BOX, '') : text;
  });
}

/** Whether each line of a text that has any begins with a mark and a tab. */
export function areTabbed(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length > 0 && filled.every((line) => BEFORE_TAB.test(line.trimStart()));
}

function markOf(line: string): Marked {
  const none = { kind: 'none', place: 0, isSurely: false, rest: line } as const;
  const behind = (mark: string) => line.slice(mark.length);
  const tabbed = BEFORE_TAB.exec(line)?.[0];
  if (tabbed !== undefined) return { ...none, isSurely: true, rest: behind(tabbed) };
  const bullet = (BULLET.exec(line) ?? STAR.exec(line) ?? HEADING.exec(line))?.[0];
  if (bullet !== undefined) return { ...none, kind: 'bullet', rest: behind(bullet) };
  const dash = DASH.exec(line)?.[0];
  if (dash !== undefined) return { ...none, kind: 'dash', rest: behind(dash) };
  const number = NUMBER.exec(line);
  if (number !== null) {
    // Those of a second level count with whatever they are below.
    const place = number[2] === '' ? Number(number[1]) : Number.NaN;
    return { ...none, kind: 'number', place, rest: behind(number[0]) };
  }
  const letter = LETTER.exec(line);
  if (letter === null) return none;
  const place = (letter[1] ?? '').toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0) + 1;
  return { ...none, kind: 'letter', place, rest: behind(letter[0]) };
}

/**
 * Whether the numbers count the lines: 1, 2, 3 from anywhere, or all 1; a single 1 only where it is all there is, or
 * all the others have marks, too.
 */
function isCounted(
  marked: readonly Marked[],
  kind: 'number' | 'letter',
  filled: number,
  areMarked: boolean,
): boolean {
  const ours = marked.filter((one) => one.kind === kind);
  const places = ours.map(({ place }) => place).filter((place) => !Number.isNaN(place));
  if (places.length === 0) return false;
  const isAlone = filled === 1 && kind === 'number';
  if (ours.length === 1) return places[0] === 1 && (isAlone || (areMarked && filled > 1));
  const isBegun = places[0] === 1 || (kind === 'number' && ours.length === filled);
  return (
    isBegun &&
    places.every((place, at) => at === 0 || place === 1 || place === (places[at - 1] ?? 0) + 1)
  );
}
