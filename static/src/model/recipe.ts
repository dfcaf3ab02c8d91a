import { type CardFault, faultIn, isList, readCards, toCards, writeCards } from './cards';
import { areSameCards, deckCalled, deckOf } from './deck';
import { DEFAULTS, LONGEST_SECONDS, type Results, type Settings, toResults } from './settings';

/** All that a session is made of. */
export interface Recipe extends Settings {
  readonly choices: readonly string[];
}

/** What is wrong in a recipe link; `text` is what the link says there. */
export type RecipeFault =
  | CardFault
  | { readonly kind: 'no-deck' }
  | { readonly kind: 'unknown-deck' | 'seconds' | 'results'; readonly text: string };

/** What was understood of a recipe link. */
export interface RecipeReading {
  /** Its cards, if they can be used. */
  readonly choices: readonly string[] | undefined;
  /** Its cards as a text to be mended; empty where there is nothing to mend. */
  readonly draft: string;
  /** What it says, and the default wherever that can't be. */
  readonly settings: Settings;
  /** In the order of the link's parts; empty if all is well. */
  readonly faults: readonly RecipeFault[];
}

/** No server has to take a longer address, and no calendar either. */
const MOST_UNITS = 2000;

/** Whether this is the address of a recipe link. No session's id is so short. */
export function isRecipePlace(pathname: string): boolean {
  return pathname.endsWith('/new');
}

/** The link below `root` (the home page's address without its last slash), or `undefined` if it would be too long. */
export function recipeLink(root: string, recipe: Recipe): string | undefined {
  const link = `${root}/new?${writeRecipe(recipe)}`;
  return link.length > MOST_UNITS ? undefined : link;
}

/** The query of a recipe link. */
export function writeRecipe({ choices, title, seconds, results }: Recipe): string {
  const query = new URLSearchParams({ deck: deckOf(choices)?.key ?? writeList(choices) });
  if (title !== DEFAULTS.title) query.set('title', title);
  if (seconds !== DEFAULTS.seconds) query.set('seconds', String(seconds));
  if (results !== DEFAULTS.results) query.set('results', results);
  // Commas are fine in a query, and easier to read. But what is pasted into a mail loses one at its end, and a full stop.
  return query
    .toString()
    .replace(/%2C(?=[^&])/g, ',')
    .replace(/\.$/, '%2E');
}

/** Reads the query of a recipe link. What it doesn't know is passed over. */
export function readRecipe(query: string): RecipeReading {
  const parts = new URLSearchParams(query);
  const deck = readDeck(parts.get('deck')?.trim() ?? '');
  const seconds = readSeconds(parts.get('seconds'));
  const results = readResults(parts.get('results'));
  const faults = [deck.fault, seconds.fault, results.fault];
  return {
    choices: deck.choices,
    draft: deck.draft,
    settings: {
      title: parts.get('title')?.trim() ?? DEFAULTS.title,
      seconds: seconds.value,
      results: results.value,
    },
    faults: faults.filter((fault) => fault !== undefined),
  };
}

interface DeckReading {
  readonly choices: readonly string[] | undefined;
  readonly draft: string;
  readonly fault: RecipeFault | undefined;
}

function readDeck(text: string): DeckReading {
  const known = deckCalled(text);
  if (known !== undefined) return { choices: known.choices, draft: '', fault: undefined };
  const cards = readList(text);
  if (cards.length === 0) return wrongDeck('', { kind: 'no-deck' });
  // One card has a comma behind it. Without any, this is the name of a deck, spelt wrong.
  if (!isList(text) && cards.length === 1) return wrongDeck('', { kind: 'unknown-deck', text });
  const fault = faultIn(cards);
  if (fault !== undefined) return wrongDeck(writeCards(cards), fault);
  return { choices: cards, draft: '', fault };
}

/** Spaces part nothing in a link, so that a comma does, even if it could be that of a number. */
function readList(text: string): readonly string[] {
  return isList(text) ? readCards(text) : toCards(text.split(','));
}

function wrongDeck(draft: string, fault: RecipeFault): DeckReading {
  return { choices: undefined, draft, fault };
}

interface PartReading<T> {
  readonly value: T;
  readonly fault: RecipeFault | undefined;
}

function readSeconds(text: string | null): PartReading<number> {
  if (text === null) return { value: DEFAULTS.seconds, fault: undefined };
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= LONGEST_SECONDS) return { value, fault: undefined };
  return { value: DEFAULTS.seconds, fault: { kind: 'seconds', text } };
}

function readResults(text: string | null): PartReading<Results> {
  if (text === null) return { value: DEFAULTS.results, fault: undefined };
  const value = toResults(text);
  if (value !== undefined) return { value, fault: undefined };
  return { value: DEFAULTS.results, fault: { kind: 'results', text } };
}

/** With commas, which are easier to read, wherever they say the same. */
function writeList(choices: readonly string[]): string {
  const text = choices.length === 1 ? writeCards(choices) : choices.join(',');
  return areSameCards(readList(text), choices) ? text : choices.join(';');
}
