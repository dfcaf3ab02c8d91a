import { readCells, type Table } from './cells';

/** The server's own bounds. */
export const MOST_TOPICS = 100;
export const MOST_CHARACTERS = 200;

/** What was read of a text that lists topics. */
export interface ReadTopics {
  readonly topics: readonly string[];
  /** Those of them that are too long for one. */
  readonly tooLong: readonly string[];
}

/** What a column of topics is called, in the exports of the usual trackers. */
const HEADINGS = ['topic', 'title', 'summary', 'name', 'subject', 'issue'];

/** What trackers call an issue: `PAJ-12` or `#12`. */
const KEY = /^([A-Z][A-Z\d_]*-|#)\d+$/;
const KEY_OR_NUMBER = /^(([A-Z][A-Z\d_]*-|#)?\d+)?$/;

/** What may part the cells of a table; the end of a line is for one with a single column. */
const SEPARATORS = ['\t', ';', ',', '\n'] as const;

/**
 * The topics that `text` lists: one a line, or, where it is a table, one a row. They are in the column whose heading
 * says so, or else in the first one that is more than keys and numbers.
 */
export function readTopics(text: string): ReadTopics {
  const topics = listed(text)
    .map(tidy)
    .filter((topic) => topic !== '');
  return { topics, tooLong: topics.filter((topic) => [...topic].length > MOST_CHARACTERS) };
}

/** `topics` with the one at `from` in the place `to`. */
export function move(topics: readonly string[], from: number, to: number): readonly string[] {
  const moved = topics[from];
  if (moved === undefined || to < 0 || to >= topics.length) return topics;
  const others = topics.filter((_, index) => index !== from);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

/** `topics` without the one at `index`. */
export function without(topics: readonly string[], index: number): readonly string[] {
  return topics.filter((_, at) => at !== index);
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function listed(text: string): readonly string[] {
  for (const separator of SEPARATORS) {
    const table = readCells(text, separator);
    const found = underHeading(table, separator) ?? withoutHeading(table, separator);
    if (found !== undefined) return found;
  }
  return text.split(/\r\n|\r|\n/);
}

/** The column whose heading says that it is topics. A sentence may begin with such a word, but then it stands alone. */
function underHeading(table: Table, separator: string): readonly string[] | undefined {
  const [header = [], ...rows] = table;
  const column = header.findIndex(({ text }) => HEADINGS.includes(tidy(text).toLowerCase()));
  const least = separator === '\n' ? 1 : 2;
  if (column < 0 || header.length < least || !rows.some((row) => row.length >= least)) {
    return undefined;
  }
  return rows.map((row) => row[column]?.text ?? '');
}

/** A column of a table that nothing but its shape tells from lines of text. */
function withoutHeading(table: Table, separator: string): readonly string[] | undefined {
  if (!isEven(table) || !isMeant(table, separator)) return undefined;
  const columns = (table[0] ?? []).map((_, at) => table.map((row) => row[at]?.text.trim() ?? ''));
  return columns.find((cells) => !isKeys(cells)) ?? columns[0];
}

/** Whether nothing but keys and numbers is below the first row, which may be a heading in any language. */
function isKeys(cells: readonly string[]): boolean {
  return cells.slice(Math.min(1, cells.length - 1)).every((cell) => KEY_OR_NUMBER.test(cell));
}

/** Whether all rows have as many cells. */
function isEven(table: Table): boolean {
  return table.every((row) => row.length === table[0]?.length);
}

/** Whether the cells of an even table were meant as such: people write commas, too, and quotes, but hardly so. */
function isMeant(table: Table, separator: string): boolean {
  if (separator === '\n') return table.every(([cell]) => cell?.isQuoted);
  if ((table[0]?.length ?? 0) < 2) return false;
  // People put a space after a comma, programs don't.
  const isSpaced = table.some((row) => row.some((cell) => cell.text.startsWith(' ')));
  if (!isSpaced && table.every((row) => row.some((cell) => cell.isQuoted))) return true;
  const hasKeys = table.every(([cell]) => KEY.test(cell?.text.trim() ?? ''));
  return table.length > 1 && (separator === '\t' || hasKeys);
}
