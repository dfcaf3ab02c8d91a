import type { History, PastRound } from './history';
import { inOneLine } from './seen';
import { isPlainNumber, withoutFormulas } from './spreadsheet';

/** The history as a table, in the two forms in which a clipboard takes it. */
export interface HistoryTable {
  /** What sheets, wikis and mail paste as a table. */
  readonly html: string;
  /** The same cells, parted by tabs. */
  readonly text: string;
}

/** What stands in a cell. What is ours can't be mistaken for anything else. */
interface Cell {
  readonly text: string;
  readonly isOurs?: boolean;
}

/**
 * Without this, Excel makes dates and numbers of what looks like them. Only a style of the cell tells it, and the
 * style is for Excel alone: it stands in no page.
 */
const AS_TEXT = ` style="mso-number-format:'\\@'"`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * `headings` are those of the first columns, in their order; behind them there is one for each voter. Numbers are
 * written with `point`, as sheets read them here: where that is a comma, `1.5` is the first of May.
 */
export function historyTable(
  history: History,
  headings: readonly string[],
  point = decimalPoint(),
): HistoryTable {
  const { rounds } = history;
  const voters = [...new Set(rounds.flatMap(({ votes }) => [...votes.keys()]))];
  const head = [...headings.map(ours), ...voters.map(theirs)];
  const rows = rounds.map((round) => [
    ...cellsOf(round, point),
    ...voters.map((name) => theirs(round.votes.get(name))),
  ]);
  return {
    html: `<table><thead>${htmlRow('th', head, point)}</thead><tbody>${rows.map((row) => htmlRow('td', row, point)).join('')}</tbody></table>`,
    text: [head, ...rows].map((row) => row.map(({ text }) => text).join('\t')).join('\n'),
  };
}

function cellsOf(past: PastRound, point: string): Cell[] {
  const { round, topic, attempt, started, ended, agreed, statistics } = past;
  const { votes, abstentions, mean, median, middle, modes } = statistics;
  const { lowest, highest, spread, nearest, agreement } = statistics;
  return [
    ours(round),
    theirs(topic),
    ours(attempt),
    ours(timeOf(started)),
    ours(timeOf(ended)),
    theirs(agreed),
    ours(votes),
    ours(abstentions),
    ours(mean?.replace('.', point)),
    ours(median?.replace('.', point)),
    theirs(middle.join(', ')),
    theirs(modes.join(', ')),
    theirs(lowest),
    theirs(highest),
    ours(spread),
    theirs(nearest),
    ours(agreement),
  ];
}

function ours(value: string | number | undefined = ''): Cell {
  return { text: String(value), isOurs: true };
}

function theirs(text = ''): Cell {
  return { text: withoutFormulas(inOneLine(text)) };
}

function htmlRow(tag: 'td' | 'th', cells: readonly Cell[], point: string): string {
  return `<tr>${cells.map((cell) => htmlCell(tag, cell, point)).join('')}</tr>`;
}

function htmlCell(tag: 'td' | 'th', { text, isOurs = false }: Cell, point: string): string {
  const isNumber = isPlainNumber(text) && (point === '.' || !text.includes('.'));
  const isSafe = isOurs || text === '' || isNumber;
  return `<${tag}${isSafe ? '' : AS_TEXT}>${escaped(text)}</${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** By this device's clock, as sheets read it in any country. */
function timeOf(date: number): string {
  const at = new Date(date);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function decimalPoint(): string {
  return (0.5).toLocaleString().includes(',') ? ',' : '.';
}
