import type { Plugin } from 'vite';

/**
 * What is fetched when it is asked for brings along its styles, which are to be there first, and the scripts that it
 * imports, which would be found one round trip later. Vite's own way to see to that knows of nonces and of old browsers,
 * and is larger than a vote page can afford. A style that is there already is not brought once more: it would come to
 * stand behind those that go before it.
 */
export function smallPreload(): Plugin {
  return {
    name: 'pajthy:small-preload',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? HELPER : undefined),
  };
}

const HELPER = `
export async function __vitePreload(load, files, from) {
  await Promise.all(files.map((file) => new Promise((done, fail) => {
    const link = document.createElement('link');
    const isStyle = file.endsWith('.css');
    link.rel = isStyle ? 'stylesheet' : 'modulepreload';
    link.href = new URL(file, from);
    if ([...document.styleSheets].some(({ href }) => href === link.href)) return done();
    link.onload = done;
    link.onerror = (error) => {
      link.remove();
      fail(error);
    };
    document.head.append(link);
    if (!isStyle) done();
  })));
  return load();
}`;
