// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { fireEvent } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { mount } from './mount';

let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('div');
  document.body.replaceChildren(place);
});

/** Does to every text of the page what a translator does: the node goes, or moves, into two elements in its place. */
function translate(how: 'replaced' | 'moved'): void {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.data.trim() === '' || text.parentElement?.localName === 'font') continue;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(how === 'moved' ? text : text.data);
  }
}

const HOW = ['replaced', 'moved'] as const;

test.each(HOW)('a text that a translator has %s goes on to follow the page', (how) => {
  const text = signal('Begin');
  mount(place, { title: () => '', page: () => <button type="button">{text.value}</button> });
  translate(how);
  text.value = 'Stop';
  expect(place.textContent).toBe('Stop');
  translate(how);
  text.value = 'Reset';
  expect(place.textContent).toBe('Reset');
});

test.each(HOW)('texts come and go between others that a translator has %s', (how) => {
  const missing = signal<readonly string[]>([]);
  mount(place, {
    title: () => '',
    page: () => (
      <p>
        {missing.value.length > 0 && <b>Missing: </b>}
        {missing.value.length > 1 && 'both '}
        {missing.value.map((name) => [name, ' '])}
        {missing.value.length === 0 && 'Nobody'}
      </p>
    ),
  });
  for (const names of [['Ana'], ['Ana', 'Zoe'], ['Zoe'], []]) {
    translate(how);
    missing.value = names;
    const said = ['Nobody', `Missing: ${names[0]} `, `Missing: both ${names.join(' ')} `];
    expect(place.textContent).toBe(said[names.length]);
  }
});

test('a text that stays the same stays translated', () => {
  const votes = signal(1);
  mount(place, {
    title: () => '',
    page: () => (
      <p>
        {'Votes: '}
        <b>{votes.value}</b>
      </p>
    ),
  });
  translate('replaced');
  const translated = place.querySelector('font');
  votes.value = 2;
  expect(place.textContent).toBe('Votes: 2');
  expect(place.querySelector('font')).toBe(translated);
});

test('a key that is held is one tap, and in a text of many lines it is many lines', () => {
  mount(place, {
    title: () => '',
    page: () => (
      <>
        <button type="button">Stop</button>
        <input />
        <textarea />
      </>
    ),
  });
  const isTaken = (where: string, key: string, repeat: boolean) =>
    !fireEvent.keyDown(place.querySelector(where) as Element, { key, repeat });
  expect(isTaken('button', 'Enter', true)).toBe(true);
  expect(isTaken('button', 'Enter', false)).toBe(false);
  expect(isTaken('button', 'Tab', true)).toBe(false);
  expect(isTaken('input', 'Enter', true)).toBe(true);
  expect(isTaken('textarea', 'Enter', true)).toBe(false);
});
