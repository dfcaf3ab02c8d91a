import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import type { CarryOut } from './errand';
import type { HostFact, Tell } from './news';

/** What changing the title stands on. */
export interface TitleDeskDeps {
  readonly api: Pick<ControllerApi, 'setTitle'>;
  readonly carryOut: CarryOut;
  readonly tell: Tell<HostFact>;
}

/** What the session is called. */
export class TitleDesk {
  /** What stands in the field. */
  readonly text: Signal<string> = signal('');
  private known = '';

  constructor(private readonly deps: TitleDeskDeps) {}

  /** The title is `title` now; what somebody writes in the field stays. */
  follow(title: string): void {
    if (this.text.value === this.known) this.text.value = title;
    this.known = title;
  }

  /** Gives the session the title in the field. */
  async change(): Promise<void> {
    const { api, carryOut, tell } = this.deps;
    const title = this.text.value.trim();
    await carryOut(
      `title ${title}`,
      () => api.setTitle(title),
      () => {
        // As it is kept, or the field would not follow any more.
        if (this.text.value.trim() === title) this.text.value = title;
        tell({ kind: 'titleChanged' });
      },
    );
  }
}
