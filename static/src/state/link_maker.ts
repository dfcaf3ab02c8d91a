import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { faultIn } from '../model/cards';
import { DECKS, type DeckKey, deckOf, MORE_DECKS } from '../model/deck';
import { recipeLink } from '../model/recipe';
import { Copier, type CopierDeps } from './copier';
import type { HomeDesk } from './home_desk';

/** What the link maker stands on. */
export interface LinkMakerDeps extends CopierDeps {
  readonly desk: HomeDesk;
  /** The address of the home page, without its last slash. */
  readonly root: string;
}

/** A deck that a link can be made for. */
export interface Offer {
  /** Stays the same as long as it means the same. */
  readonly id: string;
  readonly kind: DeckKey | 'typed' | 'own';
  readonly choices: readonly string[];
}

/** Makes links that make sessions: of a deck and all that is set on the home page. */
export class LinkMaker {
  /** The `id` of the offer that was chosen last; it may be gone. */
  readonly chosen: Signal<string> = signal('');
  /** Never empty; the first stands for what is gone. */
  readonly offers: ReadonlySignal<readonly Offer[]>;
  readonly offer: ReadonlySignal<Offer | undefined>;
  /** Of the link; `undefined` where that would be too long. */
  readonly copier: ReadonlySignal<Copier | undefined>;

  constructor({ desk, root, ...deps }: LinkMakerDeps) {
    this.offers = computed(() => offersAt(desk));
    this.offer = computed(() => {
      const offers = this.offers.value;
      return offers.find(({ id }) => id === this.chosen.value) ?? offers[0];
    });
    const link = computed(() => {
      const offer = this.offer.value;
      return offer && recipeLink(root, desk.recipe(offer.choices));
    });
    this.copier = computed(() => {
      const address = link.value;
      return address === undefined ? undefined : new Copier(address, deps);
    });
  }
}

/** The known decks, the cards that are being written, if they can be used, and the reader's own decks. */
function offersAt({ own }: HomeDesk): readonly Offer[] {
  const known = [...DECKS, ...MORE_DECKS].map(
    ({ key, choices }): Offer => ({ id: key, kind: key, choices }),
  );
  const typed: Offer = { id: 'typed', kind: 'typed', choices: own.cards.value };
  const kept = own.decks.value.map(
    (choices): Offer => ({ id: `own:${choices.join()}`, kind: 'own', choices }),
  );
  const isUsable = faultIn(typed.choices) === undefined && deckOf(typed.choices) === undefined;
  return [...known, ...(isUsable ? [typed] : []), ...kept];
}
