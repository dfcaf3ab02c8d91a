import Papa from 'papaparse';
import {
  type Column,
  type Columns,
  columnsOf,
  hasHeading,
  isDataCell,
  isTopicHeading,
  keyOf,
  type Rows,
} from './columns';
import { areTabbed, withoutMarks } from './line_marks';
import { markdownTable } from './markdown_table';
import { inOneLine, seen } from './seen';
import { asKept, isAddress, MOST_CHARACTERS, readTopic, topicText } from './topic';

export type { Column };

/** What was read of a text that lists topics. */
export interface Pasted {
  /** Each line as a topic. */
  readonly lines: () => readonly string[];
  /** The same text as a table, where it is one. */
  readonly table: PastedTable | undefined;
}

/** A text that is a table. */
export interface PastedTable {
  /** All rows that have something, of the same length. */
  readonly rows: Rows;
  /** Whether the first of them is a heading, as far as that can be seen. */
  readonly isHeaded: boolean;
  /** What stands around the table, or is not like its other rows. */
  readonly others: readonly string[];
}

/** What is to be taken of a table. */
export interface Choice {
  /** Which of its columns; `undefined` for the one that is most likely. */
  readonly column?: number | undefined;
  /** Whether its first row is a heading; `undefined` for what it looks like. */
  readonly isHeaded?: boolean | undefined;
}

/** What a table gives. */
export interface Taken {
  readonly topics: readonly string[];
  readonly columns: readonly Column[];
  readonly column: number;
  readonly isHeaded: boolean;
  /** How many rows have nothing in that column. */
  readonly blank: number;
  /** How many topics would be too long with the address of their row, and go without it. */
  readonly unlinked: number;
}

type Separator = '\t' | ';' | ',' | '|' | '\n';

/** In the order in which they are preferred. */
const SEPARATORS: readonly Separator[] = ['\t', ';', ',', '|'];

/** So many of the rows have to agree. */
const LEAST_PART = 0.6;

/** So many rows may stand above a heading. */
const MOST_TITLES = 10;

/** No text has it: it parts the cells of a table with a single column. */
const NEVER = '\u001f';

/** Reads a text that was written or pasted, or came from a file. */
export function readPasted(raw: string): Pasted {
  const text = seen(raw);
  const { said, rest } = saidSeparator(text);
  const lines = () => linesOf(rest);
  const rows = rest.split('\n');
  const markdown = markdownTable(rows);
  const table =
    markdown === undefined
      ? bestTable(areTabbed(rows) ? withoutMarks(rows).join('\n') : rest, said)
      : tableOf(markdown.rows, markdown);
  return { lines, table: table ?? singleColumn(lines()) };
}

/** The topics of `table` by that choice. */
export function takeOf(table: PastedTable, choice: Choice): Taken {
  const isHeaded = choice.isHeaded ?? table.isHeaded;
  const columns = columnsOf(table.rows, isHeaded);
  const column = Math.min(choice.column ?? columns.best, columns.all.length - 1);
  const body = isHeaded ? table.rows.slice(1) : table.rows;
  const taken = body.map((row) => topicsOf(row, columns, column));
  return {
    topics: taken.flatMap(({ topics }) => topics),
    columns: columns.all,
    column,
    isHeaded,
    blank: taken.filter(({ topics }) => topics.length === 0).length,
    unlinked: taken.filter(({ isUnlinked }) => isUnlinked).length,
  };
}

function topicsOf(row: readonly string[], columns: Columns, column: number) {
  const places = columns.all[column]?.places ?? [];
  const keyed = columns.key === undefined ? '' : (row[columns.key] ?? '');
  const key = asKey(keyed);
  const url = columns.url === undefined ? (readTopic(keyed).url ?? '') : (row[columns.url] ?? '');
  let isUnlinked = false;
  const topics = places
    .filter((place) => (row[place] ?? '') !== '')
    .map((place) => {
      const title = (place === columns.key && key) || (row[place] ?? '');
      const parts = { title, ...(key !== '' && { key }) };
      const linked = topicText(isAddress(url) ? { ...parts, url } : parts);
      if ([...linked].length <= MOST_CHARACTERS) return linked;
      const plain = topicText(parts);
      isUnlinked ||= plain !== linked;
      return plain;
    });
  return { topics, isUnlinked };
}

/** Trackers write the number of an issue with a sign before it, and their tables without; empty for no key. */
function asKey(cell: string): string {
  return keyOf(cell) ?? (/^\d+$/.test(cell) ? `#${cell}` : '');
}

// --- Lines

/** The topics of a text that is no table. A quoted cell is one, though it has several lines. */
function linesOf(text: string): readonly string[] {
  const cells = parse(quotesMended(text, '\n').mended, NEVER).map((row) => row.join(' '));
  return withoutMarks(cells)
    .map(asKept)
    .filter((topic) => topic !== '');
}

/** A list with a heading above it. */
function singleColumn(lines: readonly string[]): PastedTable | undefined {
  const rows = lines.map((line) => [line]);
  if (rows.length < 2 || !isTopicHeading(rows[0]?.[0] ?? '')) return undefined;
  return { rows, isHeaded: true, others: [] };
}

// --- Tables

interface Candidate {
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
  /** How many of the rows agree, less those whose quotes had to be mended. */
  readonly part: number;
}

function bestTable(text: string, said: Separator | undefined): PastedTable | undefined {
  const candidates = (said === undefined ? SEPARATORS : [said])
    .filter((separator) => text.includes(separator))
    .map((separator) => candidateOf(text, separator, separator === said))
    .filter((candidate) => candidate !== undefined);
  const part = Math.max(...candidates.map((candidate) => candidate.part));
  const best = candidates.find((candidate) => candidate.part === part);
  return best && tableOf(best.rows, { width: best.width });
}

function candidateOf(text: string, separator: Separator, isSaid: boolean): Candidate | undefined {
  const { mended, count } = quotesMended(text, separator);
  const rows = parse(mended, separator).filter((row) => filledIn(row) > 0);
  const width = usualWidth(rows);
  const agreeing = rows.filter((row) => widthOf(row, width) === width);
  // What stands above the table is shorter.
  const begin = agreeing.length > 1 ? rows.findIndex((row) => row.length >= width) : 0;
  const part = agreeing.length / (rows.length - begin);
  if (width < 2 || part < LEAST_PART) return undefined;
  const isMeant =
    isSaid || (separator === '\t' ? areCells(rows) : areProgrammed(agreeing, separator));
  return isMeant ? { rows, width, part: part - count / rows.length } : undefined;
}

/** A tab is hardly written by hand, except at the beginning of a line; a single row is one if not all of it is words. */
function areCells(rows: readonly (readonly string[])[]): boolean {
  return rows.length > 1 || rows.some((row) => filledIn(row) > 1 && row.some(isDataCell));
}

/** Whether a program has put these commas, and not somebody who writes sentences. */
function areProgrammed(rows: readonly (readonly string[])[], separator: Separator): boolean {
  const [first = [], ...rest] = rows;
  if (rest.length === 0) return first.some((cell) => isPlainKey(cell)) && !isSpaced(first);
  if (separator === ',' && rows.every(isDecimal)) return false;
  const spaced = rows.filter(isSpaced).length;
  if (separator === '|' || 2 * spaced < rows.length) return true;
  // People put a space after a comma, programs don't: then it is to be seen in the cells.
  const trimmed = rows.map((row) => row.map((cell) => cell.trim()));
  const { all, key, url } = columnsOf(trimmed, hasHeading(trimmed));
  return all.length > 1 && (key !== undefined || url !== undefined || hasHeading(trimmed));
}

function isPlainKey(cell: string): boolean {
  return readTopic(cell).key === cell;
}

function isSpaced(row: readonly string[]): boolean {
  return row.slice(1).some((cell) => /^ \S/.test(cell));
}

function isDecimal(row: readonly string[]): boolean {
  return row.length === 2 && /\d$/.test(row[0] ?? '') && /^\d/.test(row[1] ?? '');
}

function filledIn(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}

/** Without the empty cells beyond what is usual. */
function widthOf(row: readonly string[], usual: number): number {
  const last = row.findLastIndex((cell) => cell.trim() !== '') + 1;
  return Math.max(last, Math.min(row.length, usual));
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

/** A table of these rows: what is above its heading, and rows that have more cells than it has columns, stand apart. */
function tableOf(
  rows: readonly (readonly string[])[],
  {
    width,
    isHeaded,
    others = [],
  }: { width: number; isHeaded?: boolean; others?: readonly string[] },
): PastedTable | undefined {
  const above = titleLines(rows, width);
  const fitting: string[][] = [];
  const apart = rows.slice(0, above).map(joined);
  for (const row of rows.slice(above)) {
    if (row.length === 1 || widthOf(row, width) > width) apart.push(joined(row));
    else fitting.push(Array.from({ length: width }, (_, place) => inOneLine(row[place] ?? '')));
  }
  const table = {
    rows: fitting,
    isHeaded: isHeaded ?? hasHeading(fitting),
    others: [...apart, ...others].map(inOneLine).filter((line) => line !== ''),
  };
  return fitting.length > (table.isHeaded ? 1 : 0) ? table : undefined;
}

function joined(row: readonly string[]): string {
  return row.filter((cell) => cell.trim() !== '').join(' ');
}

/** How many rows above a heading say no more than what the table is about: they are shorter, or have a single cell. */
function titleLines(rows: readonly (readonly string[])[], width: number): number {
  const isTitle = (row: readonly string[]) => row.length < width || filledIn(row) < 2;
  const first = rows.findIndex((row) => !isTitle(row));
  if (first <= 0) return 0;
  const isHeadedAt = (at: number) => hasHeading(rows.slice(at).map((row) => row.map(inOneLine)));
  if (isHeadedAt(first)) return first;
  const below = rows.findIndex(
    (row, at) => at > first && at <= MOST_TITLES && filledIn(row) > 1 && isHeadedAt(at),
  );
  const isFuller = (row: readonly string[]) => filledIn(row) < filledIn(rows[below] ?? []);
  if (!isHeadedAt(0) && below > 0 && rows.slice(0, below).every(isFuller)) return below;
  // A heading may lack its last cells, and there may be none.
  if (filledIn(rows[first - 1] ?? []) > 1 && isHeadedAt(first - 1)) return first - 1;
  return rows.slice(0, first).findLastIndex((row) => row.length === 1) + 1;
}

// --- Cells

function parse(text: string, separator: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' }).data;
}

/** The first line may say what parts the cells: it is for a program, and no topic. */
function saidSeparator(text: string): { said: Separator | undefined; rest: string } {
  const found = /^\s*"?sep=(\t|[;,|])"?[;,\t]*(?:\n|$)/i.exec(text);
  if (found === null) return { said: undefined, rest: text };
  return { said: found[1] as Separator, rest: text.slice(found[0].length) };
}

/**
 * `text` with quotes that a parser of tables can rely on: one that does not enclose a whole cell is a sign like any
 * other, for one that somebody forgot to close must not swallow what follows. In a list, quotes are layout only where
 * a program needed them, or has put them around everything.
 */
function quotesMended(text: string, separator: Separator): { mended: string; count: number } {
  const end = separator === '\n' ? '\\n' : `${separator === '|' ? '\\|' : separator}\\n`;
  const cell = new RegExp(`(^|[${end}])(?:"((?:[^"]|"")*)"(?=[${end}]|$)|("[^${end}]*))`, 'g');
  const isList = separator === '\n';
  const areAll =
    isList &&
    text.replace(cell, (_, before, inside) => (inside === undefined ? '-' : before)).trim() === '';
  let count = 0;
  const mended = text.replace(cell, (all, before: string, inside?: string, bare?: string) => {
    const isNeeded = !isList || areAll || /"|\n/.test(inside ?? '');
    if (bare === undefined && isNeeded) return all;
    count += 1;
    return `${before}"${(bare ?? `"${inside}"`).replaceAll('"', '""')}"`;
  });
  return { mended, count };
}
