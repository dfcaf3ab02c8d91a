import { type Signal, signal } from '@preact/signals-core';
import { type ControllerView, revealed } from '../model/controller';

/** What the team settles on for the round whose result is shown. */
export class Agreement {
  /** What stands in the field. */
  readonly text: Signal<string> = signal('');
  private round = 0;
  private preset = '';

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
