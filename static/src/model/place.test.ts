import { expect, test } from 'vitest';
import { controlPlace, homePlace, votePlace } from './place';
import { isRecipePlace } from './recipe';

test('without a prefix the base is empty', () => {
  expect(homePlace('/')).toEqual({ base: '', id: '' });
  expect(votePlace('/abc123')).toEqual({ base: '', id: 'abc123' });
  expect(controlPlace('/abc123/control')).toEqual({ base: '', id: 'abc123' });
});

test('a prefix of any depth is found', () => {
  expect(homePlace('/tools/vote/')).toEqual({ base: '/tools/vote', id: '' });
  expect(votePlace('/tools/vote/abc123')).toEqual({ base: '/tools/vote', id: 'abc123' });
  expect(controlPlace('/tools/vote/abc123/control')).toEqual({ base: '/tools/vote', id: 'abc123' });
});

test('a recipe link stands beside the home page', () => {
  expect(homePlace('/new')).toEqual({ base: '', id: '' });
  expect(homePlace('/tools/vote/new')).toEqual({ base: '/tools/vote', id: '' });
  expect(['/new', '/tools/new'].map(isRecipePlace)).toEqual([true, true]);
  expect(['/', '/new/', '/tools/', '/anew'].map(isRecipePlace)).toEqual(Array(4).fill(false));
});
