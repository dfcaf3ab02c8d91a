// The pages in languages that nobody speaks: a build that has them, laid over what the binary serves.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const STATIC = join(import.meta.dirname, '..', '..', 'static');
const TYPES = { js: 'text/javascript', css: 'text/css' };

/** Builds the pages with these languages; gives their folder. */
export async function buildPseudo() {
  const folder = await mkdtemp(join(tmpdir(), 'pajthy-pseudo-'));
  const vite = join(STATIC, 'node_modules', '.bin', 'vite');
  await promisify(execFile)(vite, ['build', '--outDir', folder, '--emptyOutDir'], {
    cwd: STATIC,
    env: { ...process.env, PAJTHY_PSEUDO: '1' },
  });
  return folder;
}

export function removePseudo(folder) {
  return rm(folder, { recursive: true, force: true });
}

/** From now on `person` gets the pages in the language `tag`, with the headers of the server. */
export async function speak(person, folder, tag) {
  await person.context.route('**/*', async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    if (request.resourceType() === 'document') {
      const response = await route.fetch();
      const { 'content-encoding': _, 'content-length': __, ...headers } = response.headers();
      const body = await readFile(join(folder, `${pageAt(pathname)}.${tag}.html`));
      return route.fulfill({ status: response.status(), headers, body });
    }
    if (!pathname.includes('/assets/')) return route.continue();
    const contentType = TYPES[pathname.split('.').at(-1)];
    return route.fulfill({ contentType, path: join(folder, 'assets', basename(pathname)) });
  });
  await person.reload();
}

function pageAt(pathname) {
  if (pathname === '/') return 'index';
  return pathname.endsWith('/control') ? 'control' : 'vote';
}

/** Runs in the page: what is said in plain letters, by element; `known` are words that come from people, or from the browser. */
export function findEnglish(known) {
  const ATTRIBUTES = ['aria-label', 'title', 'alt', 'placeholder'];
  const isKnown = new Set(known);
  const found = new Set();
  const judge = (element, text) => {
    if (element.closest('bdi, script, style, noscript, textarea, kbd, [translate=no]:not(html)')) return;
    for (const [word] of text.matchAll(/[a-z]{3,}/gi)) {
      if (!isKnown.has(word)) found.add(`${element.localName}.${element.className}: ${text.trim()}`);
    }
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) judge(texts.currentNode.parentElement, texts.currentNode.data);
  for (const element of document.body.querySelectorAll('*')) {
    for (const name of ATTRIBUTES) judge(element, element.getAttribute(name) ?? '');
  }
  return [...found];
}
