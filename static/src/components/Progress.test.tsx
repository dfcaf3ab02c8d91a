// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pagePlace } from './mount';
import { Progress } from './Progress';

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});

afterEach(() => render(null, pagePlace()));

function said(voted: number, of: number, waiting: readonly string[], isMissed = false) {
  render(<Progress progress={{ voted, of, waiting }} isMissed={isMissed} />, pagePlace());
  return document.querySelector('p')?.textContent;
}

test('a few who are missed are named, the rest is counted', () => {
  expect(said(1, 3, ['Ana', 'Béla'])).toBe('1 of 3 have voted · waiting for Ana and Béla');
  expect(said(1, 6, ['Ana', 'Béla', 'Cili', 'Dóra', 'Edit'])).toBe(
    '1 of 6 have voted · waiting for Ana, Béla, Cili, and 2 more',
  );
});

test('the reader is told apart from the others who are missed', () => {
  expect(said(1, 3, ['Béla'], true)).toBe('1 of 3 have voted · waiting for Béla');
  expect(said(1, 6, ['Béla', 'Cili', 'Dóra', 'Edit'], true)).toBe(
    '1 of 6 have voted · waiting for Béla, Cili, Dóra, and 1 more',
  );
});

test('nobody else is missed', () => {
  expect(said(3, 3, [])).toBe('3 of 3 have voted');
  expect(said(2, 3, [], true)).toBe('2 of 3 have voted');
});
