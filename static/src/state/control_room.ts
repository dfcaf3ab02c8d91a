import { batch, type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import { decodeControllerEvent } from '../api/controller_wire';
import { isOver, isRefusal, type Problem, type ProblemKind } from '../api/request';
import type { Pace, SocketStatus } from '../api/socket';
import type { World } from '../api/world';
import {
  applyController,
  type ControllerEvent,
  type ControllerView,
  revealed,
} from '../model/controller';
import { Agreement } from './agreement';
import { Countdown } from './countdown';
import { DeckChange } from './deck_change';
import { type CarryOut, Errand } from './errand';
import { HandOver } from './hand_over';
import { HistoryDesk, type HistoryDeskDeps } from './history_desk';
import { Live } from './live';
import { type HostFact, News, roundFact } from './news';
import { NextRound } from './next_round';
import { People } from './people';
import { RoundSteps } from './round_steps';
import { TitleDesk } from './title_desk';
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
  /** The session is no more: whatever this device keeps of it is to go. */
  readonly forget: () => void;
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
 * The control page: opens with a key, and hands what it hears to its parts. Each owns its signals: `steps` leads
 * through a round, `people` looks after who is here; the others are called as what they do.
 */
export class ControlRoom {
  readonly phase: Signal<ControlPhase> = signal('loading');
  readonly status: Signal<SocketStatus | undefined>;
  readonly view: Signal<ControllerView | undefined> = signal();
  /** Why the page is locked, if it is. */
  readonly lockReason: Signal<LockReason> = signal('keyless');
  readonly trouble: Signal<ProblemKind | undefined> = signal();
  readonly news: News<HostFact> = new News();
  readonly nextRound: NextRound = new NextRound();
  readonly steps: RoundSteps;
  readonly people: People;
  readonly handOver: HandOver;
  /** What is left of the round's time. */
  readonly countdown: Countdown;
  readonly topicList: TopicList;
  readonly deckChange: DeckChange;
  readonly titleDesk: TitleDesk;
  readonly undoNote: UndoNote;
  readonly agreement: Agreement;
  readonly historyDesk: HistoryDesk;

  private readonly topicKeeper: TopicKeeper;
  private readonly errand: Errand;
  private readonly live: Live<ControllerView, ControllerEvent>;
  /** Whether the key of the address has opened the page, and nothing has come by the cookie yet. */
  private isUnproven = false;

  constructor(private readonly deps: ControlRoomDeps) {
    const { world, api } = deps;
    const { nextRound } = this;
    const { tell } = this.news;
    const onProblem = (problem: Problem) => this.fail(problem);
    this.errand = new Errand({ trouble: this.trouble, onProblem });
    this.live = new Live<ControllerView, ControllerEvent>({
      world,
      pace: deps.pace,
      decode: (frame) => decodeControllerEvent(frame, world),
      onEvent: (event) => this.receive(event),
      // The key of that socket is no good. Another tab may have brought a fitting one, so the cookie is asked.
      onEnd: (ending) => (ending === 'over' ? this.close() : this.enter()),
    });
    this.status = this.live.status;

    // One after the other; and it hurries to hear of what has worked.
    const onDone = () => this.live.hurry();
    const carryOut: CarryOut = (name, change, onWorked) =>
      this.errand.run(name, change, () => {
        onWorked?.();
        onDone();
      });
    const view = () => this.view.value;
    const forgive = (name: string) => this.errand.forgive(name);
    this.steps = new RoundSteps({ world, api, view, nextRound, carryOut, forgive });
    this.people = new People({ world, api, view, carryOut });
    this.countdown = new Countdown(world, tell);
    this.agreement = new Agreement({ api, carryOut, tell });
    this.titleDesk = new TitleDesk({ api, carryOut, tell });
    this.deckChange = new DeckChange({ api, carryOut, tell });
    this.undoNote = new UndoNote({
      world,
      api,
      carryOut,
      onUndone: () => {
        tell({ kind: 'undone' });
        this.steps.rest(); // the focus goes to the main button, and a second Enter must not reach it
      },
    });
    this.historyDesk = new HistoryDesk({
      api,
      read: deps.readHistory,
      copyText: deps.copyText,
      onProblem,
    });
    this.topicList = new TopicList({
      topics: () => this.view.value?.topics ?? [],
      keep: (topics) => {
        this.trouble.value = undefined;
        return this.topicKeeper.keep(topics);
      },
      tell,
    });
    this.topicKeeper = new TopicKeeper({
      send: (topics, after) => api.setTopics(topics, after),
      show: (topics) => this.showTopics(topics),
      onDone,
      onProblem,
    });
    this.handOver = new HandOver({
      world,
      api,
      onDone,
      onProblem: (problem) => this.fail(problem, this.handOver.trouble),
      tell,
    });
  }

  /** Opens the session with the key of the address, or else with the cookie that an earlier one has left. */
  start(addressKey: string): void {
    this.phase.value = 'loading';
    if (addressKey === '') return this.enter();
    this.look(addressKey, () => this.enter('wrong'));
  }

  private showTopics(topics: readonly string[]): void {
    const view = this.view.value;
    if (view !== undefined) batch(() => this.show({ ...view, topics }));
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
    this.people.keepDate();
    this.phase.value = 'ready';
    const { api, socketUrl } = this.deps;
    this.live.follow({ url: () => socketUrl, look: () => api.look() });
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
    const fact = roundFact(event, standing(before), standing(after));
    if (fact !== undefined) this.news.tell(fact);
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
    this.people.follow(view);
    this.titleDesk.follow(view.title);
    this.undoNote.follow(view.undo);
    this.agreement.follow(view);
    this.historyDesk.follow(view);
    if (before === undefined) return;
    this.steps.follow(before, view);
    if (before.controlKeys !== 1 && view.controlKeys === 1) this.handOver.forget();
  }

  private fail(problem: Problem, trouble = this.trouble): void {
    if (isOver(problem)) return this.close();
    if (isRefusal(problem)) return this.lock(lockReason(problem));
    trouble.value = problem.kind;
  }

  private lock(reason: LockReason): void {
    const isCookieless = this.isUnproven && reason === 'keyless';
    // The key is all that there is then: it opens the page once cookies are allowed.
    if (!isCookieless) this.deps.hideKey();
    batch(() => {
      this.disconnect();
      this.handOver.forget();
      this.lockReason.value = isCookieless ? 'cookieless' : reason;
      this.phase.value = 'locked';
    });
  }

  private close(): void {
    batch(() => {
      this.disconnect();
      this.deps.forget();
      this.phase.value = this.view.value === undefined ? 'nowhere' : 'over';
    });
  }

  private disconnect(): void {
    this.live.stop();
    this.people.stop();
    this.countdown.stop();
  }
}

/** Only keys that were good once get into a cookie. */
function lockReason({ status }: Problem): LockReason {
  return status === 403 ? 'takenBack' : 'keyless';
}

function standing(view: ControllerView) {
  const { open, timer, questions, choices } = view;
  return { open, timer, questions, choices, result: revealed(view) };
}
