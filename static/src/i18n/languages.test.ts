/** What types don’t tell of a translation. */
import { describe, expect, test } from 'vitest';
import { inPseudo, PSEUDO } from '../../vite/pseudo';
import type { Message, Plural, Words } from './message';

const files = import.meta.glob<Words>(['./*/*.ts', '!./*/page_*.ts'], { eager: true });

/** Each language, as the words by file and name. */
const languages = new Map<string, Record<string, Words>>();
for (const [path, words] of Object.entries(files)) {
  const [, tag = '', file = ''] = path.split('/');
  languages.set(tag, { ...languages.get(tag), [file]: { ...words } });
}
const english = languages.get('en') ?? {};

const isPlural = (words: Message | Words): words is Plural =>
  typeof words === 'object' && typeof words['other'] === 'string';

/** Every message in `words`, by where it stands. */
function messages(words: Message | Words, place = ''): [string, Message][] {
  if (typeof words === 'string' || isPlural(words)) return [[place, words]];
  return Object.entries(words).flatMap(([name, word]) => messages(word, `${place}/${name}`));
}

const formsOf = (message: Message) => (typeof message === 'string' ? { other: message } : message);

const slotsIn = (text: string) => new Set(text.match(/\{\w+\}/g));

/** `many` of these is for millions. */
const MAY_LACK_MANY = /^(es|fr|pt)\b/;

function categoriesOf(tag: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  return pluralCategories.filter((one) => one !== 'many' || !MAY_LACK_MANY.test(tag));
}

/** What is wrong with what `tag` has for the English `original`. */
function faultsIn(tag: string, original: Message, message: Message): string[] {
  const wanted = slotsIn(formsOf(original).other);
  const faults = Object.entries(formsOf(message)).flatMap(([form, text = '']) => {
    const slots = slotsIn(text);
    if (/[{}]/.test(text.replace(/\{\w+\}/g, ''))) return [`${form}: a brace`];
    const surplus = [...slots].filter((slot) => !wanted.has(slot) && slot !== '{count}');
    const missing = [...wanted].filter(
      (slot) => !slots.has(slot) && (form === 'other' || slot !== '{count}'),
    );
    return [
      ...surplus.map((slot) => `${form}: ${slot} is not filled`),
      ...missing.map((slot) => `${form}: ${slot} is missing`),
      ...(text.trim() === '' ? [`${form}: nothing is said`] : []),
    ];
  });
  if (typeof message === 'string') return faults;
  const lacking = categoriesOf(tag).filter((category) => !(category in message));
  const unknown = Object.keys(message).filter(
    (form) =>
      !new Intl.PluralRules(tag).resolvedOptions().pluralCategories.some((one) => one === form),
  );
  return [
    ...faults,
    ...lacking.map((form) => `${form} is missing`),
    ...unknown.map((form) => `${form} is never said`),
  ];
}

describe.each([...languages])('%s', (tag, words) => {
  test('is a language', () => {
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag]);
  });

  test('has the same words as English', () => {
    const places = (of: Words) => messages(of).map(([place]) => place);
    expect(places(words).sort()).toEqual(places(english).sort());
  });

  test('has the same slots, and all its forms', () => {
    const own = new Map(messages(words));
    const faults = messages(english).flatMap(([place, original]) =>
      faultsIn(tag, original, own.get(place) ?? original).map((fault) => `${place}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

describe('found is', () => {
  const forms = { one: '{count} row of {file}', other: '{count} rows of {file}' };

  test.each<[string, Message, string[]]>([
    ['en', forms, []],
    ['ja', '{file}: {count}', []],
    ['en', { one: 'a row of {file}', other: forms.other }, []],
    ['en', '{count} of {file} {fil}', ['other: {fil} is not filled']],
    ['en', { one: 'a row', other: forms.other }, ['one: {file} is missing']],
    ['en', '{file}', ['other: {count} is missing']],
    ['en', '{count} of {file', ['other: a brace']],
    ['en', { other: forms.other }, ['one is missing']],
    ['pl', forms, ['few is missing', 'many is missing']],
    ['fr', forms, []],
    ['ja', forms, ['one is never said']],
  ])('of %s, in %j: %j', (tag, message, faults) => {
    expect(faultsIn(tag, forms, message)).toEqual(faults);
  });
});

describe.each(Object.entries(PSEUDO))('the pseudo-language %s', (_, change) => {
  const all = messages(english);
  const own = new Map(messages(inPseudo(english, change)));

  test('has every sentence, and none as it is in English', () => {
    const same = all.filter(([place, message]) => {
      const forms = formsOf(own.get(place) ?? message);
      return forms.other === formsOf(message).other;
    });
    expect(same).toEqual([]);
  });

  test('keeps slots', () => {
    const lost = all.filter(([place, message]) => {
      const slots = slotsIn(formsOf(own.get(place) ?? '').other);
      return [...slotsIn(formsOf(message).other)].some((slot) => !slots.has(slot));
    });
    expect(lost).toEqual([]);
  });
});

test('one pseudo-language is longer than English by more than a third', () => {
  const lengthOf = (words: Record<string, Words>) =>
    messages(words).reduce((sum, [, message]) => sum + formsOf(message).other.length, 0);
  const longer = inPseudo(english, PSEUDO['en-XA'] ?? String);
  expect(lengthOf(longer) / lengthOf(english)).toBeGreaterThan(1.34);
});
