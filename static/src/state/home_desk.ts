import { type Signal, signal } from '@preact/signals-core';
import { createSession } from '../api/create_session';
import type { ProblemKind, Send } from '../api/request';
import type { Deck } from '../model/deck';
import type { Place } from '../model/place';

/** What the home page stands on. */
export interface HomeDeskDeps {
  readonly place: Place;
  readonly send: Send;
  /** Goes to a page of this server. */
  readonly go: (path: string) => void;
}

/** The home page: one tap makes a session. */
export class HomeDesk {
  /** The deck that a session is being created with. */
  readonly creating: Signal<Deck['key'] | undefined> = signal(undefined);
  readonly trouble: Signal<ProblemKind | undefined> = signal(undefined);

  /** What the session will be called; may be empty. */
  title = '';

  constructor(private readonly deps: HomeDeskDeps) {}

  /** The reader came back to the page: it takes the next tap. */
  comeBack(): void {
    this.creating.value = undefined;
  }

  /** Creates a session and goes to its control page; the cookie that came with it opens that. */
  async create(deck: Deck): Promise<void> {
    if (this.creating.value !== undefined) return;
    const { place, send, go } = this.deps;
    this.creating.value = deck.key;
    this.trouble.value = undefined;
    const answer = await createSession(send, deck.choices, this.title.trim());
    if (!answer.ok) {
      this.creating.value = undefined;
      this.trouble.value = answer.problem.kind;
      return;
    }
    go(`${place.base}/${answer.value}/control`);
  }
}
