// @vitest-environment happy-dom
import { existsSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { showFavicon } from './favicon';

const shown = () => document.querySelector('link')?.getAttribute('href')?.split('/').at(-1);

beforeEach(() => {
  document.head.innerHTML = '<link rel="icon" href="./favicon.svg">';
});

test('another icon stands in the tab, and then the usual one again', () => {
  showFavicon('open');
  expect(shown()).toBe('favicon-open.svg');
  showFavicon('voted');
  expect(shown()).toBe('favicon-voted.svg');
  showFavicon(undefined);
  expect(shown()).toBe('favicon.svg');
});

test.each(['open', 'voted'])('there is one for “%s”', (name) => {
  expect(existsSync(`public/favicon-${name}.svg`)).toBe(true);
});

test('a page without an icon goes without', () => {
  document.head.innerHTML = '';
  showFavicon('open');
  expect(document.head.innerHTML).toBe('');
});
