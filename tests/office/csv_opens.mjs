// Usage: PAJTHY_BINARY=... node csv_opens.mjs
//
// The history as CSV, opened by LibreOffice, has exactly the texts that people wrote, and numbers where they
// are. Exit status 77 where LibreOffice is not installed: nothing was tested.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer } from '../browser/server.mjs';

const SKIPPED = 77;
const PATIENCE_MS = 60_000;

/** What it is told when somebody opens a file: UTF-8, commas, the country, and to look for dates and more. */
const COUNTRIES = { 'the United States': 1033, Germany: 1031, Hungary: 1038, Japan: 1041 };
const asOpened = (country) => `CSV:44,34,76,1,,${country},false,true`;

const TEXTS = [
  ...['1/2', '3-5', '1-2-3', '0012', '00', '1E5', '1e5', '1.', '.5', '5.50', '0,5', '1,000', '(5)'],
  ...[
    '10:30',
    '10:30 PM',
    '2026-11-28',
    '28.11.',
    '28.11.2026',
    'Mar 3',
    '3. März',
    'SEP-1',
    '1 1/2',
  ],
  ...[
    '2026年11月28日',
    'nov. 28.',
    '½',
    '2½',
    '２',
    '50%',
    '$5',
    '5 €',
    '12345678901',
    '9'.repeat(40),
  ],
  ...[
    'TRUE',
    'false',
    'Wahr',
    'IGAZ',
    '#N/A',
    '#12',
    'PAJ-12 Login',
    'Say "1/2"',
    'a, b; 3',
    '☕',
    '?',
  ],
];
const NUMBERS = ['0', '5', '13', '100', '-1', '123456789'];
/** An apostrophe before them is what keeps them from being formulas. */
const FORMULAS = ['=1+1', '+1', '-1+1', '@SUM(A1)', '=HYPERLINK("http://x.test";"x")'];

if (spawnSync('soffice', ['--version']).error !== undefined) {
  process.stdout.write('skipped: LibreOffice is not installed\n');
  process.exit(SKIPPED);
}

const server = await startServer({ options: ['--access', 'open', '--rate-limits', 'off'] });
const folder = mkdtempSync(join(tmpdir(), 'pajthy-office-'));
try {
  const csv = join(folder, 'history.csv');
  writeFileSync(csv, await playedHistory([...TEXTS, ...NUMBERS, ...FORMULAS]));
  for (const [name, country] of Object.entries(COUNTRIES)) {
    const rows = opened(csv, country);
    assert.equal(rows[0][0].text, 'Round', `the first heading in ${name}`);
    for (const [index, text] of TEXTS.entries()) expect(rows[index + 1], 'string', text, name);
    const numbers = rows.slice(1 + TEXTS.length);
    for (const [index, text] of NUMBERS.entries()) expect(numbers[index], 'float', text, name);
    const formulas = numbers.slice(NUMBERS.length);
    for (const [index, text] of FORMULAS.entries()) {
      const [, topic] = formulas[index];
      assert.deepEqual(
        topic,
        { kind: 'string', text: `'${text.replace(/([;,]"?)(?==)/g, "$1'")}` },
        name,
      );
    }
    for (const row of rows.slice(1)) assert.equal(row[0].kind, 'float', `a round in ${name}`);
  }
} finally {
  rmSync(folder, { recursive: true });
  await server.kill();
}

/** The topic and the card, which is what was voted. */
function expect(row, kind, text, name) {
  assert.deepEqual(row[1], { kind, text }, `a topic in ${name}`);
  assert.ok(
    row.slice(17).some((cell) => cell.kind === kind && cell.text === text),
    `the vote ${text} in ${name}`,
  );
}

/** A session in which there was a round on each of `texts`, which was its own card, as CSV. */
async function playedHistory(texts) {
  const { Id: id } = await (await ask('POST', '', JSON.stringify({ Choices: texts }))).json();
  await ask('PUT', `${id}/join`, 'Ana');
  for (const text of texts) {
    await ask('PATCH', `${id}/control/start`, JSON.stringify({ Topic: text }));
    await ask('PUT', id, JSON.stringify({ Participant: 'Ana', Choice: text }));
    await ask('PATCH', `${id}/control/stop`);
  }
  return Buffer.from(await (await ask('GET', `${id}/control/history?format=csv`)).arrayBuffer());
}

async function ask(method, path, body) {
  const answer = await fetch(`${server.url}api/${path}`, { method, body });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return answer;
}

/** The rows that LibreOffice sees in the file `csv`, each a list of cells with what it takes them for. */
function opened(csv, country) {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const run = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      `--infilter=${asOpened(country)}`,
      ...['--convert-to', 'fods', '--outdir', folder, csv],
    ],
    { timeout: PATIENCE_MS, encoding: 'utf8' },
  );
  assert.equal(run.status, 0, run.stderr);
  const sheet = readFileSync(csv.replace(/csv$/, 'fods'), 'utf8');
  return sheet.match(/<table:table-row\b.*?<\/table:table-row>/gs).map(cellsOf);
}

function cellsOf(row) {
  const cells = row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs);
  return [...cells].flatMap(([, attributes, inside = '']) => {
    const kind = /office:value-type="([^"]*)"/.exec(attributes)?.[1] ?? 'none';
    const repeated = Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
    const text = [...inside.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, words]) => plain(words));
    return Array(Math.min(repeated, 100)).fill({ kind, text: text.join('\n') });
  });
}

function plain(words) {
  return words
    .replace(/<text:s\/>/g, ' ')
    .replace(/<text:tab\/>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name],
    );
}
