import { type Signal, signal } from '@preact/signals-core';
import { type CardFault, faultIn, readCards, writeCards } from '../model/cards';

/** Other cards for the rounds to come, as they are written. */
export class DeckChange {
  readonly text: Signal<string> = signal('');
  readonly fault: Signal<CardFault | undefined> = signal();

  /** Puts the cards of a deck into the field. */
  pick(choices: readonly string[]): void {
    this.text.value = writeCards(choices);
    this.fault.value = undefined;
  }

  /** The cards, if they can be used; else says what is wrong with them. */
  cards(): readonly string[] | undefined {
    const cards = readCards(this.text.value);
    this.fault.value = faultIn(cards);
    return this.fault.value === undefined ? cards : undefined;
  }

  /** They are in use. */
  done(): void {
    this.text.value = '';
  }
}
