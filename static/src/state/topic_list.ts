import { type Signal, signal } from '@preact/signals-core';
import { commonWords, deskWords } from '../i18n/words';
import { MOST_CHARACTERS, MOST_TOPICS, move, readTopics, without } from '../model/topics';
import { announce } from './announcer';

/** What the list of topics stands on. */
export interface TopicListDeps {
  readonly topics: () => readonly string[];
  /** Keeps the whole list, and says whether that worked. */
  readonly keep: (topics: readonly string[]) => Promise<boolean>;
}

/** How many topics that are too long are named, and how much of each is shown. */
const MOST_NAMED = 3;
const NAMED_CHARACTERS = 30;

/** What is to be voted on next: written or pasted, put in order, taken out. */
export class TopicList {
  /** What is being written. */
  readonly draft: Signal<string> = signal('');
  /** Why it could not be taken. */
  readonly fault: Signal<string | undefined> = signal();

  constructor(private readonly deps: TopicListDeps) {}

  /** Takes what was written to the end of the list: all of it, or nothing, and then it stays in the field. */
  async add(): Promise<void> {
    const { topics, keep } = this.deps;
    const text = this.draft.value;
    const read = readTopics(text);
    const all = [...topics(), ...read.topics];
    this.fault.value = faultOf(all.length, read.tooLong);
    if (this.fault.value !== undefined || read.topics.length === 0) return;
    this.draft.value = '';
    if (await keep(all)) return announce(deskWords.topics.added(read.topics.length));
    if (this.draft.value === '') this.draft.value = text;
  }

  /** Moves the topic at `index` up or down, and says where it is. */
  move(index: number, by: -1 | 1): void {
    const { topics, keep } = this.deps;
    const before = topics();
    const after = move(before, index, index + by);
    if (after === before) return;
    void keep(after);
    announce(deskWords.topics.moved(before[index] ?? '', index + by + 1, after.length));
  }

  /** Takes the topic at `index` out. */
  remove(index: number): void {
    const { topics, keep } = this.deps;
    const before = topics();
    void keep(without(before, index));
    announce(deskWords.topics.removed(before[index] ?? ''));
  }
}

function faultOf(count: number, tooLong: readonly string[]): string | undefined {
  if (tooLong.length > 0) return deskWords.topics.tooLong(MOST_CHARACTERS, named(tooLong));
  return count > MOST_TOPICS ? deskWords.topics.tooMany(MOST_TOPICS) : undefined;
}

/** The first of `topics` by how they begin, and how many more there are. */
function named(topics: readonly string[]): readonly string[] {
  const begins = topics
    .slice(0, MOST_NAMED)
    .map((topic) => deskWords.topics.begins([...topic].slice(0, NAMED_CHARACTERS).join('')));
  const more = topics.length - begins.length;
  return more > 0 ? [...begins, commonWords.more(more)] : begins;
}
