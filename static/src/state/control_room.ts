import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi, TimerChange } from '../api/controller_api';
import { decodeControllerEvent } from '../api/controller_wire';
import { type Answer, isOver, isRefusal, type Problem, type ProblemKind } from '../api/request';
import type { Pace, SocketStatus } from '../api/socket';
import type { Cancel, World } from '../api/world';
import { deskWords, historyWords } from '../i18n/words';
import {
  applyController,
  type ControllerEvent,
  type ControllerView,
  type MainAction,
  mainAction,
  revealed,
} from '../model/controller';
import { Agreement } from './agreement';
import { announce } from './announcer';
import { Countdown } from './countdown';
import { DeckChange } from './deck_change';
import { Errand } from './errand';
import { HandOver } from './hand_over';
import { HistoryDesk, type HistoryDeskDeps } from './history_desk';
import { Live } from './live';
import { NextRound } from './next_round';
import { DOUBLE_TAP_MS, Question } from './question';
import { announceRound } from './round_news';
import { TopicKeeper } from './topic_keeper';
import { TopicList } from './topic_list';
import { UndoNote } from './undo_note';

/** What the control page stands on. */
export interface ControlRoomDeps {
  readonly api: ControllerApi;
  readonly world: World;
  readonly pace?: Pace;
  readonly socketUrl: string;
  /** Takes the key out of the address bar. */
  readonly hideKey: () => void;
  readonly readHistory: HistoryDeskDeps['read'];
  readonly copyText: HistoryDeskDeps['copyText'];
}

/** `locked` without a key that fits, `over` if the session is no more, `nowhere` if there may never have been one. */
export type ControlPhase = 'loading' | 'locked' | 'ready' | 'over' | 'nowhere';

/**
 * There is no key, the one of the address does not fit, one that did fit was taken back, or it fits and the browser
 * does not keep the cookie that it came back in.
 */
export type LockReason = 'keyless' | 'wrong' | 'takenBack' | 'cookieless';

/**
 * How long the main button rests when its meaning has changed, and with it those beside it, which take each
 * other's place then: a tap must not hit the next meaning.
 */
const REST_MS = 1000;

/** What the errands are called that lead from one state of the round to the next. */
const ROUND = 'round';

/** How often the date is looked at. */
const DATE_MS = 60_000;

/** The control page: starts, stops, resets, kicks, and hands over. */
export class ControlRoom {
  readonly phase: Signal<ControlPhase> = signal('loading');
  readonly status: Signal<SocketStatus | undefined>;
  readonly view: Signal<ControllerView | undefined> = signal();
  /** Why the page is locked, if it is. */
  readonly lockReason: Signal<LockReason> = signal('keyless');
  /** Whether the main button and those beside it are between two meanings and take no tap. */
  readonly isResting: Signal<boolean> = signal(false);
  readonly trouble: Signal<ProblemKind | undefined> = signal();
  /** Who was tapped to be kicked, and waits for the second tap. */
  readonly kicking: Question;
  readonly handOver: HandOver;
  /** What is left of the round's time. */
  readonly countdown: Countdown;
  readonly nextRound: NextRound = new NextRound();
  readonly topicList: TopicList;
  readonly deckChange: DeckChange = new DeckChange();
  readonly undoNote: UndoNote;
  readonly agreement: Agreement = new Agreement();
  readonly historyDesk: HistoryDesk;
  /** About now, in milliseconds since 1970: who is away is away for longer, though nothing happens. */
  readonly date: Signal<number>;

  private readonly topicKeeper: TopicKeeper;
  private readonly errand: Errand;
  private readonly live: Live<ControllerView, ControllerEvent>;
  private cancelRest: Cancel = () => {};
  private cancelDate: Cancel = () => {};
  /** Whether the key of the address has opened the page, and nothing has come by the cookie yet. */
  private isUnproven = false;
  private doorTurnedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: ControlRoomDeps) {
    const { world, api } = deps;
    this.errand = new Errand({ trouble: this.trouble, onProblem: (problem) => this.fail(problem) });
    this.live = new Live<ControllerView, ControllerEvent>({
      world,
      pace: deps.pace,
      decode: (frame) => decodeControllerEvent(frame, world),
      onEvent: (event) => this.receive(event),
      // The key of that socket is no good. Another tab may have brought a fitting one, so the cookie is asked.
      onEnd: (ending) => (ending === 'over' ? this.close() : this.enter()),
    });
    this.status = this.live.status;
    this.kicking = new Question(world);
    this.countdown = new Countdown(world);
    this.undoNote = new UndoNote(world);
    this.date = signal(world.date());
    this.historyDesk = new HistoryDesk({
      api,
      read: deps.readHistory,
      copyText: deps.copyText,
      onProblem: (problem) => this.fail(problem),
    });
    this.topicList = new TopicList({
      topics: () => this.view.value?.topics ?? [],
      keep: (topics) => {
        this.trouble.value = undefined;
        return this.topicKeeper.keep(topics);
      },
    });
    this.topicKeeper = new TopicKeeper({
      send: (topics, after) => api.setTopics(topics, after),
      show: (topics) => this.showTopics(topics),
      onDone: () => this.live.hurry(),
      onProblem: (problem) => this.fail(problem),
    });
    this.handOver = new HandOver({
      world,
      api,
      onDone: () => this.live.hurry(),
      onProblem: (problem) => this.fail(problem, this.handOver.trouble),
    });
  }

  /** Opens the session with the key of the address, or else with the cookie that an earlier one has left. */
  start(addressKey: string): void {
    this.phase.value = 'loading';
    if (addressKey === '') return this.enter();
    this.look(addressKey, () => this.enter('wrong'));
  }

  /** Does what the main button says, unless it rests or means something else by now. */
  act(action: MainAction): Promise<boolean> {
    const { api } = this.deps;
    const options = action === 'start' ? this.nextRound.options() : undefined;
    const after = this.view.value?.round;
    return this.goOn(
      action,
      () => (options ? api.start({ ...options, after }) : api.act(action, after)),
      () => {
        if (action === 'start') this.nextRound.begun();
      },
    );
  }

  /** Votes once more on what was voted on last. */
  voteAgain(): Promise<boolean> {
    const seconds = this.nextRound.seconds.value;
    const after = this.view.value?.round;
    return this.goOn(this.meaning, () => this.deps.api.start({ again: true, seconds, after }));
  }

  /** Goes on to the topic that comes next. */
  async voteOnNext(): Promise<boolean> {
    const topic = this.nextRound.next.value;
    const seconds = this.nextRound.seconds.value;
    const after = this.view.value?.round;
    if (topic === '') return false;
    return this.goOn(
      this.meaning,
      () => this.deps.api.start({ topic, seconds, after }),
      () => this.nextRound.begun(),
    );
  }

  async changeTime(change: TimerChange): Promise<void> {
    if (this.isResting.value) return;
    await this.carryOut('', () => this.deps.api.timer(change));
  }

  /** Takes the last reset or kick back. */
  undo(): Promise<boolean> {
    return this.carryOut('undo', this.deps.api.undo, () => {
      announce(deskWords.undo.done);
      this.rest(); // the focus goes to the main button, and a second Enter must not reach it
    });
  }

  /** Records what the team has settled on. */
  async agree(): Promise<void> {
    const round = this.view.value?.round;
    const text = this.agreement.text.value.trim();
    if (round === undefined) return;
    await this.carryOut(
      `agree ${text}`,
      () => this.deps.api.agree(round, text),
      () => announce(historyWords.recorded),
    );
  }

  /** Plays with other cards from now on. */
  async changeDeck(): Promise<void> {
    const cards = this.deckChange.cards();
    if (cards === undefined) return;
    await this.carryOut(
      `deck ${cards}`,
      () => this.deps.api.setDeck(cards),
      () => {
        this.deckChange.done();
        announce(deskWords.deck.changed);
      },
    );
  }

  /** The first tap asks, the second removes. */
  async tapKick(name: string): Promise<void> {
    if (!this.kicking.tap(name)) return;
    await this.carryOut(
      `kick ${name}`,
      async () => {
        const answer = await this.deps.api.kick(name);
        const isGone = !answer.ok && answer.problem.kind === 'not-a-participant';
        return isGone ? { ok: true, value: true, seq: 0 } : answer;
      },
      () => announce(deskWords.kicked(name)),
    );
  }

  /** Locks the door, or opens it. */
  async turnDoor(): Promise<void> {
    const view = this.view.value;
    const now = this.deps.world.now();
    // The second half of a double tap must not turn it back.
    if (view === undefined || now - this.doorTurnedAt < DOUBLE_TAP_MS) return;
    this.doorTurnedAt = now;
    await this.carryOut('', () => this.deps.api.setDoor(!view.locked));
  }

  /** What the main button reads. */
  private get meaning(): MainAction | undefined {
    return this.view.value && mainAction(this.view.value);
  }

  private showTopics(topics: readonly string[]): void {
    const view = this.view.value;
    if (view !== undefined) this.show({ ...view, topics });
  }

  /**
   * From one state of the round to the next: from the one in which the main button reads `from`, and neither while that
   * has just come, nor once it has gone.
   */
  private goOn(
    from: MainAction | undefined,
    change: () => Promise<Answer<true>>,
    onDone: () => void = () => {},
  ): Promise<boolean> {
    return this.carryOut(
      ROUND,
      () => (this.isResting.value || this.meaning !== from ? undefined : change()),
      () => {
        onDone();
        // Until the event has come the button still has its old meaning, which was served.
        this.rest();
      },
    );
  }

  /** One after the other. Says whether it worked, and hurries to hear of it. */
  private carryOut(
    name: string,
    change: () => Promise<Answer<true>> | undefined,
    onDone: () => void = () => {},
  ): Promise<boolean> {
    return this.errand.run(name, change, () => {
      onDone();
      this.live.hurry();
    });
  }

  /** Opens the session with the cookie; `otherwise` is said where that is refused. */
  private enter(otherwise?: LockReason): void {
    this.look(undefined, (problem) => this.lock(otherwise ?? lockReason(problem)));
  }

  private look(key: string | undefined, onRefused: (problem: Problem) => void): void {
    // A view that comes by the key of the address proves no cookie.
    if (key !== undefined) this.isUnproven = false;
    this.live.enter(
      () => this.deps.api.look(key),
      () => this.unlock(key === undefined),
      (problem) => (isRefusal(problem) ? onRefused(problem) : this.fail(problem)),
    );
  }

  private unlock(isProven: boolean): void {
    this.isUnproven = !isProven;
    if (isProven) this.deps.hideKey();
    this.trouble.value = undefined;
    this.keepDate();
    this.phase.value = 'ready';
    this.live.follow(
      () => this.deps.socketUrl,
      () => this.deps.api.look(),
    );
  }

  private keepDate(): void {
    const { world } = this.deps;
    this.cancelDate();
    this.date.value = world.date();
    this.cancelDate = world.after(DATE_MS, () => this.keepDate());
  }

  private receive(event: ControllerEvent): void {
    const before = this.view.value;
    if (event.kind === 'snapshot') {
      this.prove();
      return this.show(this.topicKeeper.over(event.view));
    }
    if (before === undefined) return;
    const after = this.topicKeeper.over(applyController(before, event));
    this.show(after);
    announceRound(event, standing(before), standing(after));
  }

  /** The cookie opens the session, so that the key is needed in the address no more. */
  private prove(): void {
    if (!this.isUnproven) return;
    this.isUnproven = false;
    this.deps.hideKey();
  }

  private show(view: ControllerView): void {
    const before = this.view.value;
    this.view.value = view;
    this.countdown.follow(view);
    this.nextRound.follow(view);
    this.undoNote.follow(view.undo);
    this.agreement.follow(view);
    this.historyDesk.follow(view);
    if (before === undefined) return;
    if (mainAction(before) !== mainAction(view)) {
      this.errand.forgive(ROUND);
      this.rest();
    }
    if (before.controlKeys !== 1 && view.controlKeys === 1) this.handOver.forget();
  }

  private rest(): void {
    this.cancelRest();
    this.isResting.value = true;
    this.cancelRest = this.deps.world.after(REST_MS, () => {
      this.isResting.value = false;
    });
  }

  private fail(problem: Problem, trouble = this.trouble): void {
    if (isOver(problem)) return this.close();
    if (isRefusal(problem)) return this.lock(lockReason(problem));
    trouble.value = problem.kind;
  }

  private lock(reason: LockReason): void {
    this.disconnect();
    const isCookieless = this.isUnproven && reason === 'keyless';
    // The key is all that there is then: it opens the page once cookies are allowed.
    if (!isCookieless) this.deps.hideKey();
    this.handOver.forget();
    this.lockReason.value = isCookieless ? 'cookieless' : reason;
    this.phase.value = 'locked';
  }

  private close(): void {
    this.disconnect();
    this.phase.value = this.view.value === undefined ? 'nowhere' : 'over';
  }

  private disconnect(): void {
    this.live.stop();
    this.cancelDate();
    this.countdown.stop();
  }
}

/** Only keys that were good once get into a cookie. */
function lockReason({ status }: Problem): LockReason {
  return status === 403 ? 'takenBack' : 'keyless';
}

function standing(view: ControllerView) {
  return { open: view.open, timer: view.timer, isRevealed: revealed(view) !== undefined };
}
