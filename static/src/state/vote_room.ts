import { batch, type Signal, signal } from '@preact/signals-core';
import type { Device } from '../api/device';
import { isOver, isRefusal, type Problem, type ProblemKind } from '../api/request';
import type { Ending, Pace, SocketStatus } from '../api/socket';
import type { VoterApi } from '../api/voter_api';
import { decodeVoterEvent, type SeatKey } from '../api/voter_wire';
import type { World } from '../api/world';
import { commonWords } from '../i18n/words';
import type { Place } from '../model/place';
import { applyVoter, clearsVotes, NOBODY, type VoterEvent, type VoterView } from '../model/voter';
import { announce } from './announcer';
import { ControlRequest } from './control_request';
import { Countdown } from './countdown';
import { Errand } from './errand';
import { Live } from './live';
import { announceRound } from './round_news';

/** What the vote page stands on. */
export interface VoteRoomDeps {
  readonly place: Place;
  readonly api: VoterApi;
  readonly device: Device;
  readonly world: World;
  /** What is said of a vote that has arrived; by default, which it was. */
  readonly saidOfVote?: (choice: string) => string;
  /** Whether somebody else on the page tells aloud how the round goes. */
  readonly isQuiet?: boolean;
  /** The websocket's address for a seat, or for somebody who watches. */
  readonly socketUrl: (seat: SeatKey | undefined) => string;
  readonly pace?: Pace;
}

/** `loading` until the session was seen, `over` if it is no more, `nowhere` if there may never have been one. */
export type VotePhase = 'loading' | 'joining' | 'watching' | 'seated' | 'over' | 'nowhere';

/** What has brought the reader to the join form, or what has changed there: the door was opened. */
export type JoinNotice = 'kicked' | 'left' | 'seatGone' | 'linkUnfit' | 'opened';

/** A vote that did not get through. */
export interface LostVote {
  readonly choice: string;
  readonly kind: ProblemKind;
}

/** A tap so soon after the cards of another round lay there was aimed at those. */
const AIM_MS = 400;

/** The status of a vote in a round that is over for the server, and not yet for the page. */
const ROUND_CHANGED = 409;

/** The vote page: a stranger takes a seat, a seat votes. */
export class VoteRoom {
  readonly phase: Signal<VotePhase> = signal('loading');
  /** `undefined` while there is nothing to be connected to. */
  readonly status: Signal<SocketStatus | undefined>;
  readonly view: Signal<VoterView | undefined> = signal();
  readonly seat: Signal<SeatKey | undefined> = signal();
  /** The name that the join form starts with. */
  readonly suggestedName: Signal<string> = signal('');
  readonly notice: Signal<JoinNotice | undefined> = signal();
  readonly isJoining: Signal<boolean>;
  /** Why the name could not be changed. */
  readonly renameTrouble: Signal<ProblemKind | undefined> = signal();
  /** What went wrong last, apart from a vote and a name. */
  readonly trouble: Signal<ProblemKind | undefined> = signal();
  /** The card that was tapped and is on its way to the server. */
  readonly pending: Signal<string | undefined> = signal();
  readonly lost: Signal<LostVote | undefined> = signal();
  /** What is left of the round's time. */
  readonly countdown: Countdown;
  readonly controlRequest: ControlRequest;

  private readonly live: Live<VoterView, VoterEvent>;
  private delivering = false;
  private taps = 0;
  /** Where to, while the seat is being given up. */
  private leavesFor: 'joining' | 'watching' | undefined;
  private readonly errand: Errand;
  private readonly joining: Errand;
  private readonly renaming: Errand;
  /** Grows when the table was cleared or seen anew: an answer to an older vote then proves nothing. */
  private epoch = 0;
  /** The version of the own vote: what a seat is told of itself, and the answer to its vote, are facts of their own. */
  private ownSeq = 0;
  /** When a round was over that had lain open, by the world's clock. */
  private turnedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: VoteRoomDeps) {
    const { world } = deps;
    this.live = new Live<VoterView, VoterEvent>({
      world,
      pace: deps.pace,
      decode: (frame) => decodeVoterEvent(frame, world.now()),
      onEvent: (event, seq) => this.receive(event, seq),
      onEnd: (ending) => this.finish(ending),
      onDial: () => {
        this.ownSeq = 0;
      },
    });
    this.status = this.live.status;
    this.countdown = new Countdown(deps.world, deps.isQuiet);
    const { trouble, renameTrouble } = this;
    this.errand = new Errand({ trouble, onProblem: (problem) => this.fail(problem) });
    this.joining = new Errand({ trouble, onProblem: (problem) => this.failToJoin(problem) });
    this.renaming = new Errand({
      trouble: renameTrouble,
      onProblem: (problem) => this.fail(problem, renameTrouble),
    });
    this.isJoining = this.joining.isBusy;
    this.controlRequest = new ControlRequest({
      api: deps.api,
      world: deps.world,
      seat: () => this.seat.value,
      errand: this.errand,
    });
  }

  /** Goes to the seat that a link has brought, and knows it from then on; or on as without it. */
  arrive(seat: SeatKey): void {
    const { device, place } = this.deps;
    this.disconnect();
    this.phase.value = 'loading';
    const keep = () => device.keepSeat(place, seat);
    this.resume(seat, 'linkUnfit', () => this.start(), keep);
  }

  /** Goes back to the seat that this tab or device remembers, or to the join form. */
  start(): void {
    const { device, place } = this.deps;
    this.suggestedName.value = device.lastName();
    const seat = device.seat(place);
    if (seat === undefined) {
      return this.lookIn(device.isWatching(place) ? () => this.watch() : undefined);
    }
    this.suggestedName.value = seat.name;
    this.resume(seat, 'seatGone', () => {
      device.dropSeat(place, seat);
      this.lookIn();
    });
  }

  /** Takes a seat under `name`. */
  async join(name: string): Promise<void> {
    if (this.isJoining.value) return;
    const { device, place, api } = this.deps;
    if (name === '') {
      this.trouble.value = 'no-name';
      return;
    }
    await this.joining.run(
      'join',
      () => api.join(name),
      (seat) => {
        device.keepSeat(place, seat);
        this.sit(seat);
      },
    );
  }

  private failToJoin(problem: Problem): void {
    const isDoor = problem.kind === 'door-locked';
    if (isDoor) this.waitAtDoor();
    // It may have been opened meanwhile, which a line that is up has said already.
    if (!isDoor || this.view.value?.locked) this.fail(problem);
  }

  /** Votes for `choice`, once whatever is on its way has arrived. */
  async vote(choice: string): Promise<void> {
    const { view, pending, lost } = this;
    if (view.value?.open !== true || this.deps.world.now() - this.turnedAt < AIM_MS) return;
    if (pending.value === undefined && view.value.own === choice) return;
    pending.value = choice;
    lost.value = undefined;
    this.taps += 1;
    if (this.delivering) return;
    // One at a time: two requests could overtake each other, and the older one would win.
    this.delivering = true;
    while (pending.value !== undefined) {
      // The vote of a name that is no more would be refused.
      if (this.renaming.end !== undefined) await this.renaming.end;
      const { open, round } = view.value;
      // What waited until the round was over would count in one that the reader has not seen.
      if (this.seat.value === undefined || pending.value === undefined || !open) break;
      await this.deliver(this.seat.value, pending.value, round);
    }
    pending.value = undefined;
    this.delivering = false;
  }

  /** Gives the seat back. */
  leave(): Promise<void> {
    return this.giveUp('joining');
  }

  /** Gives the seat back and goes on watching. */
  watchInstead(): Promise<void> {
    return this.giveUp('watching');
  }

  /** This tab becomes a stranger; the seat stays for the other tabs of the device. */
  becomeSomebodyElse(): void {
    this.deps.device.leaveSeatToOthers(this.deps.place);
    this.suggestedName.value = '';
    this.standUp(undefined);
  }

  /** Follows the session without a seat. */
  watch(): void {
    const { device, place } = this.deps;
    if (this.isJoining.value) return;
    device.keepWatching(place);
    this.notice.value = undefined;
    this.trouble.value = undefined;
    this.phase.value = 'watching';
    this.listen(undefined);
  }

  /** From watching to the join form. */
  joinInstead(): void {
    this.deps.device.leaveSeatToOthers(this.deps.place);
    this.standUp(undefined);
  }

  /** Goes by another name, in the same seat; of two names that are asked for in a row the second stays. */
  async rename(name: string): Promise<void> {
    const { api, device, place } = this.deps;
    await this.renaming.run(
      '',
      async () => {
        const seat = this.seat.value;
        if (seat === undefined || name === seat.name) return undefined;
        const answer = await api.rename(seat, name);
        return this.isIn(seat) ? answer : undefined;
      },
      (as, seq) => {
        const seat = this.seat.value;
        if (seat === undefined) return;
        announce(commonWords.said.renamed(as));
        // The seat was told of a newer name already, or will be.
        if (seat.number !== undefined && seq < this.ownSeq) return;
        const renamed = { ...seat, name: as };
        device.keepSeat(place, renamed);
        this.seat.value = renamed;
        // The websocket that is open was opened by name.
        if (seat.number === undefined) this.sit(renamed);
      },
    );
  }

  private async giveUp(next: 'joining' | 'watching'): Promise<void> {
    const { api } = this.deps;
    await this.errand.run('leave', async () => {
      const seat = this.seat.value;
      if (seat === undefined) return undefined;
      this.leavesFor = next;
      const answer = await api.leave(seat);
      const isFree = answer.ok || isLostSeat(answer.problem);
      const isStill = this.isIn(seat);
      if (isStill && isFree) this.loseSeat('left');
      this.leavesFor = undefined;
      return isStill && !isFree ? answer : undefined;
    });
  }

  /** Sits down in `seat` again; or says why not, and goes on. */
  private resume(seat: SeatKey, notice: JoinNotice, goOn: () => void, onSeat = () => {}): void {
    this.live.enter(
      () => this.deps.api.resume(seat),
      () => {
        onSeat();
        this.sit(seat);
      },
      (problem) => {
        if (!isRefusal(problem)) return this.fail(problem);
        this.notice.value = notice;
        goOn();
      },
    );
  }

  private lookIn(then = () => this.standAtDoor()): void {
    this.live.enter(
      () => this.deps.api.look(),
      () => {
        this.status.value = undefined;
        then();
      },
      (problem) => this.fail(problem),
    );
  }

  private sit(seat: SeatKey): void {
    this.seat.value = seat;
    this.notice.value = undefined;
    this.trouble.value = undefined;
    this.phase.value = 'seated';
    this.listen(seat);
  }

  private listen(seat: SeatKey | undefined): void {
    const { api, socketUrl } = this.deps;
    if (this.view.value !== undefined) this.follow(this.view.value);
    this.live.follow(
      () => socketUrl(this.seat.value),
      () => (seat === undefined ? api.look() : api.resume(this.seat.value ?? seat)),
    );
  }

  private follow(view: VoterView): void {
    if (this.phase.value === 'joining') return;
    this.countdown.follow(view);
    this.controlRequest.follow(view.control);
    this.knowSeat(view);
  }

  /** The number stays, and the name is what it was changed to, on whatever device. */
  private knowSeat({ seat: number, name }: VoterView): void {
    const seat = this.seat.value;
    if (seat === undefined || number === undefined || name === undefined) return;
    if (number === seat.number && name === seat.name) return;
    if (name !== seat.name) this.renameTrouble.value = undefined;
    const known = { name, key: seat.key, number };
    this.seat.value = known;
    this.deps.device.renewSeat(this.deps.place, known);
  }

  private receive(event: VoterEvent, seq: number): void {
    const { view, pending, lost } = this;
    if (event.kind === 'kicked') return this.finish('kicked');
    const before = view.value;
    let after = event.kind === 'snapshot' ? event.view : before && applyVoter(before, event);
    if (after === undefined) return;
    const clears = clearsVotes(event);
    const tellsOwn = event.kind === 'snapshot' || event.kind === 'you';
    if (seq > 0 && (clears || tellsOwn)) {
      if (seq < this.ownSeq) after = { ...after, own: before?.own };
      else this.ownSeq = seq;
    }
    const isOtherRound = clears || before?.round !== after.round;
    view.value = after;
    this.follow(after);
    if (event.kind === 'snapshot' || clears) this.epoch += 1;
    if (isOtherRound) pending.value = undefined;
    // What counts is known, unless it is the very answer to a vote that may be lost.
    const isKnown = tellsOwn && after.own !== undefined && !this.delivering;
    if (isOtherRound || !after.open || isKnown) lost.value = undefined;
    if (before === undefined) return;
    if (before.open && (isOtherRound || !after.open)) this.turnedAt = this.deps.world.now();
    if (this.phase.value === 'joining') return this.watchDoor(before, after);
    if (!this.deps.isQuiet) announceRound(event, standing(before), standing(after));
    // Who is known by number is told.
    const seat = this.seat.value;
    if (seat !== undefined && seat.number === undefined && bringsBack(event, before)) {
      void this.learnOwn(seat);
    }
  }

  private async deliver(seat: SeatKey, choice: string, round: number): Promise<void> {
    const { pending, view, lost } = this;
    const { epoch, taps } = this;
    const answer = await this.deps.api.vote(seat, choice, round);
    if (!this.isIn(seat)) return;
    // The same card may have been tapped again, for the next round: that tap is still to be sent.
    const isNewest = taps === this.taps && pending.value === choice;
    const isKnown = batch(() => {
      if (isNewest) pending.value = undefined;
      if (answer.ok) {
        const { seq } = answer;
        const counts = seq > 0 ? seq >= this.ownSeq : epoch === this.epoch;
        if (counts) {
          this.ownSeq = seq;
          if (view.value) view.value = { ...view.value, own: choice };
          const { saidOfVote = commonWords.said.voted } = this.deps;
          if (isNewest) announce(saidOfVote(choice));
        }
        // Of a vote that is overtaken something newer is known.
        return counts || seq > 0;
      }
      const { problem } = answer;
      if (isOver(problem) || isLostSeat(problem)) {
        this.fail(problem);
        return true;
      }
      const isChanged = problem.status === ROUND_CHANGED;
      const isStill = view.value?.open && view.value.round === round;
      if (isNewest && isStill && !isChanged) lost.value = { choice, kind: problem.kind };
      return !isChanged && !isUnsure(problem);
    });
    // Whether the vote counts is not known: the server is asked, the vote is never sent again.
    if (!isKnown) await this.learnOwn(seat);
  }

  private async learnOwn(seat: SeatKey): Promise<void> {
    const { epoch, view, lost } = this;
    const known = view.value?.own;
    const answer = await this.live.refresh(() => this.deps.api.resume(seat), false);
    if (!answer.ok || view.value === undefined || !this.isIn(seat)) return;
    const { seq, value } = answer;
    // Without a version: a vote that has arrived meanwhile is newer than the answer.
    if (seq === 0 && epoch === this.epoch && view.value.own === known) {
      view.value = { ...view.value, own: value.own };
    }
    if (view.value.own !== undefined && view.value.own === lost.value?.choice) {
      lost.value = undefined;
    }
  }

  private finish(ending: Ending): void {
    if (ending === 'over') return this.close();
    if (ending === 'refused') return this.loseSeat('seatGone');
    this.loseSeat('kicked');
  }

  private fail(problem: Problem, trouble = this.trouble): void {
    if (isOver(problem)) return this.close();
    if (this.seat.value !== undefined && isLostSeat(problem)) return this.loseSeat('seatGone');
    trouble.value = problem.kind;
  }

  /** Whether this page still sits there, though maybe under another name; of no seat, whether it has none. */
  private isIn(seat: SeatKey | undefined): boolean {
    return this.seat.value?.key === seat?.key;
  }

  /** Who leaves hears of it in many ways: as a kick, as a refused vote, and at last as the answer. */
  private loseSeat(notice: JoinNotice): void {
    const seat = this.seat.value;
    if (seat === undefined) return;
    this.deps.device.dropSeat(this.deps.place, seat);
    this.suggestedName.value = seat.name;
    if (this.leavesFor !== 'watching') {
      return this.standUp(this.leavesFor === undefined ? notice : 'left');
    }
    this.clear();
    this.watch();
  }

  private standUp(notice: JoinNotice | undefined): void {
    this.clear();
    this.notice.value = notice;
    this.standAtDoor();
  }

  /** Nothing at the join form follows the session, but for the door while that is locked. */
  private standAtDoor(): void {
    this.phase.value = 'joining';
    if (this.view.value?.locked) this.waitAtDoor();
  }

  /** Listens, to hear when it opens. */
  private waitAtDoor(): void {
    const view = this.view.value;
    // A line that is up knows better than the answer to a request.
    if (view === undefined || this.status.value !== undefined) return;
    this.view.value = { ...view, locked: true };
    this.listen(undefined);
  }

  /** What somebody at the join form hears. */
  private watchDoor({ locked: wasLocked }: VoterView, { locked }: VoterView): void {
    if (locked === wasLocked) return;
    const { notice, trouble } = this;
    if (trouble.value === 'door-locked') trouble.value = undefined;
    if (locked && notice.value === 'opened') notice.value = undefined;
    if (!locked) notice.value ??= 'opened';
    const { said } = commonWords;
    if (!this.deps.isQuiet) announce(locked ? said.doorLocked : said.doorOpen);
  }

  private clear(): void {
    const view = this.view.value;
    this.disconnect();
    // The vote was the seat's: whoever joins next starts without one.
    if (view !== undefined) this.view.value = { ...view, ...NOBODY };
  }

  private close(): void {
    const { device, place } = this.deps;
    const isKnown = this.view.value || device.seat(place);
    this.disconnect();
    device.forget(place);
    this.phase.value = isKnown ? 'over' : 'nowhere';
  }

  private disconnect(): void {
    this.live.stop();
    this.countdown.stop();
    this.controlRequest.stop();
    this.ownSeq = 0;
    this.seat.value = undefined;
    this.pending.value = undefined;
    this.lost.value = undefined;
    this.trouble.value = undefined;
    this.renameTrouble.value = undefined;
  }
}

function isLostSeat(problem: Problem): boolean {
  const { kind } = problem;
  return isRefusal(problem) || kind === 'not-a-valid-participant' || kind === 'not-a-participant';
}

/** Whether it may have worked nevertheless. */
function isUnsure({ kind, status }: Problem): boolean {
  return kind === 'offline' || status >= 500;
}

/** Whether `event` comes of a reset that was undone, of an open round or of a closed one. */
function bringsBack(event: VoterEvent, before: VoterView): boolean {
  if (event.kind === 'enabled') return event.restored;
  return event.kind === 'disabled' && !before.open && before.result === undefined;
}

function standing({ open, timer, result }: VoterView) {
  return { open, timer, isRevealed: result !== undefined };
}
