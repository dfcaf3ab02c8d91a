import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import { type ControllerView, revealed } from '../model/controller';
import type { Result } from '../model/result';
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
  /** Whether somebody wants to write something else than a card. */
  readonly isOther: Signal<boolean> = signal(false);
  private round = 0;
  private preset = '';

  constructor(private readonly deps: AgreementDeps) {}

  /** Records what stands in the field, or a card; nothing takes back what is recorded. Says whether it has worked. */
  record(value: string = this.text.value): Promise<boolean> {
    const { api, carryOut, tell } = this.deps;
    const { round } = this;
    const text = value.trim();
    return carryOut(
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
    const preset = view.agreed ?? likeliest(result);
    if (this.round !== view.round) this.isOther.value = false;
    const isUntouched = this.round !== view.round || this.text.value === this.preset;
    this.round = view.round;
    this.preset = preset;
    if (isUntouched) this.text.value = preset;
  }
}

/** The most chosen card; of several the one nearest to the average. Empty where there is none. */
export function likeliest({ statistics }: Result): string {
  const { modes = [], nearest = '' } = statistics ?? {};
  return modes.includes(nearest) ? nearest : (modes[0] ?? '');
}
