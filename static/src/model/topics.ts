/** The server's own bounds. */
export const MOST_TOPICS = 100;
const MOST_CHARACTERS = 200;

/** What was read of a text that lists topics. */
export interface ReadTopics {
  readonly topics: readonly string[];
  /** How many were left out because they are too long. */
  readonly tooLong: number;
}

/** What a column of topics is called, in the exports of the usual trackers. */
const HEADINGS = ['topic', 'title', 'summary', 'name', 'subject', 'issue'];

/**
 * The topics that `text` lists: one a line, or, where its first line is the header of a table, the column that
 * is called so, and else the first. Cells stand between commas, semicolons or tabs, in quotes if need be.
 */
export function readTopics(text: string): ReadTopics {
  const separator = separatorOf(text);
  const rows = separator === undefined ? lines(text) : readTable(text, separator);
  const header = rows[0]?.map((cell) => cell.trim().toLowerCase()) ?? [];
  const column = separator === undefined ? -1 : header.findIndex((cell) => HEADINGS.includes(cell));
  const cells = (column < 0 ? rows : rows.slice(1)).map((row) => row[Math.max(0, column)] ?? '');
  const topics = cells.map(tidy).filter((topic) => topic !== '');
  const fitting = topics.filter((topic) => [...topic].length <= MOST_CHARACTERS);
  return { topics: fitting, tooLong: topics.length - fitting.length };
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

function lines(text: string): readonly string[][] {
  return text.split(/\r\n|\r|\n/).map((line) => [line]);
}

/** What parts the cells of a table; a list of plain lines has commas, too, but no header that says so. */
function separatorOf(text: string): string | undefined {
  const first = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  if (first.startsWith('"'))
    return [',', ';', '\t'].find((sign) => first.includes(`"${sign}`)) ?? ',';
  const isHeader = (sign: string) =>
    first.split(sign).length > 1 &&
    first.split(sign).some((cell) => HEADINGS.includes(tidy(cell).replace(/"/g, '').toLowerCase()));
  return ['\t', ';', ','].find(isHeader);
}

/** RFC 4180, with any separator. */
function readTable(text: string, separator: string): readonly string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (sign === separator) {
      endCell();
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      rows.push([]);
    } else {
      cell += sign;
    }
  }
  endCell();
  return rows;
}
