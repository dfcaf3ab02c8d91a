import type { Answer, Problem } from '../api/request';
import type { ControllerView } from '../model/controller';

type Topics = readonly string[];

/** What keeping the list of topics stands on. */
export interface TopicKeeperDeps {
  /** Sends the list in place of that version. */
  readonly send: (topics: Topics, after: number) => Promise<Answer<true>>;
  readonly show: (topics: Topics) => void;
  readonly onDone: () => void;
  readonly onProblem: (problem: Problem) => void;
}

/**
 * Sends the list of topics to the server, shown at once. One list at a time, since two that are on their way together
 * may change places; of those that wait the latest goes.
 */
export class TopicKeeper {
  /** What was made of the list here, until the server has answered. */
  private ours: Topics | undefined;
  /** What the server said last. */
  private theirs: Topics = [];
  /** Of the newest list that the server has, as far as it is known here. */
  private version = 0;
  /** Whether the server has told of ours: what it tells from then on is newer. */
  private isTold = false;
  private sending: Promise<boolean> | undefined;

  constructor(private readonly deps: TopicKeeperDeps) {}

  /** Keeps `topics`, and says whether the server has taken them, or those that took their place meanwhile. */
  keep(topics: Topics): Promise<boolean> {
    this.ours = topics;
    this.deps.show(topics);
    this.sending ??= this.sendAll();
    return this.sending;
  }

  /** The server's `view`, with our list over its own while that is on its way. */
  over(view: ControllerView): ControllerView {
    const { ours } = this;
    if (view.topics === ours) return view;
    this.theirs = view.topics;
    this.version = Math.max(this.version, view.topicsVersion);
    if (ours === undefined) return view;
    this.isTold ||= areSame(view.topics, ours);
    return { ...view, topics: ours };
  }

  private async sendAll(): Promise<boolean> {
    const { send, show, onDone, onProblem } = this.deps;
    let sent: Topics;
    let answer: Answer<true>;
    do {
      sent = this.ours ?? [];
      this.isTold = false;
      const after = this.version;
      answer = await send(sent, after);
      if (answer.ok) this.version = Math.max(this.version, after + 1);
    } while (sent !== this.ours);
    this.ours = undefined;
    this.sending = undefined;
    if (this.isTold || !answer.ok) show(this.theirs);
    if (answer.ok) onDone();
    else onProblem(answer.problem);
    return answer.ok;
  }
}

function areSame(some: Topics, others: Topics): boolean {
  return some.length === others.length && some.every((topic, index) => topic === others[index]);
}
