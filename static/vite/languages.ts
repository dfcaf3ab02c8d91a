/**
 * Each page in each language: an HTML file of its own, which names the scripts of the page and, before them, that of its
 * language. English has the page's plain name, `vote.html`, Hungarian is `vote.hu.html`.
 *
 * A language is a folder in src/i18n. The scripts that teach it are made from those of English.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Plugin, type Rolldown, runnerImport } from 'vite';
import type { htmlWords } from '../src/i18n/en/html.ts';
import type { Translation, Words } from '../src/i18n/message.ts';
import { opened } from './open_page.ts';
import { PAGES } from './pages.ts';
import { inPseudo, PSEUDO } from './pseudo.ts';

type PageName = keyof typeof PAGES;
type HtmlWords = Translation<typeof htmlWords>;

const I18N = join(import.meta.dirname, '..', 'src', 'i18n');
const NAMES = Object.keys(PAGES) as PageName[];
const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/;
/** The script of a language in the HTML as it is written, for the dev server. */
const ENGLISH_SCRIPT = /\s*<script [^>]*src="\/src\/i18n\/en\/[^>]*><\/script>/;
/** A file of words, of any language, or a page's copy of it. */
const WORDS = /\/i18n\/([\w-]+)\/(\w+)\.ts(\?|$)/;
/** The words that more than one page needs: each page has them in its own file, which compresses better. */
const SHARED = new Set(['common', 'host', 'table']);

/** Whether `id` is a module of words, which has no place among code. */
export function isOfLanguage(id: string): boolean {
  return WORDS.test(id);
}

/** What a chunk is called: after its language as well, if it is one of words. */
export function chunkName({ facadeModuleId }: Rolldown.PreRenderedChunk): string {
  const [, tag, name] = WORDS.exec(facadeModuleId ?? '') ?? [];
  return `assets/${tag === undefined ? '[name]' : `${tag}-${name}`}-[hash].js`;
}

/** The tags of the languages that there are; of those that are for tests only, if `PAJTHY_PSEUDO` is set. */
function tagsOf(): string[] {
  const folders = readdirSync(I18N, { withFileTypes: true }).filter((one) => one.isDirectory());
  const pseudo = process.env['PAJTHY_PSEUDO'] ? Object.keys(PSEUDO) : [];
  return [...folders.map(({ name }) => name), ...pseudo];
}

/** Serves English. */
function served(): Plugin {
  return {
    name: 'pajthy:language',
    apply: 'serve',
    transformIndexHtml: {
      order: 'pre',
      handler: async (html, { path }) => inLanguage(html, nameOf(path), 'en', await htmlOf('en')),
    },
  };
}

/** Builds all of them. */
function built(): Plugin {
  return {
    name: 'pajthy:languages',
    apply: 'build',
    enforce: 'post',
    config: () => ({ build: { rolldownOptions: { input: inputs() } } }),
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace(ENGLISH_SCRIPT, '') },
    async generateBundle(_, bundle) {
      for (const name of NAMES) {
        const page = bundle[PAGES[name]];
        if (page?.type !== 'asset') throw new Error(`${PAGES[name]} is not in the bundle`);
        const html = String(page.source);
        for (const tag of tagsOf()) {
          const whole = withScript(
            inLanguage(html, name, tag, await htmlOf(tag)),
            chunkOf(bundle, tag, name),
            bundle,
          );
          const source = name === 'vote' ? opened(whole) : whole;
          if (tag === 'en') page.source = source;
          else this.emitFile({ type: 'asset', fileName: fileOf(name, tag), source });
        }
      }
    },
  };
}

/** Makes the scripts that teach other languages, and the words of those that are made. */
function made(): Plugin {
  return {
    name: 'pajthy:made-language',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const path = source.startsWith('.') ? join(dirname(importer), `${source}.ts`) : source;
      const [, tag, name = ''] = WORDS.exec(path) ?? [];
      if (tag === undefined) return undefined;
      if (SHARED.has(name)) return `${path}?${basename(importer)}`;
      return existsSync(path) ? undefined : path;
    },
    load(id) {
      const [file = ''] = id.split('?');
      const [, tag = '', name = ''] = WORDS.exec(file) ?? [];
      if (tag === '' || existsSync(file)) return undefined;
      return name.startsWith('page_') ? pageOf(tag, name) : pseudoModule(tag, name);
    },
  };
}

/** The plugins that languages need. */
export function languages(): Plugin[] {
  return [served(), made(), built()];
}

/** The script of each page. */
function inputs(): Record<string, string> {
  const input = (tag: string, file: string) => join(I18N, tag, `${file}.ts`);
  return Object.fromEntries(
    tagsOf().flatMap((tag) => NAMES.map((name) => [`${tag}-${name}`, input(tag, `page_${name}`)])),
  );
}

function pageOf(tag: string, name: string): string {
  return readFileSync(join(I18N, 'en', `${name}.ts`), 'utf8').replace("'en'", `'${tag}'`);
}

async function pseudoModule(tag: string, name: string): Promise<string> {
  const words = await wordsOf(tag, name);
  return Object.entries(words)
    .map(([group, one]) => `export const ${group} = ${JSON.stringify(one)};`)
    .join('\n');
}

/** What the file `name` of a language exports. */
async function wordsOf(tag: string, name: string): Promise<Words> {
  const change = PSEUDO[tag];
  const file = join(I18N, change === undefined ? tag : 'en', `${name}.ts`);
  const { module } = await runnerImport<Words>(file);
  return change === undefined ? module : inPseudo(module, change);
}

async function htmlOf(tag: string): Promise<HtmlWords> {
  const { htmlWords } = await wordsOf(tag, 'html');
  return htmlWords as HtmlWords;
}

function nameOf(path: string): PageName {
  const name = NAMES.find((one) => PAGES[one] === basename(path));
  if (name === undefined) throw new Error(`${path} is no page`);
  return name;
}

function fileOf(name: PageName, tag: string): string {
  return PAGES[name].replace('.html', `.${tag}.html`);
}

/** `html` with its slots filled. */
function inLanguage(html: string, name: PageName, tag: string, words: HtmlWords): string {
  const slots: Record<string, string> = {
    script: words.script,
    ...words[name],
  };
  const direction = RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr';
  return html
    .replace('lang="en" dir="ltr"', `lang="${tag}" dir="${direction}"`)
    .replace(/\{(\w+)\}/g, (slot, of) => escaped(slots[of] ?? slot));
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

function chunkOf(bundle: Rolldown.OutputBundle, tag: string, name: PageName): Rolldown.OutputChunk {
  const entry = join(I18N, tag, `page_${name}.ts`);
  for (const one of Object.values(bundle)) {
    if (one.type === 'chunk' && one.facadeModuleId === entry) return one;
  }
  throw new Error(`${entry} is not in the bundle`);
}

/** `html` with the script of its language before all others, and what that imports fetched beside it. */
function withScript(
  html: string,
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
): string {
  const [first = '', toRoot = ''] = /<script [^>]*src="([./]+)[^>]*>/.exec(html) ?? [];
  const tags = [
    `<script type="module" crossorigin src="${toRoot}${chunk.fileName}"></script>`,
    ...importsOf(chunk, bundle)
      .filter((file) => !html.includes(file))
      .map((file) => `<link rel="modulepreload" crossorigin href="${toRoot}${file}">`),
  ];
  return html.replace(first, `${tags.join('\n    ')}\n    ${first}`);
}

function importsOf({ imports }: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): string[] {
  const all = imports.flatMap((file) => {
    const chunk = bundle[file];
    return [file, ...(chunk?.type === 'chunk' ? importsOf(chunk, bundle) : [])];
  });
  return [...new Set(all)];
}
