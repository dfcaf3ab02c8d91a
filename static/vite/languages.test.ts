/** Builds the page in all its languages, those for tests as well, and looks at what has come of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const PAGES = ['index', 'vote', 'control'];
const LANGUAGES = ['en-XA', 'ar-XB'];
/** A text of each kind of file, as it is in English. */
const TEXTS = [
  'The server can’t be reached. Trying again…',
  'More decks',
  'Remembered on this device',
  'A deck needs at least one card.',
  'Just watch',
  'Waiting for the next vote',
  'First to speak: {low} ({lowCard}) and {high} ({highCard})',
  'Ready when you are',
  'No round has ended yet.',
];

let folder = '';
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const scripts = () => readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.js'));
const isOf = (tag: string) => (file: string) => file.startsWith(`${tag}-`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pajthy-languages-'));
  vi.stubEnv('PAJTHY_PSEUDO', '1');
  vi.stubEnv('NODE_ENV', 'production');
  const root = join(import.meta.dirname, '..');
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(PAGES)('%s', (page) => {
  /** The scripts in the order in which they run, and what is fetched beside them. */
  const scriptsOf = (html: string) =>
    [...html.matchAll(/<script [^>]*src="[./]+assets\/([^"]+)"/g)].map(([, file = '']) => file);

  test('has the script of its language before its own', () => {
    const [words = '', code = '', ...more] = scriptsOf(read(`${page}.html`));
    expect(words).toMatch(/^en-/);
    expect(code).not.toMatch(/^en-/);
    expect(more).toEqual([]);
  });

  test.each(LANGUAGES)('differs in %s by its words only', (tag) => {
    const plain = (html: string, language: string) =>
      html
        .replaceAll(new RegExp(`assets/${language}-([a-z]+)-[\\w-]+\\.js`, 'g'), 'assets/$1')
        .replace(/<html [^>]*>|<title>[^<]*|content="[^"]*">\n +<link|<noscript>[^<]*/g, '');
    expect(plain(read(`${page}.${tag}.html`), tag)).toBe(plain(read(`${page}.html`), 'en'));
  });

  test('says which language it is in, and that it needs no translator', () => {
    const tagOf = (file: string) => /<html [^>]*>/.exec(read(file))?.[0];
    expect(tagOf(`${page}.html`)).toBe('<html lang="en" dir="ltr" translate="no">');
    expect(tagOf(`${page}.ar-XB.html`)).toBe('<html lang="ar-XB" dir="rtl" translate="no">');
  });

  test.each(['', '.en-XA'])('has all its texts, in page%s.html', (language) => {
    expect(read(`${page}${language}.html`)).not.toMatch(/[{}]/);
  });

  test('is there in a compressed form in each language', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.html.br'));
    const all = ['', ...LANGUAGES.map((tag) => `.${tag}`)];
    expect(files).toEqual(expect.arrayContaining(all.map((tag) => `${page}${tag}.html.br`)));
  });
});

test('what is said in English is in the files of English alone', () => {
  for (const text of TEXTS) {
    // One of those for tests says the same, in the other direction.
    const files = scripts().filter(
      (file) => !isOf('ar-XB')(file) && read(`assets/${file}`).includes(text),
    );
    expect(files).not.toEqual([]);
    expect([text, files]).toEqual([text, files.filter((file) => /^en-(?!X)/.test(file))]);
  }
});

test.each(['en', ...LANGUAGES])('what is fetched for %s holds no code', (tag) => {
  const files = scripts()
    .filter(isOf(tag))
    .filter((file) => tag !== 'en' || !isOf('en-XA')(file));
  const names = files.map((file) => file.slice(tag.length + 1).replace(/-[\w-]{8}\.js$/, ''));
  expect(names.sort()).toEqual([
    'control',
    'control_more',
    'home',
    'home_more',
    'table',
    'vote',
    'vote_more',
  ]);
  for (const file of files) {
    const imports = [...read(`assets/${file}`).matchAll(/from"\.\/([\w-]+?)-[\w-]{8}\.js"/g)];
    expect(['shared']).toEqual(expect.arrayContaining(imports.map(([, name]) => name)));
    expect(read(`assets/${file}`)).not.toMatch(/function|class |document/);
  }
});

test('the words that are fetched later bring nothing along that would have to be fetched after them', () => {
  const later = scripts().filter((file) => /-(table|\w+_more)-[\w-]{8}\.js$/.test(file));
  expect(later.length).toBeGreaterThanOrEqual(9);
  for (const file of later) expect(read(`assets/${file}`)).not.toMatch(/^import|from"/);
});
