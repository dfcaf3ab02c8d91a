import { inOneLine } from './seen';
import { KEY_HEADINGS, OTHER_HEADINGS, STATES, TEXT_HEADINGS, TITLE_HEADINGS } from './table_words';
import { isAddress, isKey, readTopic } from './topic';

/** The rows of a table, all of the same length, each cell in one line. */
export type Rows = readonly (readonly string[])[];

/** Something of a table that may be the topics: one column, or some that share them, as `Title 1` and `Title 2` do. */
export interface Column {
  /** Its heading; empty without one. */
  readonly name: string;
  /** The first of its values. */
  readonly example: string;
  /** Where its cells are in each row. */
  readonly places: readonly number[];
}

/** What is known of a table's columns. */
export interface Columns {
  /** Those that have anything. */
  readonly all: readonly Column[];
  /** The one of them that is most likely the topics. */
  readonly best: number;
  /** Where the keys of the rows are, and their addresses. */
  readonly key: number | undefined;
  readonly url: number | undefined;
}

type Kind = 'key' | 'number' | 'date' | 'url' | 'email' | 'id' | 'state' | 'text';

const NUMBER = /^[-+]?[$€£¥]?\s?\d[\d\s.,']*\s?(?:%|[hdwmsp]|pts?|sp|min|[$€£¥]|ft|円|点)?$/i;
const DURATION = /^(?:\d+[.,]?\d*\s?(?:mo|[wdhms]|min)\s?){1,5}$/i;
const DATE =
  /^(?=.*\d)(?:\d{1,4}[-/.年]\s?(?:\d{1,2}|\p{L}{3,9})[-/.月]\s?\d{1,4}\.?日?|\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\.?\s\p{L}{3,9}\.?,?\s\d{4}|\d{4}\.?\s\p{L}{3,10}\s\d{1,2}\.?)(?:[T,\s].{0,20})?$/u;
const TIME = /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?$/i;
const EMAIL = /^<?[^\s@]+@[^\s@]+\.[^\s@]+>?$/;
const ID =
  /^(?=.*\d)(?:[\da-f]{7,64}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=.*\d.*\d)[\da-z]{8,12}|[a-z]{2,10}-\d+)$/i;
const PERSON = /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,2}$/u;
const UNSPACED_SCRIPT = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** The key that a cell is, in whatever form: alone, or as a link of Markdown. */
export function keyOf(cell: string): string | undefined {
  if (isKey(cell)) return cell;
  if (!cell.startsWith('[')) return undefined;
  const { key, title } = readTopic(cell);
  return key === title ? key : undefined;
}

/** Whether a cell says anything but words. */
export function isDataCell(cell: string): boolean {
  return cell !== '' && kindOf(cell) !== 'text';
}

/** What is longer is text, or an address. */
const MOST_OF_DATA = 80;

function kindOf(cell: string): Kind {
  if (keyOf(cell) !== undefined) return 'key';
  if (cell.length > MOST_OF_DATA) return isAddress(cell) ? 'url' : 'text';
  if (NUMBER.test(cell) && !DATE.test(cell)) return 'number';
  if (DURATION.test(cell)) return 'number';
  if (DATE.test(cell) || TIME.test(cell)) return 'date';
  if (cell.split(/[\s,]+/).every(isAddress)) return 'url';
  if (EMAIL.test(cell)) return 'email';
  if (STATES.has(cell.toLowerCase())) return 'state';
  return ID.test(cell) ? 'id' : 'text';
}

/** A heading as it stands in the lists of them. */
function bare(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('"', '')
    .replace(/[\s:*_-]+$/, '')
    .replace(/[\s_-]*\d+$/, '')
    .replace(/_/g, ' ')
    .trim();
}

function isKnown(heading: string): boolean {
  const name = bare(heading);
  return [TITLE_HEADINGS, TEXT_HEADINGS, KEY_HEADINGS, OTHER_HEADINGS].some((words) =>
    words.has(name),
  );
}

/** Whether `text` may head a list of topics, in any language that is known here. */
export function isTopicHeading(text: string): boolean {
  return TITLE_HEADINGS.has(bare(text));
}

/** What the first rows do not tell of a heading, no others do. */
const MOST_ROWS_LOOKED_AT = 200;

/** Whether the first row of `rows` says what is below it. */
export function hasHeading(rows: Rows): boolean {
  const [first = [], ...rest] = rows.slice(0, MOST_ROWS_LOOKED_AT);
  const filled = first.filter((cell) => cell !== '');
  if (rest.length === 0 || filled.some((cell) => !isHeadingLike(cell))) return false;
  // A single cell above several is what the table is about.
  if (filled.length === 1 && rest.some((row) => row.filter((cell) => cell !== '').length > 1))
    return false;
  const known = filled.filter(isKnown).length;
  if (known >= 2 || (known > 0 && 2 * known >= filled.length)) return true;
  if (first.some((heading, place) => isText(heading) && isData(kindsAt(rest, place)))) return true;
  // Nothing but text: what repeats itself below, and not in the first row, is no accident where it happens twice.
  return first.filter((_, place) => isRepeatedBelow(rows, place)).length > 1;
}

function isHeadingLike(cell: string): boolean {
  const kind = kindOf(cell);
  return kind === 'text' || kind === 'state' || (kind === 'id' && /[g-z]/i.test(cell));
}

function isText(cell: string): boolean {
  return cell !== '' && (kindOf(cell) === 'text' || isKnown(cell));
}

function kindsAt(rows: Rows, place: number): readonly Kind[] {
  return rows
    .map((row) => row[place] ?? '')
    .filter((cell) => cell !== '')
    .map(kindOf);
}

function isData(kinds: readonly Kind[]): boolean {
  // A single word may be a state by accident.
  const least = kinds[0] === 'state' ? 2 : 1;
  return kinds.length >= least && kinds.every((kind) => kind !== 'text' && kind === kinds[0]);
}

function isRepeatedBelow([first = [], ...rest]: Rows, place: number): boolean {
  const cells = rest.map((row) => row[place] ?? '').filter((cell) => cell !== '');
  const different = new Set(cells);
  return (
    cells.length >= 4 && 2.5 * different.size <= cells.length && !different.has(first[place] ?? '')
  );
}

/** Looks at what the columns of `rows` hold, the first row being their headings or not. */
export function columnsOf(rows: Rows, isHeaded: boolean): Columns {
  const names = isHeaded ? (rows[0] ?? []) : [];
  const body = isHeaded ? rows.slice(1) : rows;
  const width = rows[0]?.length ?? 0;
  const looks = Array.from({ length: width }, (_, place) =>
    lookAt(body, place, names[place] ?? ''),
  );
  const filled = looks.filter(({ cells }) => cells.length > 0);
  const key = bestKey(filled, body.length);
  const url = bestUrl(filled, body.length);
  const grouped = groups(filled);
  const all = grouped.map(
    (group): Column => ({
      name: inOneLine(
        [...new Set(group.map(({ name }) => name))].filter((name) => name !== '').join(', '),
      ),
      example: firstOf(body, group),
      places: group.map(({ place }) => place),
    }),
  );
  const scores = grouped.map((group) => scoreOf(group, body.length, key));
  return { all, best: Math.max(0, scores.indexOf(Math.max(...scores))), key, url };
}

/** What is known of one column: where it is, its heading, and what it holds. */
interface Look {
  readonly place: number;
  readonly name: string;
  readonly cells: readonly string[];
  readonly kinds: readonly Kind[];
}

function lookAt(body: Rows, place: number, name: string): Look {
  const cells = body.map((row) => row[place] ?? '').filter((cell) => cell !== '');
  return { place, name, cells, kinds: cells.map(kindOf) };
}

function firstOf(body: Rows, group: readonly Look[]): string {
  for (const row of body) {
    const found = group.map(({ place }) => row[place]).find((cell) => cell);
    if (found !== undefined) return found;
  }
  return '';
}

/** Columns that share their values: as `Title 1` and `Title 2` beside each other. */
function groups(looks: readonly Look[]): readonly (readonly Look[])[] {
  const out: Look[][] = [];
  for (const look of looks) {
    const last = out.at(-1)?.at(-1);
    if (last !== undefined && last.place + 1 === look.place && areNumbered(last.name, look.name)) {
      out.at(-1)?.push(look);
    } else {
      out.push([look]);
    }
  }
  return out;
}

function areNumbered(before: string, name: string): boolean {
  const [one, other] = [before, name].map((heading) => /^(.*\D)(\d+)$/.exec(heading));
  return !!one && !!other && one[1] === other[1] && Number(one[2]) + 1 === Number(other[2]);
}

/** Nearly all of them, but for a heading that nobody took for one. */
function areKeys(kinds: readonly Kind[]): boolean {
  const keys = kinds.filter((kind) => kind === 'key').length;
  return (
    keys > 0 && (keys >= 0.9 * kinds.length || (kinds[0] === 'text' && keys === kinds.length - 1))
  );
}

function distinctPart(cells: readonly string[]): number {
  return new Set(cells).size / cells.length;
}

/** Keys of trackers, or else whole numbers that are no count of the rows. */
function bestKey(looks: readonly Look[], rows: number): number | undefined {
  const keys = looks.filter(({ cells, kinds }) => areKeys(kinds) && 2 * cells.length >= rows);
  const worth = ({ cells }: Look) => distinctPart(cells) * (cells.length / rows);
  const best = Math.max(...keys.map(worth));
  const found = keys.find((look) => worth(look) === best);
  if (found !== undefined) return best > 0.5 || rows === 1 ? found.place : undefined;
  return looks.find((look, at) => isNumbering(look, at === 0, rows))?.place;
}

/** Whole numbers that tell the rows apart, and do more than count them. */
function isNumbering({ name, cells }: Look, isFirst: boolean, rows: number): boolean {
  if (cells.length !== rows || distinctPart(cells) < 1) return false;
  if (!cells.every((cell) => /^\d{1,20}$/.test(cell))) return false;
  if (cells.every((cell, at) => Number(cell) === at + 1)) return false;
  if (KEY_HEADINGS.has(bare(name))) return true;
  // Points are mostly smaller, and have a heading; a program that writes none writes the number first.
  const least = name === '' ? 0 : 100;
  return isFirst && cells.every((cell) => Number(cell) >= least);
}

function bestUrl(looks: readonly Look[], rows: number): number | undefined {
  return looks.find(
    ({ cells }) =>
      2 * cells.length >= rows &&
      cells.every(isAddress) &&
      (rows === 1 || distinctPart(cells) > 0.9),
  )?.place;
}

/** How likely it is that these are the topics: different from each other, some words, and not too many. */
function scoreOf(group: readonly Look[], rows: number, key: number | undefined): number {
  const cells = group.flatMap((look) => look.cells);
  const kinds = group.flatMap((look) => look.kinds);
  const texts = kinds.filter((kind) => kind === 'text').length / kinds.length;
  const fill = Math.min(1, cells.length / rows);
  const distinct = distinctPart(cells);
  const isAlike = cells.length > 2 && new Set(cells).size === 1;
  const words = mean(cells.map(wordsIn));
  const length = mean(cells.map((cell) => cell.length));
  const worded = 0.7 + 0.3 * Math.min(1, (words - 1) / 3);
  const sentences = cells.filter((cell) => /[.!?。]$/.test(cell)).length / cells.length > 0.5;
  const long = (length > 140 ? 0.5 : 1) * (words > 5 ? 0.9 : 1) * (sentences ? 0.75 : 1);
  const people = cells.filter((cell) => PERSON.test(cell)).length / cells.length > 0.9 ? 0.75 : 1;
  const value =
    (0.05 + 0.95 * texts ** 2) *
    Math.sqrt(fill) *
    (isAlike ? 0.1 : distinct) *
    worded *
    long *
    people;
  const { name, place } = group[0] as Look;
  const kindest = kinds.every((kind) => kind === 'key') ? 0.03 : 0;
  const nextToKey = key !== undefined && place === key + 1 ? 0.03 : 0;
  return value + headingBonus(name, texts) + kindest + nextToKey - 0.005 * place;
}

function headingBonus(heading: string, texts: number): number {
  const name = bare(heading);
  if (TITLE_HEADINGS.has(name)) return 0.3 * texts;
  if (TEXT_HEADINGS.has(name)) return -0.15;
  return OTHER_HEADINGS.has(name) ? -0.1 : 0;
}

function wordsIn(cell: string): number {
  const words = cell.split(' ').length;
  return UNSPACED_SCRIPT.test(cell) ? Math.max(words, cell.length / 3) : words;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
