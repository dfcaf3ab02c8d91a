import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Cancel, World } from '../api/world';
import type { SeatFact, Tell, VoterFact } from './news';
import type { VoteRoom } from './vote_room';

/** What voting from the control page stands on. */
export interface OwnVoteDeps {
  /** Makes what a voter's page is made of: most controllers never need it. */
  readonly open: () => Promise<VoteRoom>;
  readonly world: Pick<World, 'now'>;
  /** Calls back when nobody looks at the page any more. */
  readonly onHidden: (action: () => void) => Cancel;
}

/** The card comes to lie where the others were: the second tap of a double one must not show it. */
const REST_MS = 500;

/** A controller's own seat, once there is to be one. The screen may be shared: the own card lies face down. */
export class OwnVote {
  /** `undefined` until it was asked for. */
  readonly room: Signal<VoteRoom | undefined> = signal();
  /** Whether the cards lie open, to choose one: they are turned away at once. */
  readonly isChoosing: Signal<boolean> = signal(false);
  /** Whether a card lies on the table, face down, and nothing else. */
  readonly isFaceDown: ReadonlySignal<boolean> = computed(() => this.lies());
  /** The own card, as long as somebody peeks at it. */
  readonly peeked: ReadonlySignal<string | undefined> = computed(() =>
    this.isPeeking.value && this.isFaceDown.value ? this.card : undefined,
  );
  /** Whether the way to a phone is shown. */
  readonly isForPhone: Signal<boolean> = signal(false);
  private readonly isPeeking: Signal<boolean> = signal(false);
  private turnedAt = Number.NEGATIVE_INFINITY;
  /** Whether it was asked for. */
  private isOpen = false;

  constructor(private readonly deps: OwnVoteDeps) {}

  async open(): Promise<void> {
    if (this.isOpen) return;
    this.isOpen = true;
    const room = await this.deps.open().catch(() => undefined);
    // It is asked for again with the next try.
    if (room === undefined) {
      this.isOpen = false;
      return;
    }
    room.start();
    this.room.value = room;
    this.deps.onHidden(() => this.cover());
    // Another card that comes to lie there is not peeked at by a press that has never ended.
    effect(() => {
      if (!this.isFaceDown.value) this.cover();
    });
  }

  /** Shows the cards, or turns them away. */
  choose(isChoosing: boolean): void {
    this.isChoosing.value = isChoosing;
  }

  async vote(choice: string): Promise<void> {
    this.choose(false);
    this.turnedAt = this.deps.world.now();
    await this.room.value?.ballot.vote(choice);
  }

  /** Shows the own card until it is covered. */
  peek(): void {
    this.isPeeking.value = this.deps.world.now() - this.turnedAt >= REST_MS;
  }

  cover(): void {
    this.isPeeking.value = false;
  }

  /** Shows the way to a phone, or does no more. */
  turnToPhone(): void {
    this.isForPhone.value = !this.isForPhone.value;
  }

  /** The own card, also while it is on its way. */
  private get card(): string | undefined {
    const ballot = this.room.value?.ballot;
    return ballot?.pending.value ?? ballot?.own.value;
  }

  private lies(): boolean {
    const isOpen = this.room.value?.view.value?.open === true;
    return isOpen && this.card !== undefined && !this.isChoosing.value;
  }
}

/** Tells what the seat has done; how the round goes the control page says already. */
export function ofSeat(tell: Tell<SeatFact>): Tell<VoterFact> {
  return (fact) => {
    if (fact.kind === 'voted' || fact.kind === 'renamed') tell(fact);
  };
}
