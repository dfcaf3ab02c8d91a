/** One cell of a table, its quotes taken off. */
export interface Cell {
  readonly text: string;
  readonly isQuoted: boolean;
}

/** The rows of a table. */
export type Table = readonly (readonly Cell[])[];

/**
 * The cells of `text` as RFC 4180 has them, with any `separator`, and without its blank lines. A quote that does not
 * enclose a whole cell is a sign like any other: one that somebody forgot to close must not swallow what follows.
 */
export function readCells(text: string, separator: string): Table {
  const quoted = new RegExp(`"((?:[^"]|"")*)"(?=[${separator}\\r\\n]|$)`, 'y');
  const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  const rows: Cell[][] = [[]];
  const readCell = (at: number): number => {
    quoted.lastIndex = at;
    plain.lastIndex = at;
    const inQuotes = quoted.exec(text)?.[1];
    const cell = inQuotes?.replaceAll('""', '"') ?? plain.exec(text)?.[0] ?? '';
    rows.at(-1)?.push({ text: cell, isQuoted: inQuotes !== undefined });
    return inQuotes === undefined ? plain.lastIndex : quoted.lastIndex;
  };
  for (let at = readCell(0); at < text.length; at = readCell(at + 1)) {
    if (text[at] !== separator || separator === '\n') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell.text.trim() !== ''));
}
