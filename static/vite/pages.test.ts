import { expect, test } from 'vitest';
import { pageFor } from './pages';

test('addresses lead to the pages that the server would give', () => {
  expect(pageFor('/')).toBe('index.html');
  expect(pageFor('/new')).toBe('index.html');
  expect(pageFor('/0123456789ab')).toBe('vote.html');
  expect(pageFor('/0123456789ab/control')).toBe('control.html');
});

test.each([
  '/api',
  '/api/abc/control',
  '/favicon.svg',
  '/src/vote.tsx',
  '/@vite/client',
  '/abc/else',
  '/abc/control/more',
])('%s is no page', (path) => {
  expect(pageFor(path)).toBeUndefined();
});
