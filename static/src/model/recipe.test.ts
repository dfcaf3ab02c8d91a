import { describe, expect, test } from 'vitest';
import { DECKS, MORE_DECKS } from './deck';
import { type Recipe, readRecipe, recipeLink, writeRecipe } from './recipe';
import { DEFAULTS } from './settings';

const recipe = (choices: readonly string[], settings: Partial<Recipe> = {}): Recipe => ({
  ...DEFAULTS,
  ...settings,
  choices,
});

describe('a recipe', () => {
  test('of a known deck names it, and says only what is set', () => {
    expect(writeRecipe(recipe(['🔴', '🟡', '🟢']))).toBe('deck=health');
    expect(
      writeRecipe(
        recipe(['🔴', '🟡', '🟢'], { title: 'Retro 12', seconds: 90, results: 'counts' }),
      ),
    ).toBe('deck=health&title=Retro+12&seconds=90&results=counts');
  });

  test('of other cards lists them, with commas', () => {
    expect(writeRecipe(recipe(['1', '2', 'too big', '?']))).toBe('deck=1,2,too+big,%3F');
  });

  test('ends with nothing that a mail would cut off', () => {
    expect(writeRecipe(recipe(['1']))).toBe('deck=1%2C');
    expect(writeRecipe(recipe(['health'], { title: 'A, b.' }))).toBe(
      'deck=health%2C&title=A,+b%2E',
    );
  });

  test('is read as it was written', () => {
    const decks = [
      ...[...DECKS, ...MORE_DECKS].map((deck) => deck.choices),
      ['1'],
      ['fibonacci'],
      ['too big'],
      ['a&b=c', '%2C', '+', '#', '/?', '"', '<b>', '__proto__', '½', '☕️', '👩‍👩‍👧‍👦'],
      ['مرحبا', 'שלום 2'],
      ['1', '2'],
      ['0', '5'],
      ['0,5'],
      ['0,5', '1', '2'],
      ['0,5', '1,5'],
      ['v 1', '2'],
      ['1', '2 x'],
      ['0', '½', '0,5'],
      ['[', ']', '{', '|', '}', '^', '\\', '`', "'", '<', '>', '%'],
    ];
    const settings = [
      DEFAULTS,
      { title: 'Sprint 12, & more? 100 % +1 #3 …', seconds: 3600, results: 'controllers' },
      { title: 'a,', seconds: 1, results: 'counts' },
      { title: '.', seconds: 0, results: 'everybody' },
    ] as const;
    for (const choices of decks) {
      for (const set of settings) {
        expect(readRecipe(`?${writeRecipe(recipe(choices, set))}`)).toEqual({
          choices,
          draft: '',
          settings: set,
          faults: [],
        });
      }
    }
  });
});

test('a link stands below the home page, whatever its path', () => {
  const { choices } = DECKS[0] ?? { choices: [] };
  expect(recipeLink('http://x/tools', recipe(choices))).toBe('http://x/tools/new?deck=fibonacci');
});

test('a link that no server would take is none', () => {
  const long = (count: number) => Array.from({ length: count }, (_, index) => `👍👍👍${index}`);
  expect(recipeLink('http://x', recipe(long(40)))).toMatch(/^http:\/\/x\/new\?deck=/);
  expect(recipeLink('http://x', recipe(long(64)))).toBeUndefined();
});

describe('a recipe that people wrote by hand', () => {
  test('may part its cards as they like', () => {
    for (const query of ['deck=1;2;3', 'deck=1%0A2%0D%0A3', 'deck=,1,,2, 3,']) {
      expect(readRecipe(query).choices).toEqual(['1', '2', '3']);
    }
  });

  test('parts cards at its commas, as all links did that are out there', () => {
    expect(readRecipe('deck=1,2').choices).toEqual(['1', '2']);
    expect(readRecipe('deck=0,5').choices).toEqual(['0', '5']);
    expect(readRecipe('deck=big+5,8').choices).toEqual(['big 5', '8']);
  });

  test('may have numbers with a comma', () => {
    expect(readRecipe('deck=0,5;1;2').choices).toEqual(['0,5', '1', '2']);
    expect(readRecipe('deck=0,5,+1,+2').choices).toEqual(['0,5', '1', '2']);
  });

  test('may hold what a browser lets stand in an address', () => {
    expect(readRecipe('?deck=[a],{b},c|d,^,50%,"q",<r>,\\').choices).toEqual([
      '[a]',
      '{b}',
      'c|d',
      '^',
      '50%',
      '"q"',
      '<r>',
      '\\',
    ]);
    expect(readRecipe('?deck=fist&title=100%').settings.title).toBe('100%');
  });

  test('may say what nobody knows', () => {
    expect(readRecipe('?deck=fist&colour=blue&utm_source=mail').faults).toEqual([]);
  });

  test.each([
    ['', { kind: 'no-deck' }],
    ['deck=', { kind: 'no-deck' }],
    ['deck=,,', { kind: 'no-deck' }],
    ['title=Sprint', { kind: 'no-deck' }],
    ['deck=fibonaci', { kind: 'unknown-deck', text: 'fibonaci' }],
    ['deck=Modified+Fibonacci', { kind: 'unknown-deck', text: 'Modified Fibonacci' }],
    ['deck=toString', { kind: 'unknown-deck', text: 'toString' }],
    ['deck=%', { kind: 'unknown-deck', text: '%' }],
    ['deck=1,2,1', { kind: 'twice', card: '1' }],
    [`deck=1,${'W'.repeat(65)}`, { kind: 'too-long', card: 'W'.repeat(65) }],
    ['deck=fist&seconds=abc', { kind: 'seconds', text: 'abc' }],
    ['deck=fist&seconds=', { kind: 'seconds', text: '' }],
    ['deck=fist&seconds=-1', { kind: 'seconds', text: '-1' }],
    ['deck=fist&seconds=1.5', { kind: 'seconds', text: '1.5' }],
    ['deck=fist&seconds=1e3', { kind: 'seconds', text: '1e3' }],
    ['deck=fist&seconds=3601', { kind: 'seconds', text: '3601' }],
    ['deck=fist&results=all', { kind: 'results', text: 'all' }],
    ['deck=fist&results=', { kind: 'results', text: '' }],
  ])('says what is wrong: %s', (query, fault) => {
    expect(readRecipe(query).faults).toEqual([fault]);
  });

  test('is understood as far as that goes', () => {
    expect(readRecipe('deck=fist&title=+Retro+&seconds=9000&results=counts')).toEqual({
      choices: ['0', '1', '2', '3', '4', '5'],
      draft: '',
      settings: { title: 'Retro', seconds: 0, results: 'counts' },
      faults: [{ kind: 'seconds', text: '9000' }],
    });
  });

  test('with cards that can’t be used gives them back to be mended', () => {
    const { choices, draft } = readRecipe('deck=1,2,too+big,2');
    expect(choices).toBeUndefined();
    expect(draft).toBe('1, 2, too big, 2');
  });
});
