import { beforeEach, expect, test } from 'vitest';
import { TopicList } from './topic_list';

let kept: readonly string[];
let list: TopicList;
beforeEach(() => {
  kept = ['a', 'b'];
  list = new TopicList({
    topics: () => kept,
    keep: (topics) => {
      kept = topics;
    },
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
  expect(list.fault.value).toBe('The list holds 100 topics. Take some out first.');
  expect(list.draft.value).toBe('c\nd');
});

test('topics that are too long are left out, and counted', () => {
  list.draft.value = `c\n${'x'.repeat(201)}`;
  list.add();
  expect(kept).toEqual(['a', 'b', 'c']);
  expect(list.fault.value).toBe('1 topic left out: up to 200 characters fit into one.');
});

test('topics are moved and taken out', () => {
  list.move(1, -1);
  expect(kept).toEqual(['b', 'a']);
  list.move(1, 1);
  expect(kept).toEqual(['b', 'a']);
  list.remove(0);
  expect(kept).toEqual(['a']);
});
