import { beforeEach, describe, expect, test } from 'vitest';
import { NextRound } from './next_round';

let next: NextRound;
beforeEach(() => {
  next = new NextRound();
});

const follow = (topics: readonly string[], seconds = 0) => next.follow({ topics, seconds });

describe('the next round', () => {
  test('says nothing where nothing is written', () => {
    follow([]);
    expect(next.options()).toBeUndefined();
  });

  test('is offered the first of the upcoming topics', () => {
    follow(['login', 'logout']);
    expect(next.options()).toEqual({ topic: 'login', seconds: 0 });
    follow(['logout']);
    expect(next.topic.value).toBe('logout');
  });

  test('keeps what somebody writes, whatever comes up', () => {
    follow(['login']);
    next.take('sign-up');
    follow(['logout']);
    expect(next.topic.value).toBe('sign-up');
  });

  test('is offered the next topic once it has begun', () => {
    follow([]);
    next.take('sign-up');
    next.begun();
    follow(['logout']);
    expect(next.topic.value).toBe('logout');
  });

  test('lasts as the session has it, unless somebody chooses otherwise', () => {
    follow([], 60);
    expect(next.options()).toBeUndefined();
    next.seconds.value = 0;
    expect(next.options()).toEqual({ topic: '', seconds: 0 });
    follow([], 60);
    expect(next.seconds.value).toBe(0);
  });
});

test('a link of Markdown is written as topics are kept, unless the list has it so', () => {
  const next = new NextRound();
  const link = '[Login](https://tracker.example/1)';
  next.follow({ topics: [], seconds: 0 });
  next.take(link);
  expect(next.options()?.topic).toBe('Login https://tracker.example/1');
  next.follow({ topics: ['Logout', link], seconds: 0 });
  expect(next.options()?.topic).toBe(link);
});
