// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Result } from '../model/result';
import { resultOf } from '../model/view.fake';
import { pagePlace } from './mount';
import { Speakers } from './Speakers';

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});

afterEach(() => render(null, pagePlace()));

function said(result: Result, otherwise?: string): string | null | undefined {
  render(
    <Speakers result={result} {...(otherwise === undefined ? {} : { otherwise })} />,
    pagePlace(),
  );
  return document.querySelector('p')?.textContent;
}

const far = resultOf({ Ana: '1', Béla: '8' }, { first: ['Ana', 'Béla'] });

test('one of those at each end speaks first, each with the card', () => {
  expect(said(far)).toBe('First to speak: Ana (1) and Béla (8)');
});

test('nobody does where votes lie near, or names are not told', () => {
  const near = resultOf({ Ana: '5', Béla: '8' });
  const counted = { ...far, ballots: { kind: 'counted', counts: new Map([['1', 2]]) } } as const;
  for (const result of [near, counted]) {
    expect(said(result)).toBeUndefined();
    expect(said(result, 'Waiting')).toBe('Waiting');
  }
});
