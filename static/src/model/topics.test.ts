import { describe, expect, test } from 'vitest';
import { move, without } from './topics';

describe('a topic', () => {
  const topics = ['a', 'b', 'c'];

  test('can be moved, and not over the ends', () => {
    expect(move(topics, 0, 1)).toEqual(['b', 'a', 'c']);
    expect(move(topics, 2, 0)).toEqual(['c', 'a', 'b']);
    expect(move(topics, 0, -1)).toEqual(topics);
    expect(move(topics, 2, 3)).toEqual(topics);
    expect(move(topics, 7, 0)).toEqual(topics);
  });

  test('can be taken out by its place', () => {
    expect(without(['a', 'a', 'b'], 1)).toEqual(['a', 'b']);
  });
});
