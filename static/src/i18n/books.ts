/** Where the words of the page are, by the names of their groups, and how they come there. */
import { writeAs } from './format';
import type { Translation } from './message';

type English = typeof import('./en/common') &
  typeof import('./en/control') &
  typeof import('./en/control_more') &
  typeof import('./en/home') &
  typeof import('./en/home_more') &
  typeof import('./en/host') &
  typeof import('./en/table') &
  typeof import('./en/vote') &
  typeof import('./en/vote_more');

/** Groups of words in some language. */
export type Taught = { readonly [Name in keyof English]?: Translation<English[Name]> };

type Rest = () => Promise<readonly Taught[]>;

const books: Record<string, object> = {};

/** The words of a group: the same object before it is taught, when it is empty, and after. */
export function book<Name extends keyof English>(name: Name): English[Name] {
  return bookOf(name) as English[Name];
}

function bookOf(name: string): object {
  books[name] ??= {};
  return books[name];
}

let fetchRest: Rest;
let rest: Promise<void> | undefined;

/** The page speaks the language `tag` from now on. `more` fetches what `words` leaves out. */
export function teach(tag: string, words: Taught, more: Rest = async () => []): void {
  writeAs(tag);
  learn(words);
  fetchRest = more;
  rest = undefined;
}

function learn(words: Taught): void {
  for (const [name, group] of Object.entries(words)) Object.assign(bookOf(name), group);
}

/** Fetches the words that were not needed at first, once; anew if that has failed. */
export function fetchWords(): Promise<void> {
  rest ??= fetchAll();
  return rest;
}

async function fetchAll(): Promise<void> {
  try {
    (await fetchRest()).forEach(learn);
  } catch (error) {
    rest = undefined;
    throw error;
  }
}
