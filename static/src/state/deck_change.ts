import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import { type CardFault, faultIn, readCards, writeCards } from '../model/cards';
import type { CarryOut } from './errand';
import type { HostFact, Tell } from './news';

/** What changing the deck stands on. */
export interface DeckChangeDeps {
  readonly api: Pick<ControllerApi, 'setDeck'>;
  readonly carryOut: CarryOut;
  readonly tell: Tell<HostFact>;
}

/** Other cards for the rounds to come, as they are written. */
export class DeckChange {
  readonly text: Signal<string> = signal('');
  readonly fault: Signal<CardFault | undefined> = signal();

  constructor(private readonly deps: DeckChangeDeps) {}

  /** Puts the cards of a deck into the field. */
  pick(choices: readonly string[]): void {
    this.text.value = writeCards(choices);
    this.fault.value = undefined;
  }

  /** Plays with the cards from now on, if they can be used; else says what is wrong with them. */
  async change(): Promise<void> {
    const { api, carryOut, tell } = this.deps;
    const cards = readCards(this.text.value);
    this.fault.value = faultIn(cards);
    if (this.fault.value !== undefined) return;
    await carryOut(
      `deck ${cards}`,
      () => api.setDeck(cards),
      () => {
        this.text.value = '';
        tell({ kind: 'deckChanged' });
      },
    );
  }
}
