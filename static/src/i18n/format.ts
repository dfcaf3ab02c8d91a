/** Numbers, times and lists as the page's language writes them. */

let language = 'en';

/** Formatters by what they do: to make one takes longer than to use it a hundred times. */
const made = new Map<string, unknown>();

/** Everything is written as in `tag` from now on. */
export function writeAs(tag: string): void {
  language = tag;
  made.clear();
}

function cached<F>(name: string, make: () => F): F {
  if (!made.has(name)) made.set(name, make());
  return made.get(name) as F;
}

/** Which form of a sentence goes with `count`. */
export function pluralOf(count: number): Intl.LDMLPluralRule {
  return cached('plural', () => new Intl.PluralRules(language)).select(count);
}

/** `5` or `6.5`. */
export function numberText(value: number): string {
  return numbers().format(value);
}

function numbers(options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(JSON.stringify(options), () => new Intl.NumberFormat(language, options));
}

/** What the server sends as `5.50`, with all its decimals. */
export function decimalsText(value: string): string {
  const [, decimals = ''] = value.split('.');
  return numbers({ minimumFractionDigits: decimals.length }).format(Number(value));
}

/** `67%`, of 67. */
export function percentText(percent: number): string {
  return numbers({ style: 'percent' }).format(percent / 100);
}

/** `1 min 30 sec`; `1 minute 30 seconds` where it is read aloud. */
export function durationText(seconds: number, unitDisplay: 'short' | 'long' = 'short'): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const unit = (value: number, name: 'minute' | 'second') =>
    numbers({ style: 'unit', unit: name, unitDisplay }).format(value);
  const parts = [
    ...(minutes > 0 ? [unit(minutes, 'minute')] : []),
    ...(minutes === 0 || rest > 0 ? [unit(rest, 'second')] : []),
  ];
  return lists({ type: 'unit', style: 'narrow' }).format(parts);
}

/** How a list ends: in a sentence, or as a mere enumeration. */
export type ListEnd = 'and' | 'none';

function lists(options?: Intl.ListFormatOptions): Intl.ListFormat {
  return cached(`list ${JSON.stringify(options)}`, () => new Intl.ListFormat(language, options));
}

/** What stands between things that are enumerated. Of lists that end in nothing, not all languages know. */
function comma(): string {
  return lists().formatToParts(['1', '2', '3'])[1]?.value ?? ', ';
}

/** `texts` as a list. */
export function listText(texts: readonly string[], end: ListEnd): string {
  return end === 'and' ? lists().format(texts) : texts.join(comma());
}

/** A list of `length` things in its pieces: each thing as its index, and the text between them. */
export function listPieces(length: number, end: ListEnd): (number | string)[] {
  const places = Array.from({ length }, (_, index) => index);
  if (end === 'none') return places.flatMap((place) => (place === 0 ? [place] : [comma(), place]));
  return lists()
    .formatToParts(places.map(String))
    .map(({ type, value }) => (type === 'element' ? Number(value) : value));
}

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** The time of day. */
export function clockOf(date: number): string {
  return dates(CLOCK).format(date);
}

/** The time of day, with `day` unless that is the day of `now`. */
export function timeOf(date: number, now: number, day: Intl.DateTimeFormatOptions): string {
  const isToday = new Date(date).toDateString() === new Date(now).toDateString();
  return isToday ? clockOf(date) : dates({ ...day, ...CLOCK }).format(date);
}

function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(JSON.stringify(options), () => new Intl.DateTimeFormat(language, options));
}
