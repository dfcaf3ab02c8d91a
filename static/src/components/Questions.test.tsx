// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Questions } from './Questions';

afterEach(cleanup);

function said(...names: string[]) {
  const { container } = render(<Questions names={names} />);
  return container.textContent?.trim();
}

test('who has a question is named', () => {
  expect(said('Ana')).toBe('Ana has a question');
});

test('two of them are, too', () => {
  expect(said('Ana', 'Béla')).toBe('Ana and Béla have a question');
});

test('of many some are counted', () => {
  expect(said('Ana', 'Béla', 'Cili', 'Dóra', 'Edit')).toBe(
    'Ana, Béla, Cili, and 2 more have a question',
  );
});
