/** A table as Markdown writes it, and what stands around it. */
export interface MarkdownTable {
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
  readonly isHeaded: boolean;
  readonly others: readonly string[];
}

/** The line between heading and rows. */
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Bars that do not end their cell, and what stands for them in between. */
const ESCAPED_BAR = /\\\|/g;
const CODE = /`[^`]*`/g;
const STAND_IN = '\u001f';
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** The table that `lines` have; `undefined` if it is none of Markdown's. */
export function markdownTable(lines: readonly string[]): MarkdownTable | undefined {
  const rule = lines.findIndex(
    (line, index) => index > 0 && isRule(line) && isRow(lines[index - 1]),
  );
  if (rule > 0) return from(lines, rule - 1, rule);
  const first = lines.findIndex((line) => line.trim() !== '');
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < 2 || !filled.every((line) => /^\s*\|.*\|\s*$/.test(line))) return undefined;
  // Wikis write headings with two bars.
  const isHeaded = /^\s*\|\|/.test(lines[first] ?? '');
  if (!isHeaded) return { ...from(filled, 0, 0), isHeaded: false };
  return from([(filled[0] ?? '').replaceAll('||', '|'), '|-|', ...filled.slice(1)], 0, 1);
}

function isRule(line: string): boolean {
  return isRow(line) && line.length < 1000 && RULE.test(line.trim());
}

function isRow(line: string | undefined): boolean {
  return line?.includes('|') === true;
}

function from(lines: readonly string[], heading: number, rule: number): MarkdownTable {
  const next = lines.findIndex((line, index) => index > rule && !isRow(line));
  const end = next < 0 ? lines.length : next;
  const rows = [
    ...lines.slice(heading, heading + 1),
    ...lines.slice(rule + 1, end).filter((line) => !isRule(line)),
  ].map(cellsOf);
  return {
    rows,
    width: rows[0]?.length ?? 0,
    isHeaded: true,
    others: [...lines.slice(0, heading), ...lines.slice(end)],
  };
}

function cellsOf(line: string): readonly string[] {
  const row = line
    .trim()
    .replace(ESCAPED_BAR, STAND_IN)
    .replace(CODE, (code) => code.replaceAll('|', STAND_IN))
    .replace(/^\|/, '')
    .replace(/\|$/, '');
  return row.split('|').map((cell) => cell.trim().replaceAll(STAND_IN, '|').replace(ESCAPE, '$1'));
}
