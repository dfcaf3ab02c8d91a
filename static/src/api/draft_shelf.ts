import { isObject, parseJson } from './guard';
import { attempt, read, remove, write } from './storage';

/** Where what was written, and not sent, outlasts a reload of the page. */
export interface DraftShelf {
  readonly keep: (drafts: Readonly<Record<string, unknown>>) => void;
  /** Takes what was kept: it is there once. */
  readonly take: () => Readonly<Record<string, unknown>>;
}

/** The shelf of the page at `path` in `tab`. */
export function draftShelf(tab: Storage | undefined, path: string): DraftShelf {
  const entry = `pajthy:drafts:${path}`;
  return {
    keep: (drafts) => write(tab, entry, JSON.stringify(drafts)),
    take() {
      const drafts = parseJson(read(tab, entry) ?? '');
      remove(tab, entry);
      return isObject(drafts) ? drafts : {};
    },
  };
}

/** The one of this page, in the tab's own storage. */
export function browserDraftShelf(): DraftShelf {
  return draftShelf(
    attempt(() => window.sessionStorage),
    location.pathname,
  );
}
