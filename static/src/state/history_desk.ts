import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { ControllerApi } from '../api/controller_api';
import { isOver, isRefusal, type Problem, type ProblemKind } from '../api/request';
import { type ControllerView, revealed } from '../model/controller';
import type { History } from '../model/history';
import type { Tracker, TrackerFile } from '../model/tracker_files';

/** The forms in which the history can be taken along. */
export const HISTORY_FORMATS = ['csv', 'markdown', 'json'] as const;

/** One of `HISTORY_FORMATS`. */
export type HistoryFormat = (typeof HISTORY_FORMATS)[number];

/** All that can be taken along: the whole history, or what was agreed on, for a tracker. */
export type TakenForm = HistoryFormat | Tracker;

/** What makes it in the page. */
export type Maker = typeof import('../model/taken_away');

/** How copying went. */
export interface HistoryCopy {
  readonly format: TakenForm;
  readonly worked: boolean;
  /** What the browser has refused to copy, for the reader to do it; `undefined` too if the server did not give it. */
  readonly text?: string | undefined;
}

/** What the history stands on. */
export interface HistoryDeskDeps {
  readonly api: Pick<ControllerApi, 'history'>;
  /** The history as a file of that kind; `undefined` if the server did not give it. */
  readonly read: (format: HistoryFormat) => Promise<string | undefined>;
  readonly copyText: (
    text: string | Promise<string | undefined>,
    html?: string,
  ) => Promise<boolean>;
  readonly fetchMaker?: () => Promise<Maker>;
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
  /** What is to be taken along. */
  readonly form: Signal<TakenForm> = signal('csv');
  /** What was agreed on, for those trackers that know some of the topics. */
  readonly trackerFiles: ReadonlySignal<readonly TrackerFile[]>;
  private readonly maker: Signal<Maker | undefined> = signal();
  private isOpen = false;
  private rounds: number | undefined;
  private agreed: string | undefined;
  /** Whether there is something to be fetched. */
  private isOld = true;
  private asked = 0;

  constructor(private readonly deps: HistoryDeskDeps) {
    this.trackerFiles = computed(
      () => this.maker.value?.trackerFiles(this.history.value?.rounds ?? []) ?? [],
    );
  }

  /** Somebody looks at it, or does no more. */
  toggle(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.copied.value = undefined;
    if (isOpen) void this.fetchMaker();
    this.refresh();
  }

  /** Chooses what to take along. */
  pick(form: TakenForm): void {
    this.form.value = form;
    this.copied.value = undefined;
  }

  /** What is chosen, or a file that is always there if that one is not any more. */
  get chosen(): HistoryFormat | TrackerFile {
    const form = this.form.value;
    if (isHistoryFormat(form)) return form;
    return this.trackerFiles.value.find(({ tracker }) => tracker === form) ?? 'csv';
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

  /** Copies what is chosen. `headings` are the table's. */
  async copy(headings: readonly string[]): Promise<void> {
    const { chosen } = this;
    if (chosen === 'csv') return this.copyTable(headings);
    if (typeof chosen !== 'string') return this.copyAs(chosen.tracker, chosen.text);
    await this.copyAs(chosen, this.deps.read(chosen));
  }

  private async copyTable(headings: readonly string[]): Promise<void> {
    const history = this.history.value;
    const table = history && this.maker.value?.historyTable(history, headings);
    if (table === undefined) return this.copyAs('csv', this.deps.read('csv'));
    await this.copyAs('csv', table.text, table.html);
  }

  /** Asks for the clipboard at once, within the tap. */
  private async copyAs(
    format: TakenForm,
    text: string | Promise<string | undefined>,
    html?: string,
  ): Promise<void> {
    const worked = await this.deps.copyText(text, html);
    this.copied.value = { format, worked, text: worked ? undefined : await text };
  }

  private async fetchMaker(): Promise<void> {
    if (this.maker.value !== undefined) return;
    const { fetchMaker = () => import('../model/taken_away') } = this.deps;
    // Without it there is less to be taken along, until the history is opened again.
    this.maker.value = await fetchMaker().catch(() => undefined);
  }
}

/** Whether that is the history, whole. */
export function isHistoryFormat(form: TakenForm): form is HistoryFormat {
  return HISTORY_FORMATS.some((format) => format === form);
}
