import { type Signal, signal } from '@preact/signals-core';
import { deskWords } from '../i18n/words';
import { MOST_TOPICS, move, readTopics, without } from '../model/topics';
import { announce } from './announcer';

/** What the list of topics stands on. */
export interface TopicListDeps {
  readonly topics: () => readonly string[];
  /** Keeps the whole list. */
  readonly keep: (topics: readonly string[]) => void;
}

/** What is to be voted on next: written or pasted, put in order, taken out. */
export class TopicList {
  /** What is being written. */
  readonly draft: Signal<string> = signal('');
  /** What could not be taken of it. */
  readonly fault: Signal<string | undefined> = signal(undefined);

  constructor(private readonly deps: TopicListDeps) {}

  /** Takes what was written to the end of the list. */
  add(): void {
    const { topics, keep } = this.deps;
    const read = readTopics(this.draft.value);
    const all = [...topics(), ...read.topics];
    this.fault.value = faultOf(all.length, read.tooLong);
    if (all.length > MOST_TOPICS || read.topics.length === 0) return;
    this.draft.value = '';
    keep(all);
    announce(deskWords.topics.added(read.topics.length));
  }

  /** Moves the topic at `index` up or down, and says where it is. */
  move(index: number, by: -1 | 1): void {
    const { topics, keep } = this.deps;
    const before = topics();
    const after = move(before, index, index + by);
    if (after === before) return;
    keep(after);
    announce(deskWords.topics.moved(before[index] ?? '', index + by + 1, after.length));
  }

  /** Takes the topic at `index` out. */
  remove(index: number): void {
    const { topics, keep } = this.deps;
    const before = topics();
    keep(without(before, index));
    announce(deskWords.topics.removed(before[index] ?? ''));
  }
}

function faultOf(count: number, tooLong: number): string | undefined {
  if (count > MOST_TOPICS) return deskWords.topics.tooMany(MOST_TOPICS);
  return tooLong > 0 ? deskWords.topics.tooLong(tooLong) : undefined;
}
