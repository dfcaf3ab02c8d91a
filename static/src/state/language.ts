import { batch } from '@preact/signals-core';
import type { DraftShelf } from '../api/draft_shelf';

/** What somebody writes or chooses in a form; `undefined` where there is no such form. */
export interface Draft {
  value: unknown;
}

/** What choosing a language stands on. */
export interface LanguageDeps {
  /** Remembers the choice where the server sees it. */
  readonly remember: (tag: string) => void;
  /** Loads the page again. */
  readonly reload: () => void;
  readonly shelf: DraftShelf;
  readonly drafts: Readonly<Record<string, Draft>>;
}

/** The language of the page. The server has each: another one is another page, on which what was written stands again. */
export class Language {
  constructor(private readonly deps: LanguageDeps) {}

  /** Goes on in the language `tag`. */
  choose(tag: string): void {
    const { drafts, shelf, remember, reload } = this.deps;
    shelf.keep(
      Object.fromEntries(Object.entries(drafts).map(([name, { value }]) => [name, value])),
    );
    remember(tag);
    reload();
  }

  /** Puts what was written before another language was chosen where it was. */
  restore(): void {
    const kept = this.deps.shelf.take();
    batch(() => {
      for (const [name, draft] of Object.entries(this.deps.drafts)) {
        if (kept[name] !== undefined) draft.value = kept[name];
      }
    });
  }
}
