import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readPasted, takeOf } from './pasted';
import { inOneLine, seen } from './seen';
import { textOfFile } from './text_file';
import { asKept } from './topic';

/** Numbers from 0 on below `below`, the same with each run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PIECES = [
  ...[
    '\t',
    ';',
    ',',
    '|',
    '"',
    '""',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '\u0085',
    '\u200b',
    '\ufeff',
    '\\|',
    '|---|',
    'sep=;\n',
  ],
  ...[
    'PAJ-1',
    '#12',
    'Login',
    'Key',
    'Title 1',
    '1.',
    '- ',
    '•\t',
    '[x](https://a.example/1)',
    'https://a.example',
    '3',
    '2026-10-01',
  ],
  ...['👍', 'ü', 'ロ', '\ud800', '\u0000', '\uf0b7', '<b>', '=1+1', '-'],
];

describe('whatever is pasted', () => {
  test('is read, and in one of two ways nothing of it is lost', () => {
    const roll = dice(1);
    for (let run = 0; run < 600; run++) {
      const text = Array.from({ length: roll(40) }, () => PIECES[roll(PIECES.length)]).join('');
      const { lines, table } = readPasted(text);
      for (const topic of lines()) expect(topic).toBe(inOneLine(topic));
      if (table === undefined) continue;
      for (let column = 0; column < takeOf(table, {}).columns.length; column++) {
        for (const isHeaded of [true, false]) {
          const taken = takeOf(table, { column, isHeaded });
          expect(taken.topics.every((topic) => topic !== '')).toBe(true);
          const least = table.rows.length - (isHeaded ? 1 : 0) - taken.blank;
          expect(taken.topics.length).toBeGreaterThanOrEqual(least);
        }
      }
    }
  });

  test('is kept in a form that stays as it is', () => {
    const roll = dice(3);
    for (let run = 0; run < 2000; run++) {
      const text = Array.from({ length: roll(8) }, () => PIECES[roll(PIECES.length)]).join(' ');
      const kept = asKept(text);
      expect(asKept(kept)).toBe(kept);
    }
  });

  test('may be a file of anything', () => {
    const roll = dice(2);
    for (let run = 0; run < 200; run++) {
      const bytes = Uint8Array.from({ length: roll(300) }, () => roll(256));
      readPasted(textOfFile(bytes) ?? '');
    }
  });
});

/** Of words only, so that nothing in it is layout. */
function randomTable(roll: (below: number) => number): string[][] {
  const word = () =>
    ['Login', 'search, at last', 'the "new" one', 'two\nlines', 'Ärger; viel', 'a\tb', 'x|y'][
      roll(7)
    ] ?? '';
  const [rows, columns] = [2 + roll(8), 2 + roll(5)];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, place) => `${word()} ${row}-${place} ${word()}`),
  );
}

test.each(['\t', ';', ','])('no cell of a table is lost, with %j between them', (delimiter) => {
  const roll = dice(delimiter.charCodeAt(0));
  for (let run = 0; run < 100; run++) {
    const cells = randomTable(roll);
    const text = Papa.unparse(cells, { delimiter, quotes: roll(2) === 0 });
    const { table } = readPasted(text);
    expect(table?.rows).toEqual(cells.map((row) => row.map((cell) => inOneLine(seen(cell)))));
    expect(table?.others).toEqual([]);
  }
});

test('a row that is not like the others is named, and stays apart', () => {
  const { table } = readPasted('Key,Summary\nPAJ-1,Login\nPAJ-2,Search, at last\nPAJ-3,Logout');
  expect(table?.rows.length).toBe(3);
  expect(table?.others).toEqual(['PAJ-2 Search at last']);
});

test('what stands above a heading, or below a table, is named', () => {
  expect(readPasted('Sprint 12\nKey,Summary\nPAJ-1,Login').table?.others).toEqual(['Sprint 12']);
  expect(
    readPasted('Hi!\n\n| Key | Title |\n|---|---|\n| PAJ-1 | Login |\n\nBye').table?.others,
  ).toEqual(['Hi!', 'Bye']);
});

test.each([
  ...[
    '[',
    '"',
    ',"',
    '"a,',
    '""',
    '|',
    ' ',
    '\t',
    ';',
    'a ',
    '(',
    'https://a.example ',
    '1. ',
    '- ',
    '\n',
    '| |\n',
  ],
  ...[
    'a\u0301',
    '[a](',
    '[a](https://a',
    '\u200b',
    '`',
    '\\|',
    '|-',
    '#',
    'x/',
    '1,',
    '👍',
    'PAJ-1\t',
    '-\n',
  ],
])('nothing takes long to read, however often it comes: %j', (piece) => {
  const text = piece.repeat(Math.ceil(200_000 / piece.length));
  for (const whole of [text, `${text}|x`, `Key\tTitle\n${text}`]) {
    const before = performance.now();
    const { lines, table } = readPasted(whole);
    lines();
    if (table !== undefined) takeOf(table, {});
    expect(performance.now() - before).toBeLessThan(2_000); // what does takes minutes
  }
});

test('as many topics as a session holds come out of one table', () => {
  const rows = Array.from(
    { length: 500 },
    (_, row) => `PAJ-${row},"${'word '.repeat(30)}${row}",Open`,
  );
  const { table } = readPasted(`Key,Summary,Status\n${rows.join('\n')}`);
  expect(table && takeOf(table, {}).topics.length).toBe(500);
});
