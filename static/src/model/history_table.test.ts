import { expect, test } from 'vitest';
import type { PastRound } from './history';
import { historyTable } from './history_table';
import { statisticsOf } from './view.fake';

const ENDED = new Date(2026, 2, 5, 14, 3).getTime();
const HEADINGS = ['Round', 'Topic'];

function past(about: Partial<PastRound> = {}): PastRound {
  return {
    round: 1,
    topic: 'Login',
    attempt: 1,
    started: ENDED - 60_000,
    ended: ENDED,
    votes: new Map([['Ana', '5']]),
    statistics: statisticsOf({ votes: 1, mean: '5.00' }),
    agreed: undefined,
    ...about,
  };
}

const tableOf = (...rounds: PastRound[]) =>
  historyTable({ title: '', choices: [], rounds }, HEADINGS, '.');

const AS_TEXT = `style="mso-number-format:'\\@'"`;

test('is a line for each round and a column for each voter', () => {
  const { text, html } = tableOf(
    past(),
    past({ round: 2, topic: undefined, votes: new Map([['Béla', '8']]), agreed: '8' }),
  );
  const [head, first, second, ...rest] = text.split('\n').map((line) => line.split('\t'));
  expect(head).toEqual(['Round', 'Topic', 'Ana', 'Béla']);
  expect(first?.slice(0, 5)).toEqual(['1', 'Login', '1', '2026-03-05 14:02', '2026-03-05 14:03']);
  expect(first?.slice(-2)).toEqual(['5', '']);
  expect(second?.slice(0, 2)).toEqual(['2', '']);
  expect(second?.slice(-2)).toEqual(['', '8']);
  expect(rest).toEqual([]);
  expect(html).toMatch(/^<table><thead><tr><th>Round<\/th><th>Topic<\/th>/);
  expect(html).toContain('<tbody><tr><td>1</td>');
});

test('both forms have the same cells', () => {
  const { text, html } = tableOf(
    past({ topic: 'a <b> & "c"', agreed: '=1+1', votes: new Map([['1/2', '½']]) }),
  );
  const shown = html
    .replace(/<\/t[dh]>(?=<t)/g, '\t')
    .replace(/<\/tr>(?!<\/tbody>)/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  expect(shown).toBe(text);
});

test.each([
  '1/2',
  '3-5',
  '0012',
  '1E5',
  '1.',
  '10:30',
  '½',
  'TRUE',
  '2026-11-28',
  'Mar 3',
  '0,5',
  '5.50',
  '12345678901234567890',
])('%s stays text where Excel pastes it', (text) => {
  const { html } = tableOf(past({ topic: text, agreed: text, votes: new Map([[text, text]]) }));
  expect(html.split(`<td ${AS_TEXT}>${text}</td>`)).toHaveLength(4);
  expect(html).toContain(`<th ${AS_TEXT}>${text}</th>`);
});

test.each(['5', '0.5', '-1', '100'])('%s is a number', (text) => {
  const { html } = tableOf(past({ votes: new Map([['Ana', text]]) }));
  expect(html).toContain(`<td>${text}</td></tr>`);
});

test('where a comma stands before the decimals, it does in our numbers, and no card becomes a date', () => {
  const rounds = [past({ votes: new Map([['Ana', '1.5']]), agreed: '8' })];
  const { html, text } = historyTable({ title: '', choices: [], rounds }, HEADINGS, ',');
  expect(html).toContain('<td>5,00</td>');
  expect(html).toContain(`<td ${AS_TEXT}>1.5</td>`);
  expect(html).toContain('<td>8</td>');
  expect(text).toContain('\t5,00\t');
});

test('our own numbers and times are what they are', () => {
  const { html } = tableOf(past());
  expect(html).toContain('<td>5.00</td>');
  expect(html).toContain('<td>2026-03-05 14:03</td>');
});

test('nothing in a cell is HTML, a formula or another cell', () => {
  const topic = '<img src=x onerror=alert(1)> & "\'';
  const { html, text } = tableOf(
    past({ topic, agreed: '=1+1\t=2\n=3', votes: new Map([['@a', '+1']]) }),
  );
  expect(html).toContain('>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#39;</td>');
  expect(html).not.toContain('<img');
  expect(text.split('\n')).toHaveLength(2);
  expect(text).toContain("\t'=1+1 =2 =3\t");
  expect(text).toContain("\t'@a\n");
  expect(text.endsWith("\t'+1")).toBe(true);
});
