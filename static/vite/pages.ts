import type { Plugin, RenderBuiltAssetUrl } from 'vite';

/** The html entries, as the server knows them. */
export const PAGES = { home: 'index.html', vote: 'vote.html', control: 'control.html' };

/**
 * Which entry the server would answer `path` with, or `undefined` if the path is a file or the API.
 * `/` is home and so is `/new`, `/{id}` is the vote page, `/{id}/control` the control page.
 */
export function pageFor(path: string): string | undefined {
  if (path === '/' || path === '/new') return PAGES.home;
  const [, id = '', rest, ...more] = path.split('/');
  if (!/^[0-9a-z]+$/.test(id) || id === 'api' || id === 'src' || more.length > 0) return undefined;
  if (rest === undefined) return PAGES.vote;
  return rest === 'control' ? PAGES.control : undefined;
}

/** Lets the dev server answer the same addresses as the real one. */
export function servePages(): Plugin {
  return {
    name: 'pajthy:pages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const [path = '/', query] = (request.url ?? '/').split('?');
        const page = pageFor(path);
        if (page !== undefined) request.url = `/${page}${query === undefined ? '' : `?${query}`}`;
        next();
      });
    },
  };
}

/**
 * The path prefix is not known at build time, so every address is relative. The control page is
 * served one level deeper than its file lies.
 */
export const relativeToPage: RenderBuiltAssetUrl = (filename, { hostId, hostType }) =>
  hostType === 'html' && hostId.endsWith(PAGES.control) ? `../${filename}` : { relative: true };
