import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { DeckShelf } from '../api/deck_shelf';
import { type CardFault, faultIn, hasEnded, readCards } from '../model/cards';
import { type OwnDecks, withDeck, withoutDeck } from '../model/own_decks';

/** The reader's own cards: those that are being written, and the decks that this device remembers. */
export class OwnCards {
  readonly text: Signal<string>;
  /** What `text` lists. */
  readonly cards: ReadonlySignal<readonly string[]>;
  /** What is wrong with them, as far as it is time to say so. */
  readonly fault: ReadonlySignal<CardFault | undefined>;
  readonly decks: Signal<OwnDecks>;
  /** The deck that was forgotten last, which can still be brought back. */
  readonly forgotten: Signal<readonly string[] | undefined> = signal();

  private readonly stage: Signal<'resting' | 'writing' | 'judged'>;

  /** `draft` is a text that others wrote, and that is to be mended; empty if there is none. */
  constructor(
    private readonly shelf: DeckShelf,
    draft = '',
  ) {
    this.text = signal(draft);
    this.stage = signal(draft === '' ? 'resting' : 'judged');
    this.decks = signal(shelf.decks());
    this.cards = computed(() => readCards(this.text.value));
    this.fault = computed(() => this.findFault());
  }

  /** The text is being written. */
  write(text: string): void {
    this.stage.value = 'writing';
    this.text.value = text;
  }

  /** Nobody is writing any more. */
  rest(): void {
    this.stage.value = this.cards.value.length === 0 ? 'resting' : 'judged';
  }

  /** The cards as they are, if they can be used; if not, `fault` says why from now on. */
  take(): readonly string[] | undefined {
    this.stage.value = 'judged';
    return this.fault.value === undefined ? this.cards.value : undefined;
  }

  /** A session was made with `cards`: they are at hand next time. */
  remember(cards: readonly string[]): void {
    this.put(withDeck(this.shelf.decks(), cards));
  }

  /** `cards` are not offered any more. */
  forget(cards: readonly string[]): void {
    this.put(withoutDeck(this.shelf.decks(), cards));
    this.forgotten.value = cards;
  }

  /** It was not meant. */
  bringBack(): void {
    const cards = this.forgotten.value;
    this.forgotten.value = undefined;
    if (cards !== undefined) this.remember(cards);
  }

  private put(decks: OwnDecks): void {
    this.shelf.keep(decks);
    this.decks.value = decks;
  }

  /** The card that is just being written is not judged: who writes 1 2 1 may be on the way to 13. */
  private findFault(): CardFault | undefined {
    const { cards, text, stage } = this;
    if (stage.value === 'judged') return faultIn(cards.value);
    if (stage.value === 'resting') return undefined;
    const written = hasEnded(text.value) ? cards.value : cards.value.slice(0, -1);
    return written.length === 0 ? undefined : faultIn(written);
  }
}
