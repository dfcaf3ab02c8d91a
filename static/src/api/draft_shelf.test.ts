// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { draftShelf } from './draft_shelf';

beforeEach(() => sessionStorage.clear());

test('a draft is of its page', () => {
  draftShelf(sessionStorage, '/abc').keep({ name: 'Ana' });
  expect(draftShelf(sessionStorage, '/xyz').take()).toEqual({});
  expect(draftShelf(sessionStorage, '/abc').take()).toEqual({ name: 'Ana' });
});

test.each(['', 'null', '[1]', '{'])('“%s” is no draft', (text) => {
  sessionStorage.setItem('pajthy:drafts:/abc', text);
  expect(draftShelf(sessionStorage, '/abc').take()).toEqual({});
});
