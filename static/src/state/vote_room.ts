import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Device } from '../api/device';
import type { PageView } from '../api/page_view';
import { isOver, isRefusal, type Problem, type ProblemKind } from '../api/request';
import type { Pace, SocketStatus } from '../api/socket';
import type { VoterApi } from '../api/voter_api';
import { decodeVoterEvent, type SeatKey } from '../api/voter_wire';
import type { World } from '../api/world';
import { cardOfKey } from '../model/card_key';
import type { Place } from '../model/place';
import { countSeats, type Seats } from '../model/table';
import {
  applyVoter,
  type Progress,
  type VoterEvent,
  type VoterSnapshot,
  type VoterView,
  type You,
  youIn,
} from '../model/voter';
import { Ballot } from './ballot';
import { ControlRequest } from './control_request';
import { Countdown } from './countdown';
import { Errand } from './errand';
import { Live } from './live';
import { News, roundFact, type Tell, type VoterFact } from './news';
import { isLostSeat, OwnSeat } from './own_seat';

/** What the vote page stands on. */
export interface VoteRoomDeps {
  readonly place: Place;
  readonly api: VoterApi;
  readonly device: Device;
  readonly world: World;
  /** The websocket's address for a seat, or for somebody who watches. */
  readonly socketUrl: (seat: SeatKey | undefined) => string;
  /** What the page has come with: enough to begin with, until the server is asked. */
  readonly pageView?: PageView | undefined;
  readonly pace?: Pace;
  /** Tells what is to be heard, where the page has other news beside; by default the room's own. */
  readonly tell?: Tell<VoterFact>;
}

/** `loading` until the session was seen, `over` if it is no more, `nowhere` if there may never have been one. */
export type VotePhase = 'loading' | 'joining' | 'watching' | 'seated' | 'over' | 'nowhere';

/** What has brought the reader to the join form, or what has changed there: the door was opened. */
export type JoinNotice = 'kicked' | 'left' | 'seatGone' | 'linkUnfit' | 'opened';

/**
 * The vote page: a stranger takes a seat, a seat votes. The room leads from phase to phase, and hands what it hears to
 * its parts. Each part owns its signals, and knows of the others by what it was given:
 *
 *     VoteRoom ─┬─ Live            status     (look, socket, version)
 *               ├─ OwnSeat         held, …    ← Errand
 *               ├─ Ballot          own, …     ← OwnSeat: who votes
 *               ├─ ControlRequest  control, … ← OwnSeat: who asks, Errand
 *               ├─ Countdown       left
 *               └─ News            last       ← each of them tells
 */
export class VoteRoom {
  readonly phase: Signal<VotePhase> = signal('loading');
  readonly view: Signal<VoterView | undefined> = signal();
  readonly notice: Signal<JoinNotice | undefined> = signal();
  /** What went wrong last, apart from a vote and a name. */
  readonly trouble: Signal<ProblemKind | undefined> = signal();
  /** `undefined` while there is nothing to be connected to. */
  readonly status: Signal<SocketStatus | undefined>;
  /** Whether the seat is shown before the server has let it in: what it has voted is not known then. */
  readonly isExpected: Signal<boolean> = signal(false);
  readonly seat: OwnSeat;
  readonly ballot: Ballot;
  /** What is left of the round's time. */
  readonly countdown: Countdown;
  readonly controlRequest: ControlRequest;
  readonly news: News<VoterFact> = new News();
  /** Who sits at the table. The reader's own card lies there as soon as it counts, before others are told. */
  readonly seats: ReadonlySignal<Seats> = computed(() => this.seatsNow());
  /** How far the open round is, by the same seats, where they are told one by one. */
  readonly progress: ReadonlySignal<Progress> = computed(() => this.progressNow());

  private readonly live: Live<VoterSnapshot, VoterEvent>;
  private readonly tell: Tell<VoterFact>;
  private readonly errand: Errand;
  /** Where to, while the seat is being given up. */
  private leavesFor: 'joining' | 'watching' | undefined;
  /** Until it was shown. */
  private pageView: PageView | undefined;

  constructor(private readonly deps: VoteRoomDeps) {
    const { world, api, place, device, pace, tell = this.news.tell } = deps;
    const { trouble } = this;
    this.tell = tell;
    this.pageView = deps.pageView;
    this.live = new Live<VoterSnapshot, VoterEvent>({
      world,
      pace,
      decode: (frame) => decodeVoterEvent(frame, world.now()),
      onEvent: (event, seq) => this.receive(event, seq),
      onEnd: (ending) =>
        ending === 'over'
          ? this.close()
          : this.loseSeat(ending === 'refused' ? 'seatGone' : 'kicked'),
      onDial: () => {
        this.seat.startOver();
        this.ballot.startOver();
      },
    });
    this.status = this.live.status;
    const ends = (problem: Problem) => this.ends(problem);
    const errand = new Errand({ trouble, onProblem: (problem) => this.fail(problem) });
    this.errand = errand;
    this.seat = new OwnSeat({
      place,
      api,
      device,
      errand,
      trouble,
      onSeat: (seat) => this.sit(seat),
      onLeft: () => this.loseSeat('left'),
      onJoinProblem: (problem) => this.failToJoin(problem),
      ends,
      tell,
    });
    const seat = () => this.seat.held.value;
    this.ballot = new Ballot({
      api,
      world,
      view: () => this.view.value,
      seat,
      naming: () => this.seat.naming,
      look: (seat) => this.live.refresh(() => api.resume(seat)),
      ends,
      tell,
    });
    this.countdown = new Countdown(world, tell);
    this.controlRequest = new ControlRequest({ api, world, seat, errand });
  }

  /** Goes to the seat that a link has brought, and knows it from then on; or on as without it. */
  arrive(seat: SeatKey): void {
    batch(() => {
      this.disconnect();
      this.phase.value = 'loading';
      const bring = () => this.seat.bring(seat);
      this.resume(seat, 'linkUnfit', () => this.start(), bring);
    });
  }

  /** Goes back to the seat that this tab or device remembers, or to the join form. */
  start(): void {
    const { seat } = this;
    const remembered = seat.remembered();
    if (remembered === undefined) {
      return this.lookIn(seat.isWatching ? () => this.watch() : undefined);
    }
    this.resume(remembered, 'seatGone', () => {
      seat.lose(remembered);
      this.lookIn();
    });
  }

  /** Votes for the card that `key`, a character, stands for, if one does. */
  voteByKey(key: string): void {
    const { own, pending } = this.ballot;
    const choices = this.view.value?.choices ?? [];
    const card = cardOfKey(choices, key, pending.value ?? own.value);
    if (card !== undefined) void this.ballot.vote(card);
  }

  /** Says that the reader has a question, or that it is settled; and whether that worked. */
  raise(isRaised: boolean): Promise<boolean> {
    const ask = () => {
      const seat = this.seat.held.value;
      return seat && this.deps.api.raise(seat, isRaised);
    };
    return this.errand.run('question', ask, () => this.live.hurry());
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
    batch(() => {
      this.seat.forgetName();
      this.joinInstead();
    });
  }

  /** From watching to the join form. */
  joinInstead(): void {
    this.seat.leaveToOthers();
    this.standUp(undefined);
  }

  /** Follows the session without a seat. */
  watch(): void {
    if (this.seat.isJoining.value) return;
    this.seat.watch();
    this.enter('watching');
  }

  private async giveUp(next: 'joining' | 'watching'): Promise<void> {
    this.leavesFor = next;
    await this.seat.leave();
    this.leavesFor = undefined;
  }

  /** Sits down in `seat` again; or says why not, and goes on. */
  private resume(seat: SeatKey, notice: JoinNotice, goOn: () => void, onSeat = () => {}): void {
    this.expect(seat);
    this.live.enter(
      () => this.deps.api.resume(seat),
      ({ you }) => {
        onSeat();
        this.sit(seat, you);
      },
      (problem) => {
        this.disconnect();
        this.phase.value = 'loading';
        if (!isRefusal(problem)) return this.fail(problem);
        this.notice.value = notice;
        goOn();
      },
    );
  }

  /**
   * Shows the seat at the table that the page has come with. It can act by its number; by its name alone it could not, as
   * that may be another by now.
   */
  private expect(seat: SeatKey): void {
    batch(() => {
      if (!this.showPageView() || seat.number === undefined) return;
      this.seat.expect(seat);
      this.isExpected.value = true;
      this.status.value = 'connecting';
      this.phase.value = 'seated';
    });
  }

  private lookIn(then = () => this.standAtDoor()): void {
    const onView = () => {
      this.status.value = undefined;
      then();
    };
    if (this.showPageView()) return onView();
    this.live.enter(
      () => this.deps.api.look(),
      onView,
      (problem) => this.fail(problem),
    );
  }

  /** Shows what the page has come with, once: whatever is asked for later is newer. */
  private showPageView(): boolean {
    const { pageView } = this;
    this.pageView = undefined;
    if (pageView !== undefined) this.live.show(pageView.view, pageView.seq);
    return pageView !== undefined;
  }

  private sit(seat: SeatKey, you?: You): void {
    this.seat.sit(seat, you);
    this.enter('seated');
  }

  private enter(phase: 'seated' | 'watching'): void {
    batch(() => {
      this.notice.value = undefined;
      this.trouble.value = undefined;
      this.isExpected.value = false;
      this.phase.value = phase;
      this.listen();
    });
  }

  private listen(): void {
    const { api, socketUrl } = this.deps;
    const seat = () => this.seat.held.value;
    const first = seat();
    if (this.view.value !== undefined) this.follow(this.view.value);
    this.live.follow({
      url: () => socketUrl(seat()),
      look: () => (first === undefined ? api.look() : api.resume(seat() ?? first)),
      lookByCookie: first && (() => api.resumeByCookie(seat() ?? first)),
    });
  }

  private follow(view: VoterView): void {
    this.countdown.follow(view);
    this.controlRequest.follow(view.control);
  }

  private receive(event: VoterEvent, seq: number): void {
    if (event.kind === 'kicked') return this.loseSeat('kicked');
    const before = this.view.value;
    const after = event.kind === 'snapshot' ? event.view : before && applyVoter(before, event);
    if (after === undefined) return;
    this.view.value = after;
    if (this.phase.value === 'joining') return this.watchDoor(before, after);
    this.seat.follow(youIn(event), seq);
    this.ballot.follow(event, seq, before, after);
    this.follow(after);
    const fact = before && roundFact(event, before, after);
    if (fact !== undefined) this.tell(fact);
  }

  private failToJoin(problem: Problem): void {
    const isDoor = problem.kind === 'door-locked';
    if (isDoor) this.waitAtDoor();
    // It may have been opened meanwhile, which a line that is up has said already.
    if (!isDoor || this.view.value?.locked) this.fail(problem);
  }

  private seatsNow(): Seats {
    const view = this.view.value;
    const number = this.seat.held.value?.number;
    if (!view?.open || this.ballot.own.value === undefined) return view?.seats;
    return view.seats?.map((seat) => {
      return seat.number === number ? { ...seat, state: 'voted' } : seat;
    });
  }

  private progressNow(): Progress {
    const seats = this.seats.value;
    if (seats === undefined) return this.view.value?.progress ?? { voted: 0, of: 0, waiting: [] };
    const number = this.seat.held.value?.number;
    const others = seats.filter((seat) => seat.state === 'waiting' && seat.number !== number);
    return { ...countSeats(seats), waiting: others.map(({ name }) => name) };
  }

  private fail(problem: Problem): void {
    if (!this.ends(problem)) this.trouble.value = problem.kind;
  }

  /** Whether `problem` is the end of the session, or of the seat: then the page goes on elsewhere. */
  private ends(problem: Problem): boolean {
    const isEnd = isOver(problem);
    const isLost = this.seat.held.value !== undefined && isLostSeat(problem);
    if (isEnd) this.close();
    else if (isLost) this.loseSeat('seatGone');
    return isEnd || isLost;
  }

  /** Who leaves hears of it in many ways: as a kick, as a refused vote, and at last as the answer. */
  private loseSeat(notice: JoinNotice): void {
    const seat = this.seat.held.value;
    if (seat === undefined) return;
    batch(() => {
      this.seat.lose(seat);
      if (this.leavesFor !== 'watching') {
        return this.standUp(this.leavesFor === undefined ? notice : 'left');
      }
      this.disconnect();
      this.watch();
    });
  }

  private standUp(notice: JoinNotice | undefined): void {
    batch(() => {
      this.disconnect();
      this.notice.value = notice;
      this.standAtDoor();
    });
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
    this.listen();
  }

  /** What somebody at the join form hears. */
  private watchDoor(before: VoterView | undefined, { locked }: VoterView): void {
    if (before === undefined || locked === before.locked) return;
    const { notice, trouble } = this;
    if (trouble.value === 'door-locked') trouble.value = undefined;
    if (locked && notice.value === 'opened') notice.value = undefined;
    if (!locked) notice.value ??= 'opened';
    this.tell({ kind: locked ? 'doorLocked' : 'doorOpen' });
  }

  private close(): void {
    batch(() => {
      const isKnown = this.view.value || this.seat.remembered();
      this.disconnect();
      this.seat.forget();
      this.phase.value = isKnown ? 'over' : 'nowhere';
    });
  }

  private disconnect(): void {
    this.live.stop();
    this.countdown.stop();
    this.controlRequest.stop();
    this.seat.standUp();
    this.ballot.clear();
    this.trouble.value = undefined;
    this.isExpected.value = false;
  }
}
