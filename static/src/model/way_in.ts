import { isRecipePlace } from './recipe';

/** Where this server's pages are. */
export interface Here {
  /** The address's beginning, without a slash: `https://vote.example`. */
  readonly origin: string;
  /** The path prefix of the server. */
  readonly base: string;
}

/** What somebody wrote to get somewhere. */
export type WayIn =
  /** A page of this server; `id` is of its session, `undefined` where it makes one. */
  | { readonly kind: 'page'; readonly path: string; readonly id: string | undefined }
  /** A link that leads to somebody else's page, at `host`. */
  | { readonly kind: 'foreign'; readonly host: string }
  | { readonly kind: 'empty' | 'unclear' };

/** What a session's id can be: a word of letters and digits, in an address and by itself. */
const ID = /^[0-9a-z]{5,64}$/;
/** In a text, the first of its links, without what a sentence or a mail puts around it. */
const LINK = /https?:\/\/[^\s<>"“”„]+/i;
const AROUND = /^[<("'“„‚‘]+|[>)"'”“’.,;:!?]+$/g;

/** Where `text` leads: a link in whatever is around it, or the code of a session in whatever case it is written. */
export function readWayIn(text: string, here: Here): WayIn {
  const written = text.trim().replace(AROUND, '');
  if (written === '') return { kind: 'empty' };
  const link = LINK.exec(text)?.[0].replace(AROUND, '');
  if (link === undefined && !written.includes('/')) return readCode(written, here);
  const url = toUrl(link ?? written, here);
  return url === undefined ? { kind: 'unclear' } : readLink(url, here);
}

/** A code may be read aloud and written in groups. It has none of the letters that look like a digit. */
function readCode(text: string, { base }: Here): WayIn {
  const id = text
    .replace(/[\s-]+/g, '')
    .toLowerCase()
    .replace(/[il]/g, '1')
    .replace(/o/g, '0');
  return ID.test(id) ? pageOf(base, id) : { kind: 'unclear' };
}

function readLink({ host, pathname, search, hash }: URL, { origin, base }: Here): WayIn {
  if (host !== new URL(origin).host) return { kind: 'foreign', host };
  if (!pathname.startsWith(`${base}/`)) return { kind: 'foreign', host: host + pathname };
  if (isRecipePlace(pathname)) {
    return { kind: 'page', path: `${base}/new${search}`, id: undefined };
  }
  const below = pathname
    .slice(base.length + 1)
    .toLowerCase()
    .replace(/\/$/, '');
  const [id = '', page = '', ...rest] = below.split('/');
  const isPage = ID.test(id) && (page === '' || page === 'control') && rest.length === 0;
  if (!isPage) return { kind: 'unclear' };
  return pageOf(base, id, (page && `/${page}`) + hash);
}

function pageOf(base: string, id: string, rest = ''): WayIn {
  return { kind: 'page', path: `${base}/${id}${rest}`, id };
}

/** With the scheme that was left out, or as a path of this server. */
function toUrl(text: string, { origin }: Here): URL | undefined {
  const { protocol } = new URL(origin);
  const address = text.startsWith('/') ? origin + text : text;
  try {
    return new URL(/^https?:\/\//i.test(address) ? address : `${protocol}//${address}`);
  } catch {
    return undefined;
  }
}
