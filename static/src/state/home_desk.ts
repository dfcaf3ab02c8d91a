import { type Signal, signal } from '@preact/signals-core';
import { createSession } from '../api/create_session';
import type { DeckShelf } from '../api/deck_shelf';
import type { ProblemKind, Send } from '../api/request';
import { deckOf } from '../model/deck';
import type { Place } from '../model/place';
import type { Recipe, RecipeReading } from '../model/recipe';
import { DEFAULTS, type Results } from '../model/settings';
import { OwnCards } from './own_cards';

/** What the home page stands on. */
export interface HomeDeskDeps {
  readonly place: Place;
  readonly send: Send;
  /** Goes to a page of this server. */
  readonly go: (path: string) => void;
  readonly shelf: DeckShelf;
  /** What the recipe link says that led here, if one did. */
  readonly reading?: RecipeReading | undefined;
}

/** A session that the server did not make. */
export interface Refusal {
  readonly choices: readonly string[];
  readonly kind: ProblemKind;
}

/** The home page: one tap makes a session. */
export class HomeDesk {
  /** The cards that a session is being created with. */
  readonly creating: Signal<readonly string[] | undefined> = signal();
  readonly refusal: Signal<Refusal | undefined> = signal();

  /** What the session will be called; may be empty. */
  readonly title: Signal<string>;
  readonly seconds: Signal<number>;
  readonly results: Signal<Results>;
  readonly own: OwnCards;
  readonly reading: RecipeReading | undefined;
  /** Whether a recipe link is being followed, as long as nothing speaks against it. */
  readonly isFollowing: Signal<boolean>;

  constructor(private readonly deps: HomeDeskDeps) {
    this.reading = deps.reading;
    const { title, seconds, results } = deps.reading?.settings ?? DEFAULTS;
    this.title = signal(title);
    this.seconds = signal(seconds);
    this.results = signal(results);
    this.own = new OwnCards(deps.shelf, deps.reading?.draft);
    this.isFollowing = signal(deps.reading?.faults.length === 0);
  }

  /** All that a session with these cards would be made of. */
  recipe(choices: readonly string[]): Recipe {
    const { title, seconds, results } = this;
    return {
      choices,
      title: title.value.trim(),
      seconds: seconds.value,
      results: results.value,
    };
  }

  /** The reader came back to the page: it takes the next tap. */
  comeBack(): void {
    this.creating.value = undefined;
  }

  /** Does what the recipe link says, unless something is wrong in it. */
  async follow(): Promise<void> {
    const choices = this.reading?.choices;
    if (this.isFollowing.value && choices !== undefined) await this.create(choices);
  }

  /** Creates a session and goes to its control page; the cookie that came with it opens that, if it was kept. */
  create(choices: readonly string[]): Promise<void> {
    return this.make(choices, () => undefined);
  }

  /** The same with cards of the reader's own, which are remembered then, unless they are a deck anyway. */
  createOwn(cards: readonly string[]): Promise<void> {
    return this.make(cards, () => {
      if (deckOf(cards) === undefined) this.own.remember(cards);
    });
  }

  private async make(choices: readonly string[], onMade: () => void): Promise<void> {
    if (this.creating.value !== undefined) return;
    const { place, send, go } = this.deps;
    this.creating.value = choices;
    this.refusal.value = undefined;
    const answer = await createSession(send, this.recipe(choices));
    if (!answer.ok) {
      this.creating.value = undefined;
      this.isFollowing.value = false;
      this.refusal.value = { choices, kind: answer.problem.kind };
      return;
    }
    onMade();
    const { id, key } = answer.value;
    go(`${place.base}/${id}/control${key === undefined ? '' : `#${key}`}`);
  }
}
