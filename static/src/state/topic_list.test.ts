import { beforeEach, expect, test } from 'vitest';
import { TopicList } from './topic_list';

let kept: readonly string[];
let isKept: boolean;
let list: TopicList;
beforeEach(() => {
  isKept = true;
  kept = ['a', 'b'];
  list = new TopicList({
    topics: () => kept,
    keep: async (topics) => {
      kept = topics;
      return isKept;
    },
    tell: () => {},
  });
});

test('what is written goes to the end of the list', () => {
  list.draft.value = 'c\nd';
  list.add();
  expect(kept).toEqual(['a', 'b', 'c', 'd']);
  expect(list.draft.value).toBe('');
});

test('nothing is added where nothing is written', () => {
  list.draft.value = ' \n';
  list.add();
  expect(kept).toEqual(['a', 'b']);
});

test('a list that would be too long says so, and what was written stays', () => {
  kept = Array.from({ length: 99 }, () => 'x');
  list.draft.value = 'c\nd';
  list.add();
  expect(kept).toHaveLength(99);
  expect(list.fault.value).toEqual({ kind: 'tooMany' });
  expect(list.draft.value).toBe('c\nd');
});

test('topics that are too long are named, and nothing is added until they are shorter', () => {
  const long = ['Login ', 'Logout ', 'Search ', 'Export '].map((begin) => begin.padEnd(201, 'x'));
  list.draft.value = ['c', ...long].join('\n');
  list.add();
  expect(kept).toEqual(['a', 'b']);
  expect(list.draft.value).toBe(['c', ...long].join('\n'));
  expect(list.fault.value).toEqual({ kind: 'tooLong', topics: long.map((topic) => topic.trim()) });
  list.draft.value = 'c\nLogin';
  list.add();
  expect(kept).toEqual(['a', 'b', 'c', 'Login']);
  expect(list.fault.value).toBeUndefined();
});

test('what could not be kept stands in the field again, unless something else does', async () => {
  isKept = false;
  list.draft.value = 'c';
  await list.add();
  expect(list.draft.value).toBe('c');
  const adding = list.add();
  list.draft.value = 'd';
  await adding;
  expect(list.draft.value).toBe('d');
});

test('topics are moved and taken out', () => {
  list.move(1, -1);
  expect(kept).toEqual(['b', 'a']);
  list.move(1, 1);
  expect(kept).toEqual(['b', 'a']);
  list.remove(0);
  expect(kept).toEqual(['a']);
});
