import { type Signal, signal } from '@preact/signals-core';
import type { Cancel, World } from '../api/world';

/** What a copier stands on. */
export interface CopierDeps {
  readonly world: World;
  /** Copies a text, and says whether that worked. */
  readonly copyText: (text: string) => Promise<boolean>;
}

const SHOWN_MS = 3000;

/** Copies one link, and knows how that went. */
export class Copier {
  readonly outcome: Signal<'copied' | 'failed' | undefined> = signal();
  private cancel: Cancel = () => {};

  constructor(
    readonly link: string,
    private readonly deps: CopierDeps,
  ) {}

  /** Copies the link. That it worked is shown for a moment, that it failed until the next try. */
  async copy(): Promise<boolean> {
    this.cancel();
    const worked = await this.deps.copyText(this.link);
    this.outcome.value = worked ? 'copied' : 'failed';
    if (worked) {
      this.cancel = this.deps.world.after(SHOWN_MS, () => {
        this.outcome.value = undefined;
      });
    }
    return worked;
  }
}
