import { beforeEach, expect, test } from 'vitest';
import { bad, good } from '../api/api.fake';
import type { Answer } from '../api/request';
import { settle } from '../api/world.fake';
import { controllerView } from '../model/view.fake';
import { TopicKeeper } from './topic_keeper';

let sent: string[];
let follows: number[];
let shown: string;
let problems: string[];
let answer: (answer: Answer<true>) => void;
let keeper: TopicKeeper;

beforeEach(() => {
  sent = [];
  follows = [];
  problems = [];
  keeper = new TopicKeeper({
    send: (topics, after) => {
      sent.push(topics.join(''));
      follows.push(after);
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    show: (topics) => {
      shown = topics.join('');
    },
    onDone: () => {},
    onProblem: ({ kind }) => problems.push(kind),
  });
  hear('abc');
});

const keep = (topics: string) => keeper.keep([...topics]);
/** The server says that these are the topics. */
const hear = (topics: string, topicsVersion = 0) => {
  shown = keeper.over(controllerView({ topics: [...topics], topicsVersion })).topics.join('');
};
const yes = () => {
  answer(good(true));
  return settle();
};
const no = () => {
  answer(bad('busy', 503));
  return settle();
};

test('lists go out one at a time, and of those that wait the latest only', async () => {
  void keep('bac');
  void keep('bca');
  void keep('cba');
  expect(shown).toBe('cba');
  expect(sent).toEqual(['bac']);
  await yes();
  expect(sent).toEqual(['bac', 'cba']);
  await yes();
  expect(sent).toEqual(['bac', 'cba']);
  void keep('abc');
  expect(sent).toEqual(['bac', 'cba', 'abc']);
});

test('what the server says of an earlier list does not bring it back', async () => {
  void keep('bac');
  void keep('cba');
  hear('bac');
  expect(shown).toBe('cba');
  await yes();
  hear('cba');
  await yes();
  expect(shown).toBe('cba');
});

test('what somebody else makes of it meanwhile is shown when ours has arrived', async () => {
  void keep('bac');
  hear('bac');
  hear('ac');
  expect(shown).toBe('bac');
  await yes();
  expect(shown).toBe('ac');
});

test('a refusal shows what the server has, and is told once', async () => {
  const first = keep('bac');
  const second = keep('cba');
  await no();
  expect(problems).toEqual([]);
  await no();
  expect(shown).toBe('abc');
  expect(problems).toEqual(['busy']);
  expect(await Promise.all([first, second])).toEqual([false, false]);
});

test('what is written last may be taken though the one before was not', async () => {
  const first = keep('bac');
  void keep('cba');
  await no();
  await yes();
  expect(shown).toBe('cba');
  expect(problems).toEqual([]);
  expect(await first).toBe(true);
});

test('each list says which one it takes the place of', async () => {
  hear('abc', 4);
  void keep('bac');
  void keep('bca');
  await yes();
  expect(follows).toEqual([4, 5]); // ours, though the server has not told of it yet
  hear('bac', 5);
  await yes();
  hear('ab', 9);
  void keep('a');
  expect(follows).toEqual([4, 5, 9]);
});

test('a list over one that was not seen is told, and the server’s is shown', async () => {
  const kept = keep('bac');
  hear('ab', 7);
  answer(bad('topics-changed', 409));
  await settle();
  expect(await kept).toBe(false);
  expect(shown).toBe('ab');
  expect(problems).toEqual(['topics-changed']);
});
