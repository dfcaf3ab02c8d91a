import { type Signal, signal } from '@preact/signals-core';
import type { SeatFact, Tell, VoterFact } from './news';
import type { VoteRoom } from './vote_room';

/** What voting from the control page stands on. */
export interface OwnVoteDeps {
  /** Makes what a voter's page is made of: most controllers never need it. */
  readonly open: () => VoteRoom;
}

/** A controller's own seat, once there is to be one. */
export class OwnVote {
  /** `undefined` until it was asked for. */
  readonly room: Signal<VoteRoom | undefined> = signal();
  /** Whether the cards lie open, to choose one: they are turned away at once, as the screen may be shared. */
  readonly isChoosing: Signal<boolean> = signal(false);

  constructor(private readonly deps: OwnVoteDeps) {}

  open(): void {
    if (this.room.value !== undefined) return;
    const room = this.deps.open();
    room.start();
    this.room.value = room;
  }

  /** Shows the cards, or turns them away. */
  choose(isChoosing: boolean): void {
    this.isChoosing.value = isChoosing;
  }

  async vote(choice: string): Promise<void> {
    this.choose(false);
    await this.room.value?.ballot.vote(choice);
  }
}

/** Tells what the seat has done; how the round goes the control page says already. */
export function ofSeat(tell: Tell<SeatFact>): Tell<VoterFact> {
  return (fact) => {
    if (fact.kind === 'voted' || fact.kind === 'renamed') tell(fact);
  };
}
