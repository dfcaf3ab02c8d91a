// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { plainKey } from './plain_key';

function pressed(init: KeyboardEventInit): string {
  return plainKey(new KeyboardEvent('keydown', init));
}

test('a key that is pressed by itself is meant for the page', () => {
  expect(pressed({ key: 'Escape' })).toBe('Escape');
});

test.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])('with %s it is not', (modifier) => {
  expect(pressed({ key: 'ArrowLeft', [modifier]: true })).toBe('');
});

test('a key of a word that is being composed is not, whichever way the browser says so', () => {
  expect(pressed({ key: 'Escape', isComposing: true })).toBe('');
  expect(pressed({ key: 'Escape', keyCode: 229 })).toBe('');
});
