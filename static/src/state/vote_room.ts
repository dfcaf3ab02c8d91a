import { type Signal, signal } from '@preact/signals-core';
import type { Device } from '../api/device';
import { isOver, isRefusal, type Problem, type ProblemKind } from '../api/request';
import { type Ending, openSocket, type Socket, type SocketStatus } from '../api/socket';
import type { VoterApi } from '../api/voter_api';
import { decodeVoterEvent, type SeatKey } from '../api/voter_wire';
import type { Cancel, World } from '../api/world';
import { commonWords } from '../i18n/words';
import type { Place } from '../model/place';
import { applyVoter, clearsVotes, type VoterEvent, type VoterView } from '../model/voter';
import { announce } from './announcer';
import { ControlRequest } from './control_request';
import { Countdown } from './countdown';
import { Errand } from './errand';
import { persist } from './persist';
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
  readonly socketUrl: (name: string | undefined) => string;
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

/** The vote page: a stranger takes a seat, a seat votes. */
export class VoteRoom {
  readonly phase: Signal<VotePhase> = signal('loading');
  /** `undefined` while there is nothing to be connected to. */
  readonly status: Signal<SocketStatus | undefined> = signal(undefined);
  readonly view: Signal<VoterView | undefined> = signal(undefined);
  readonly seat: Signal<SeatKey | undefined> = signal(undefined);
  /** The name that the join form starts with. */
  readonly suggestedName: Signal<string> = signal('');
  readonly notice: Signal<JoinNotice | undefined> = signal(undefined);
  readonly isJoining: Signal<boolean>;
  /** Why the name could not be changed. */
  readonly renameTrouble: Signal<ProblemKind | undefined> = signal(undefined);
  /** What went wrong last, apart from a vote and a name. */
  readonly trouble: Signal<ProblemKind | undefined> = signal(undefined);
  /** The card that was tapped and is on its way to the server. */
  readonly pending: Signal<string | undefined> = signal(undefined);
  readonly lost: Signal<LostVote | undefined> = signal(undefined);
  /** What is left of the round's time. */
  readonly countdown: Countdown;
  readonly controlRequest: ControlRequest;

  private socket: Socket | undefined;
  private cancelAsking: Cancel = () => {};
  private delivering = false;
  private taps = 0;
  /** Where to, while the seat is being given up. */
  private leavesFor: 'joining' | 'watching' | undefined;
  private readonly errand: Errand;
  private readonly joining: Errand;
  private readonly renaming: Errand;
  /** A name that was asked for without an answer: the seat may have it by now. */
  private maybeName: string | undefined;
  /** Grows when the table was cleared or seen anew: an answer to an older vote then proves nothing. */
  private epoch = 0;

  constructor(private readonly deps: VoteRoomDeps) {
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
    const { device, place, api } = this.deps;
    this.disconnect();
    this.phase.value = 'loading';
    this.ask(
      () => api.resume(seat),
      (view) => {
        device.keepSeat(place, seat);
        this.view.value = view;
        this.sit(seat);
      },
      (problem) => {
        if (!isRefusal(problem)) return this.fail(problem);
        this.notice.value = 'linkUnfit';
        this.start();
      },
    );
  }

  /** Goes back to the seat that this tab or device remembers, or to the join form. */
  start(): void {
    const { device, place, api } = this.deps;
    this.suggestedName.value = device.lastName();
    const seat = device.seat(place);
    if (seat === undefined) {
      return this.lookIn(device.isWatching(place) ? () => this.watch() : undefined);
    }
    this.suggestedName.value = seat.name;
    this.ask(
      () => api.resume(seat),
      (view) => {
        this.view.value = view;
        this.sit(seat);
      },
      (problem) => {
        if (!isRefusal(problem)) return this.fail(problem);
        device.dropSeat(place, seat);
        this.notice.value = 'seatGone';
        this.lookIn();
      },
    );
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
    if (view.value?.open !== true) return;
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
      if (this.seat.value === undefined || pending.value === undefined) break;
      await this.deliver(this.seat.value, pending.value);
    }
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
    let seat: SeatKey | undefined;
    await this.renaming.run(
      '',
      async () => {
        seat = this.seat.value;
        if (seat === undefined || name === seat.name) return undefined;
        const answer = await api.rename(seat, name);
        if (this.seat.value !== seat) return undefined;
        if (!answer.ok && isUnsure(answer.problem)) this.maybeName = name;
        return answer;
      },
      (as) => {
        if (seat === undefined) return;
        this.maybeName = undefined;
        const renamed = { name: as, key: seat.key };
        device.keepSeat(place, renamed);
        // The websocket that is open would come back under the old name.
        this.sit(renamed);
        announce(commonWords.said.renamed(as));
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

  private lookIn(then?: () => void): void {
    this.ask(
      () => this.deps.api.look(),
      (view) => {
        this.view.value = view;
        this.status.value = undefined;
        if (then === undefined) this.standAtDoor();
        else then();
      },
      (problem) => this.fail(problem),
    );
  }

  private ask(
    ask: () => ReturnType<VoterApi['look']>,
    onView: (view: VoterView) => void,
    onProblem: (problem: Problem) => void,
  ): void {
    this.cancelAsking();
    this.cancelAsking = persist({
      world: this.deps.world,
      ask,
      onAnswer: (answer) => (answer.ok ? onView(answer.value) : onProblem(answer.problem)),
      onDelay: () => {
        this.status.value = 'reconnecting';
      },
    });
  }

  private sit(seat: SeatKey): void {
    this.seat.value = seat;
    this.notice.value = undefined;
    this.trouble.value = undefined;
    this.phase.value = 'seated';
    this.listen(seat);
  }

  private listen(seat: SeatKey | undefined): void {
    const { world, socketUrl } = this.deps;
    if (this.view.value !== undefined) this.follow(this.view.value);
    this.socket?.close();
    this.socket = openSocket<VoterEvent>({
      world,
      url: socketUrl(seat?.name),
      decode: (frame) => decodeVoterEvent(frame, world.now()),
      onEvent: (event) => this.receive(event),
      onStatus: (status) => {
        this.status.value = status;
      },
      onEnd: (ending) => this.finish(ending),
      diagnose: () => this.diagnose(seat),
    });
  }

  private follow(view: VoterView): void {
    if (this.phase.value === 'joining') return;
    this.countdown.follow(view);
    this.controlRequest.follow(view.control);
  }

  private receive(event: VoterEvent): void {
    const { view, pending, lost } = this;
    if (event.kind === 'kicked') return this.finish('kicked');
    if (view.value === undefined) return;
    const before = view.value;
    const after = applyVoter(before, event);
    view.value = after;
    this.follow(after);
    if (event.kind === 'snapshot' || clearsVotes(event)) this.epoch += 1;
    if (clearsVotes(event)) pending.value = undefined;
    if (clearsVotes(event) || event.kind === 'disabled') lost.value = undefined;
    if (this.phase.value === 'joining') return this.watchDoor(before, after);
    if (!this.deps.isQuiet) announceRound(event, standing(before), standing(after));
    if (bringsBack(event, before)) this.recallOwn(after);
  }

  /** What a reset had made the page forget, and an undo has brought back. */
  private recallOwn(view: VoterView): void {
    const seat = this.seat.value;
    if (seat === undefined || view.own !== undefined) return;
    const ballots = view.result?.ballots;
    if (ballots?.kind !== 'named') return void this.learnOwn(seat);
    this.view.value = { ...view, own: ballots.votes.get(seat.name) };
  }

  private async deliver(seat: SeatKey, choice: string): Promise<void> {
    const { api } = this.deps;
    const { pending, view, lost } = this;
    const { epoch, taps } = this;
    const answer = await api.vote(seat, choice);
    if (!this.isIn(seat)) return;
    // The same card may have been tapped again, for the next round: that tap is still to be sent.
    const isNewest = taps === this.taps && pending.value === choice;
    if (answer.ok && epoch === this.epoch) {
      if (view.value) view.value = { ...view.value, own: choice };
      const { saidOfVote = commonWords.said.voted } = this.deps;
      if (isNewest) announce(saidOfVote(choice));
    }
    if (isNewest) pending.value = undefined;
    if (answer.ok && epoch === this.epoch) return;
    if (!answer.ok) {
      const { problem } = answer;
      if (isOver(problem) || isLostSeat(problem)) return this.fail(problem);
      if (isNewest) lost.value = { choice, kind: problem.kind };
      if (!isUnsure(problem)) return;
    }
    // Whether the vote counts is not known: the server is asked, the vote is never sent again.
    await this.learnOwn(seat);
  }

  private async learnOwn(seat: SeatKey): Promise<void> {
    const epoch = this.epoch;
    const known = this.view.value?.own;
    const answer = await this.deps.api.resume(seat);
    const view = this.view.value;
    if (!answer.ok || view === undefined) return;
    if (!this.isIn(seat) || epoch !== this.epoch) return;
    // A vote that has arrived meanwhile is newer than the answer.
    if (view.own !== known) return;
    const { own } = answer.value;
    this.view.value = { ...view, own };
    if (own !== undefined && own === this.lost.value?.choice) this.lost.value = undefined;
  }

  /** Also brings the view, so that a page whose websockets are blocked on the way still moves. */
  private async diagnose(seat: SeatKey | undefined): Promise<Ending | undefined> {
    const { api } = this.deps;
    const answer = await (seat === undefined ? api.look() : api.resume(seat));
    if (answer.ok) {
      if (this.isIn(seat)) this.receive({ kind: 'snapshot', view: answer.value });
      return undefined;
    }
    if (isOver(answer.problem)) return 'over';
    return isRefusal(answer.problem) ? 'refused' : undefined;
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
    if (notice === 'seatGone' && this.maybeName !== undefined) {
      const renamed = { name: this.maybeName, key: seat.key };
      this.maybeName = undefined;
      return this.arrive(renamed);
    }
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
    if (view === undefined || this.socket !== undefined) return;
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
    if (view !== undefined) this.view.value = { ...view, own: undefined };
  }

  private close(): void {
    const { device, place } = this.deps;
    const isKnown = this.view.value || device.seat(place);
    this.disconnect();
    device.forget(place);
    this.phase.value = isKnown ? 'over' : 'nowhere';
  }

  private disconnect(): void {
    this.cancelAsking();
    this.countdown.stop();
    this.controlRequest.stop();
    this.socket?.close();
    this.socket = undefined;
    this.status.value = undefined;
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
