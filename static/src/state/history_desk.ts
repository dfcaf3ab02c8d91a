import { type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import { isOver, isRefusal, type Problem, type ProblemKind } from '../api/request';
import { type ControllerView, revealed } from '../model/controller';
import type { History } from '../model/history';

/** The forms in which the history can be taken along. */
export const HISTORY_FORMATS = ['csv', 'markdown', 'json'] as const;

/** One of `HISTORY_FORMATS`. */
export type HistoryFormat = (typeof HISTORY_FORMATS)[number];

/** How copying went. */
export interface HistoryCopy {
  readonly format: HistoryFormat;
  readonly worked: boolean;
  /** What the browser has refused to copy, for the reader to do it; `undefined` too if the server did not give it. */
  readonly text?: string | undefined;
}

/** What the history stands on. */
export interface HistoryDeskDeps {
  readonly api: Pick<ControllerApi, 'history'>;
  /** The history as a file of that kind; `undefined` if the server did not give it. */
  readonly read: (format: HistoryFormat) => Promise<string | undefined>;
  readonly copyText: (text: Promise<string | undefined>) => Promise<boolean>;
  /** Hears of what ends the page: the session is over, or the key is not good any more. */
  readonly onProblem: (problem: Problem) => void;
}

/** The rounds that have ended, fetched when somebody looks at them, and anew when there are others. */
export class HistoryDesk {
  readonly history: Signal<History | undefined> = signal();
  /** Why it could not be fetched, until it was. */
  readonly trouble: Signal<ProblemKind | undefined> = signal();
  /** What was copied last, or could not be. */
  readonly copied: Signal<HistoryCopy | undefined> = signal();
  private isOpen = false;
  private rounds: number | undefined;
  private agreed: string | undefined;
  /** Whether there is something to be fetched. */
  private isOld = true;
  private asked = 0;

  constructor(private readonly deps: HistoryDeskDeps) {}

  /** Somebody looks at it, or does no more. */
  toggle(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.copied.value = undefined;
    this.refresh();
  }

  /** Fetches it anew if it has changed: a round has ended, or something else was agreed on for the last. */
  follow(view: ControllerView): void {
    // Only beside the result it is said.
    const agreed = revealed(view) === undefined ? this.agreed : view.agreed;
    if (view.rounds === this.rounds && agreed === this.agreed) return;
    this.rounds = view.rounds;
    this.agreed = agreed;
    this.isOld = true;
    this.refresh();
  }

  private refresh(): void {
    if (this.isOpen && this.isOld) void this.load();
  }

  async load(): Promise<void> {
    this.asked += 1;
    this.isOld = false;
    const { asked } = this;
    const answer = await this.deps.api.history();
    // Somebody has asked again meanwhile, and that answer is newer, or will be.
    if (asked !== this.asked) return;
    this.trouble.value = undefined;
    if (answer.ok) {
      this.history.value = answer.value;
      return;
    }
    const { problem } = answer;
    this.isOld = true;
    if (isOver(problem) || isRefusal(problem)) return this.deps.onProblem(problem);
    this.trouble.value = problem.kind;
  }

  async copy(format: HistoryFormat): Promise<void> {
    const { read, copyText } = this.deps;
    const text = read(format);
    const worked = await copyText(text);
    this.copied.value = { format, worked, text: worked ? undefined : await text };
  }
}
