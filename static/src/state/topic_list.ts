import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Choice, Column, Pasted } from '../model/pasted';
import { shownTopic } from '../model/round';
import { MOST_TOPICS, type TopicFault, topicFault } from '../model/topic';
import { move, without } from '../model/topics';
import type { HostFact, Tell } from './news';

/** What reads topics. */
export type TopicReader = typeof import('../model/topic_reader');

/** What the list of topics stands on. */
export interface TopicListDeps {
  readonly topics: () => readonly string[];
  /** Keeps the whole list, and says whether that worked. */
  readonly keep: (topics: readonly string[]) => Promise<boolean>;
  readonly tell: Tell<HostFact>;
  readonly fetchReader?: () => Promise<TopicReader>;
}

/** Why something was not taken: there is no room for all, it is no text, or nobody is there to read it. */
export type TopicsFault =
  | { readonly kind: 'tooMany' | 'oneFile' | 'fieldFirst' | 'noReader' }
  | { readonly kind: 'fileTooLarge' | 'noText' | 'emptyFile'; readonly file: string };

/** What is to be taken of what stands in the field. */
export interface Found {
  readonly topics: readonly FoundTopic[];
  /** What the topics were chosen from, where there was a choice. */
  readonly table: FoundTable | undefined;
}

/** A topic, and why it can't be added, if so. */
export interface FoundTopic {
  /** Which of them it is, from 1 on. */
  readonly place: number;
  readonly text: string;
  readonly fault: TopicFault | undefined;
}

/** A table, and what is taken of it. */
export interface FoundTable {
  readonly columns: readonly Column[];
  /** Which of them; `undefined` for whole lines. */
  readonly column: number | undefined;
  readonly isHeaded: boolean;
  readonly heading: string;
  /** How many rows have nothing there. */
  readonly blank: number;
  /** How many topics go without the address of their row. */
  readonly unlinked: number;
  /** What is not like the rows of the table, and stays in the field. */
  readonly others: readonly string[];
}

/** What was chosen of a table, if somebody has. */
type Chosen = Choice & { readonly isWhole?: boolean };

/** What is to be voted on next: written or pasted, put in order, taken out. */
export class TopicList {
  /** What is being written. */
  readonly draft: Signal<string> = signal('');
  /** Why it could not be taken. */
  readonly fault: Signal<TopicsFault | undefined> = signal();
  /** What would be added now; `undefined` where there is nothing, or nobody to read it yet. */
  readonly found: ReadonlySignal<Found | undefined> = computed(() => this.find());
  private readonly reader: Signal<TopicReader | undefined> = signal();
  private readonly chosen: Signal<Chosen> = signal({});
  private readonly pasted: ReadonlySignal<Pasted | undefined> = computed(() => {
    const text = this.draft.value;
    return text.trim() === '' ? undefined : this.reader.value?.readPasted(text);
  });

  constructor(private readonly deps: TopicListDeps) {}

  /** How many topics there is room for. */
  room(): number {
    return Math.max(0, MOST_TOPICS - this.deps.topics().length);
  }

  /** Fetches what reads topics, for somebody may be about to write some. */
  async prepare(): Promise<TopicReader | undefined> {
    const { fetchReader = () => import('../model/topic_reader') } = this.deps;
    this.reader.value ??= await fetchReader().catch(() => undefined);
    return this.reader.value;
  }

  /** Somebody has written `text`, or it `isNew` altogether, and no choice was made for it. */
  write(text: string, isNew = false): void {
    this.draft.value = text;
    this.fault.value = undefined;
    if (isNew || text === '') this.chosen.value = {};
    void this.ready();
  }

  /** Takes another column; `undefined` for whole lines. */
  pick(column: number | undefined): void {
    this.chosen.value = { ...this.chosen.value, column, isWhole: column === undefined };
  }

  /** Says whether the first row is a heading. */
  setHeaded(isHeaded: boolean): void {
    this.chosen.value = { ...this.chosen.value, isHeaded };
  }

  /** Reads `files`, of which there may be one, into the field. */
  async open(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (file === undefined) return;
    if (files.length > 1) return this.refuse({ kind: 'oneFile' });
    if (this.draft.value.trim() !== '') return this.refuse({ kind: 'fieldFirst' });
    const reader = await this.ready();
    if (reader === undefined) return;
    if (file.size > reader.MOST_FILE_BYTES)
      return this.refuse({ kind: 'fileTooLarge', file: file.name });
    // A folder is no file.
    const bytes = await file.arrayBuffer().catch(() => undefined);
    const text = bytes && reader.textOfFile(new Uint8Array(bytes));
    if (text === undefined) return this.refuse({ kind: 'noText', file: file.name });
    if (this.draft.value.trim() !== '') return this.refuse({ kind: 'fieldFirst' });
    if (text.trim() === '') return this.refuse({ kind: 'emptyFile', file: file.name });
    this.write(text, true);
  }

  /** Takes what was found to the end of the list. What can't be added stays in the field. */
  async add(): Promise<void> {
    const { topics, keep, tell } = this.deps;
    const text = this.draft.value;
    const wasRead = this.found.value !== undefined;
    if (this.reader.value === undefined && (await this.ready()) === undefined) return;
    const found = this.found.value;
    // A choice is to be seen before it is taken.
    if (found === undefined || (found.table !== undefined && !wasRead)) return;
    const { taken, left } = this.divide(found);
    this.fault.value = left.some((topic) => topic.fault === undefined)
      ? { kind: 'tooMany' }
      : undefined;
    if (taken.length === 0) return;
    const rest = [...(found.table?.others ?? []), ...left.map((topic) => topic.text)].join('\n');
    this.draft.value = rest;
    this.chosen.value = {};
    if (await keep([...topics(), ...taken]))
      return tell({ kind: 'topicsAdded', count: taken.length });
    if (this.draft.value === rest) this.draft.value = text;
  }

  /** Moves the topic at `index` up or down, and says where it is. */
  move(index: number, by: -1 | 1): void {
    const { topics, keep, tell } = this.deps;
    const before = topics();
    const after = move(before, index, index + by);
    if (after === before) return;
    void keep(after);
    tell({
      kind: 'topicMoved',
      topic: said(before[index]),
      place: index + by + 1,
      of: after.length,
    });
  }

  /** Takes the topic at `index` out. */
  remove(index: number): void {
    const { topics, keep, tell } = this.deps;
    const before = topics();
    void keep(without(before, index));
    tell({ kind: 'topicRemoved', topic: said(before[index]) });
  }

  private find(): Found | undefined {
    const pasted = this.pasted.value;
    if (pasted === undefined) return undefined;
    const { table, lines } = pasted;
    const taken = table && this.reader.value?.takeOf(table, this.chosen.value);
    if (table === undefined || taken === undefined) {
      return { topics: judged(lines()), table: undefined };
    }
    const { columns, isHeaded } = taken;
    const heading = (table.rows[0] ?? []).filter((cell) => cell !== '').join(', ');
    const known = { columns, isHeaded, heading };
    if (this.chosen.value.isWhole) {
      const whole = { ...known, column: undefined, blank: 0, unlinked: 0, others: [] };
      return { topics: judged(lines()), table: whole };
    }
    const { column, blank, unlinked } = taken;
    const found = { ...known, column, blank, unlinked, others: table.others };
    return { topics: judged(taken.topics), table: found };
  }

  /** Those that are added, and those that stay. */
  private divide({ topics }: Found) {
    const fit = topics.filter(({ fault }) => fault === undefined);
    const taken = new Set(fit.slice(0, this.room()));
    return {
      taken: [...taken].map(({ text }) => text),
      left: topics.filter((topic) => !taken.has(topic)),
    };
  }

  private async ready(): Promise<TopicReader | undefined> {
    const reader = await this.prepare();
    if (reader === undefined) this.refuse({ kind: 'noReader' });
    return reader;
  }

  private refuse(why: TopicsFault): void {
    this.fault.value = why;
  }
}

/** A topic as it is told: without its address. */
function said(topic = ''): string {
  return shownTopic(topic).text;
}

function judged(topics: readonly string[]): readonly FoundTopic[] {
  return topics.map((text, index) => ({ place: index + 1, text, fault: topicFault(text) }));
}
