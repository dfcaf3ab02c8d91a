import { batch, type Signal, signal } from '@preact/signals-core';
import type { Problem, ProblemKind } from '../api/request';
import type { VoterApi } from '../api/voter_api';
import type { SeatKey } from '../api/voter_wire';
import type { World } from '../api/world';
import { clearsVotes, type VoterEvent, type VoterView, youIn } from '../model/voter';
import type { SeatFact, Tell } from './news';

/** What voting stands on. */
export interface BallotDeps {
  readonly api: Pick<VoterApi, 'vote'>;
  readonly world: Pick<World, 'now'>;
  /** The session as the reader sees it. */
  readonly view: () => VoterView | undefined;
  /** The seat that votes, if there is one. */
  readonly seat: () => SeatKey | undefined;
  /** Settles once the seat goes by the name that it is to have; `undefined` if it does. */
  readonly naming: () => Promise<unknown> | undefined;
  /** Asks the server for the session as the seat sees it: whatever is new comes by `follow`. */
  readonly look: (seat: SeatKey) => Promise<unknown>;
  /** Whether the problem has ended more than this vote. */
  readonly ends: (problem: Problem) => boolean;
  readonly tell: Tell<SeatFact>;
}

/** A vote that did not get through. */
export interface LostVote {
  readonly choice: string;
  readonly kind: ProblemKind;
}

/** A tap so soon after the cards of another round lay there was aimed at those. */
const AIM_MS = 400;

/** The status of a vote in a round that is over for the server, and not yet for the page. */
const ROUND_CHANGED = 409;

/** The vote of a seat: from the tap to what counts. */
export class Ballot {
  /** What counts, as far as it is known here. */
  readonly own: Signal<string | undefined> = signal();
  /** The card that was tapped and is on its way to the server. */
  readonly pending: Signal<string | undefined> = signal();
  readonly lost: Signal<LostVote | undefined> = signal();

  /** The version of what counts: what a seat is told of itself, and the answer to its vote, are facts of their own. */
  private seq = 0;
  private isDelivering = false;
  private taps = 0;
  /** When a round was over that had lain open, by the world's clock. */
  private turnedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: BallotDeps) {}

  /** Votes for `choice`, once whatever is on its way has arrived. */
  async vote(choice: string): Promise<void> {
    const { own, pending, lost, deps } = this;
    if (deps.view()?.open !== true || deps.world.now() - this.turnedAt < AIM_MS) return;
    if (pending.value === undefined && own.value === choice) return;
    batch(() => {
      pending.value = choice;
      lost.value = undefined;
    });
    this.taps += 1;
    // One at a time: two requests could overtake each other, and the older one would win.
    if (!this.isDelivering) await this.deliverAll();
  }

  /** Hears of `event`, of version `seq`, which has made `after` of the view `before`. */
  follow(event: VoterEvent, seq: number, before: VoterView | undefined, after: VoterView): void {
    const { own, pending, lost } = this;
    const isCleared = clearsVotes(event);
    const tellsOwn = event.kind === 'snapshot' || event.kind === 'you';
    if ((isCleared || tellsOwn) && seq >= this.seq) {
      this.seq = seq;
      own.value = youIn(event)?.own;
    }
    const isOtherRound = isCleared || before?.round !== after.round;
    if (isOtherRound) pending.value = undefined;
    // What counts is known, unless it is the very answer to a vote that may be lost, and tells of an older one.
    const isKnown = tellsOwn && own.value !== undefined;
    const isFound = isKnown && (!this.isDelivering || own.value === lost.value?.choice);
    if (isOtherRound || !after.open || isFound) lost.value = undefined;
    if (before?.open && (isOtherRound || !after.open)) this.turnedAt = this.deps.world.now();
  }

  /** A connection begins: what the server says of the vote now is true, though it may have lost its newest versions. */
  startOver(): void {
    this.seq = 0;
  }

  /** There is no seat any more. */
  clear(): void {
    this.seq = 0;
    this.own.value = undefined;
    this.pending.value = undefined;
    this.lost.value = undefined;
  }

  private async deliverAll(): Promise<void> {
    const { pending, deps } = this;
    this.isDelivering = true;
    while (pending.value !== undefined) {
      // The vote of a name that is no more would be refused.
      const naming = deps.naming();
      if (naming !== undefined) await naming;
      const seat = deps.seat();
      const view = deps.view();
      // What waited until the round was over would count in one that the reader has not seen.
      if (seat === undefined || pending.value === undefined || view?.open !== true) break;
      await this.deliver(seat, pending.value, view.round);
    }
    pending.value = undefined;
    this.isDelivering = false;
  }

  private async deliver(seat: SeatKey, choice: string, round: number): Promise<void> {
    const { taps, deps } = this;
    const answer = await deps.api.vote(seat, choice, round);
    if (deps.seat()?.key !== seat.key) return;
    // The same card may have been tapped again, for the next round: that tap is still to be sent.
    const isNewest = taps === this.taps && this.pending.value === choice;
    const isKnown = batch(() => {
      if (isNewest) this.pending.value = undefined;
      if (!answer.ok) return this.miss(choice, answer.problem, isNewest, round);
      this.take(choice, answer.seq, isNewest);
      return true;
    });
    // Whether the vote counts is not known: the server is asked, the vote is never sent again.
    if (!isKnown) await deps.look(seat);
  }

  /** The server has taken the vote for `choice`; of one that is overtaken something newer is known. */
  private take(choice: string, seq: number, isNewest: boolean): void {
    if (seq < this.seq) return;
    this.seq = seq;
    this.own.value = choice;
    if (isNewest) this.deps.tell({ kind: 'voted', choice });
  }

  /** A vote in `round` has failed. Says whether it is known that it does not count. */
  private miss(choice: string, problem: Problem, isNewest: boolean, round: number): boolean {
    const { ends, view } = this.deps;
    if (ends(problem)) return true;
    const now = view();
    const isStill = now?.open === true && now.round === round && this.own.value !== choice;
    const isChanged = problem.status === ROUND_CHANGED;
    if (isNewest && isStill && !isChanged) this.lost.value = { choice, kind: problem.kind };
    return !isChanged && !isUnsure(problem);
  }
}

/** Whether it may have worked nevertheless. */
function isUnsure({ kind, status }: Problem): boolean {
  return kind === 'offline' || status >= 500;
}
