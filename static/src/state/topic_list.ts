import { type Signal, signal } from '@preact/signals-core';
import { MOST_TOPICS, move, readTopics, without } from '../model/topics';
import type { HostFact, Tell } from './news';

/** What the list of topics stands on. */
export interface TopicListDeps {
  readonly topics: () => readonly string[];
  /** Keeps the whole list, and says whether that worked. */
  readonly keep: (topics: readonly string[]) => Promise<boolean>;
  readonly tell: Tell<HostFact>;
}

/** Why a list can't be taken: it would be too long, or some of its topics are. */
export type TopicsFault =
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'tooLong'; readonly topics: readonly string[] };

/** What is to be voted on next: written or pasted, put in order, taken out. */
export class TopicList {
  /** What is being written. */
  readonly draft: Signal<string> = signal('');
  /** Why it could not be taken. */
  readonly fault: Signal<TopicsFault | undefined> = signal();

  constructor(private readonly deps: TopicListDeps) {}

  /** Takes what was written to the end of the list: all of it, or nothing, and then it stays in the field. */
  async add(): Promise<void> {
    const { topics, keep, tell } = this.deps;
    const text = this.draft.value;
    const read = readTopics(text);
    const all = [...topics(), ...read.topics];
    this.fault.value = faultOf(all.length, read.tooLong);
    if (this.fault.value !== undefined || read.topics.length === 0) return;
    this.draft.value = '';
    if (await keep(all)) return tell({ kind: 'topicsAdded', count: read.topics.length });
    if (this.draft.value === '') this.draft.value = text;
  }

  /** Moves the topic at `index` up or down, and says where it is. */
  move(index: number, by: -1 | 1): void {
    const { topics, keep, tell } = this.deps;
    const before = topics();
    const after = move(before, index, index + by);
    if (after === before) return;
    void keep(after);
    const topic = before[index] ?? '';
    tell({ kind: 'topicMoved', topic, place: index + by + 1, of: after.length });
  }

  /** Takes the topic at `index` out. */
  remove(index: number): void {
    const { topics, keep, tell } = this.deps;
    const before = topics();
    void keep(without(before, index));
    tell({ kind: 'topicRemoved', topic: before[index] ?? '' });
  }
}

function faultOf(count: number, tooLong: readonly string[]): TopicsFault | undefined {
  if (tooLong.length > 0) return { kind: 'tooLong', topics: tooLong };
  return count > MOST_TOPICS ? { kind: 'tooMany' } : undefined;
}
