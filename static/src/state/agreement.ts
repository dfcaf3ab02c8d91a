import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import { type ControllerView, revealed } from '../model/controller';
import type { CarryOut } from './errand';
import type { HostFact, Tell } from './news';

/** What an agreement stands on. */
export interface AgreementDeps {
  readonly api: Pick<ControllerApi, 'agree'>;
  readonly carryOut: CarryOut;
  readonly tell: Tell<HostFact>;
}

/** What the team settles on for the round whose result is shown. */
export class Agreement {
  /** What stands in the field. */
  readonly text: Signal<string> = signal('');
  private round = 0;
  private preset = '';

  constructor(private readonly deps: AgreementDeps) {}

  /** Records it. */
  async record(): Promise<void> {
    const { api, carryOut, tell } = this.deps;
    const { round } = this;
    const text = this.text.value.trim();
    await carryOut(
      `agree ${text}`,
      () => api.agree(round, text),
      () => tell({ kind: 'recorded' }),
    );
  }

  /** Takes back what somebody has written. */
  giveUp(): void {
    this.text.value = this.preset;
  }

  /** Sets the field to what is recorded, or else to the most chosen card, unless somebody writes in it. */
  follow(view: ControllerView): void {
    const result = revealed(view);
    if (result === undefined) return;
    const { modes = [], nearest = '' } = view.statistics ?? {};
    const mode = modes.includes(nearest) ? nearest : (modes[0] ?? '');
    const preset = view.agreed ?? mode;
    const isUntouched = this.round !== view.round || this.text.value === this.preset;
    this.round = view.round;
    this.preset = preset;
    if (isUntouched) this.text.value = preset;
  }
}
