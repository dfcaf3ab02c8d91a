// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { whenShown } from './when_shown';

test('a page that somebody opened is meant at once', () => {
  const action = vi.fn();
  whenShown(document, action);
  expect(action).toHaveBeenCalledTimes(1);
});

test('a page that is loaded in case it is wanted waits until it is', () => {
  const page = Object.assign(document.implementation.createHTMLDocument(), { prerendering: true });
  const action = vi.fn();
  whenShown(page, action);
  expect(action).not.toHaveBeenCalled();
  page.prerendering = false;
  page.dispatchEvent(new Event('prerenderingchange'));
  expect(action).toHaveBeenCalledTimes(1);
});
