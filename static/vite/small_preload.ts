import type { Plugin } from 'vite';

/**
 * What is fetched when it is asked for brings its styles along, which are to be there first. Vite's own way to see to
 * that knows of nonces, of scripts to preload and of old browsers, and is larger than a vote page can afford. A style that
 * is there already is not brought once more: it would come to stand behind those that go before it.
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
  await Promise.all(files.filter((file) => file.endsWith('.css')).map((file) => new Promise((done, fail) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(file, from);
    if ([...document.styleSheets].some(({ href }) => href === link.href)) return done();
    link.onload = done;
    link.onerror = (error) => {
      link.remove();
      fail(error);
    };
    document.head.append(link);
  })));
  return load();
}`;
