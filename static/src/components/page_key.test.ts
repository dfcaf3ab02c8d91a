// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { pageKey } from './page_key';

beforeEach(() => {
  document.body.innerHTML = `
    <button><span></span></button>
    <input type="radio" /><input type="checkbox" /><input type="text" /><input />
    <textarea></textarea><select></select>`;
});

/** What is heard of a key that is pressed in the first of `selector`. */
function pressed(key: string, members: KeyboardEventInit = {}, selector = 'body'): string {
  let heard = 'nothing';
  const listen = (event: KeyboardEvent) => {
    heard = pageKey(event);
  };
  document.addEventListener('keydown', listen, { once: true });
  const init = { key, bubbles: true, cancelable: true, ...members };
  document.querySelector(selector)?.dispatchEvent(new KeyboardEvent('keydown', init));
  return heard;
}

test('a character is for the page, in lower case', () => {
  expect(pressed('5')).toBe('5');
  expect(pressed('X')).toBe('x');
  expect(pressed('½')).toBe('½');
  expect(pressed('😀')).toBe('😀');
});

test.each(['button span', 'input[type=radio]', 'input[type=checkbox]'])(
  'it is so in %s, too, where nobody types',
  (selector) => {
    expect(pressed('5', {}, selector)).toBe('5');
  },
);

test.each(['input[type=text]', 'input:not([type])', 'textarea', 'select'])(
  'what is typed in %s is not',
  (selector) => {
    expect(pressed('5', {}, selector)).toBe('');
  },
);

test.each(['Enter', 'ArrowLeft', 'Escape', 'F5', 'Dead'])('%s is no character', (key) => {
  expect(pressed(key)).toBe('');
});

test.each([
  { altKey: true },
  { ctrlKey: true },
  { metaKey: true },
  { repeat: true },
  { isComposing: true },
])('a character with %j is for somebody else', (members) => {
  expect(pressed('5', members)).toBe('');
});

test('a sign that needs Shift is itself, a letter with Shift is for somebody else', () => {
  expect(pressed('?', { shiftKey: true })).toBe('?');
  expect(pressed('X', { shiftKey: true })).toBe('');
});

test('what somebody has dealt with already is done with', () => {
  document.body.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
  expect(pressed('5')).toBe('');
});

test('a dialog has the keys while it is open', () => {
  document.body.insertAdjacentHTML('beforeend', '<dialog open></dialog>');
  expect(pressed('5')).toBe('');
  document.querySelector('dialog')?.removeAttribute('open');
  expect(pressed('5')).toBe('5');
});
