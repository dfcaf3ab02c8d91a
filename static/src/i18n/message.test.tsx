// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { writeAs } from './format';
import { rich, type Translation, text } from './message';

const words = {
  plain: 'Pick a card',
  voted: '{name} voted {choice}',
  cards: { one: 'One card', other: '{count} cards' },
  turnout: '{count} of {of}',
  group: { from: { one: '{count} row of {file}', other: '{count} rows of {file}' } },
} as const;

afterEach(() => writeAs('en'));

test('slots are filled by their names', () => {
  expect(text(words.voted, { choice: '5', name: 'Ana' })).toBe('Ana voted 5');
});

test('what fills a slot is taken as it is', () => {
  expect(text(words.voted, { name: '{choice}', choice: '$&' })).toBe('{choice} voted $&');
});

test('a count chooses the form, by the rules of the language', () => {
  expect([0, 1, 2].map((count) => text(words.cards, { count }))).toEqual([
    '0 cards',
    'One card',
    '2 cards',
  ]);
  writeAs('pl');
  const polish = {
    one: 'głos',
    few: '{count} głosy',
    many: '{count} głosów',
    other: '{count} głosu',
  };
  expect([1, 2, 5, 22, 1.5].map((count) => text(polish as typeof words.cards, { count }))).toEqual([
    'głos',
    '2 głosy',
    '5 głosów',
    '22 głosy',
    '1,5 głosu',
  ]);
});

test('a form that is not there is that for all others', () => {
  writeAs('fr');
  expect(text(words.cards, { count: 1_000_000 })).toMatch(/^1\s000\s000 cards$/);
});

test('numbers are written as the language does', () => {
  expect(text(words.turnout, { count: 1000, of: 0.5 })).toBe('1,000 of 0.5');
  writeAs('de');
  expect(text(words.turnout, { count: 1000, of: 0.5 })).toBe('1.000 of 0,5');
});

test('elements fill slots in the order of the language', () => {
  const place = document.createElement('p');
  const said = 'At {choice}: {name}' as typeof words.voted;
  render(<i>{rich(said, { name: <bdi>Ana</bdi>, choice: <b>5</b> })}</i>, place);
  expect(place.innerHTML).toBe('<i>At <b>5</b>: <bdi>Ana</bdi></i>');
});

test('what doesn’t fit doesn’t compile', () => {
  // @ts-expect-error: a slot is missing
  text(words.voted, { name: 'Ana' });
  // @ts-expect-error: there is no such slot
  text(words.voted, { name: 'Ana', choice: '5', chioce: '8' });
  // @ts-expect-error: a count is a number
  text(words.cards, { count: '1' });
  // @ts-expect-error: a text takes no elements
  text(words.voted, { name: <b>Ana</b>, choice: '5' });
  // @ts-expect-error: words without slots are texts already, those with forms are not
  const plain: string = words.cards;
  expect(plain).toBe(words.cards);
});

test('a translation has all that English has, and no more', () => {
  const all: Translation<typeof words> = {
    plain: 'Válassz egy lapot',
    voted: '{choice}: {name}',
    cards: '{count} lap',
    turnout: { one: 'egy {of} közül', other: '{count} {of} közül' },
    group: { from: { one: '{file} egy sora', other: '{file} {count} sora' } },
  };
  const wrong: Translation<typeof words> = {
    ...all,
    // @ts-expect-error: a slot is missing
    voted: '{name} szavazott',
    // @ts-expect-error: all other numbers need theirs
    cards: { one: '{count} lap', other: 'lapok' },
    // @ts-expect-error: nothing can be counted
    plain: { one: 'Egy lap', other: 'Lapok' },
    // @ts-expect-error: a slot is missing in a form
    group: { from: { one: 'egy sor', other: '{file} {count} sora' } },
  };
  // @ts-expect-error: English has no such words
  const surplus: Translation<typeof words> = { ...all, more: 'Több' };
  // @ts-expect-error: words are missing
  const part: Translation<typeof words> = { plain: 'Válassz egy lapot' };
  expect([wrong, surplus, part]).toHaveLength(3);
});
