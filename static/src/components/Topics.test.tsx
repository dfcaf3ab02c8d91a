// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TopicList } from '../state/topic_list';
import { mount, pagePlace } from './mount';
import { Topics } from './Topics';

const topics = signal<readonly string[]>([]);
const list = new TopicList({
  topics: () => topics.value,
  keep: async (kept) => {
    topics.value = kept;
    return true;
  },
  tell: () => {},
});

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  topics.value = ['a', 'b', 'c'];
  mount(pagePlace(), {
    title: () => '',
    page: () => <Topics topics={topics.value} list={list} onTake={() => {}} />,
  });
});

afterEach(() => render(null, pagePlace()));

function press(name: string): void {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
}

const focused = () => document.activeElement?.getAttribute('aria-label');

describe('the focus', () => {
  test('goes with the topic that is moved', () => {
    press('Move up: c');
    expect(topics.value).toEqual(['a', 'c', 'b']);
    expect(focused()).toBe('Move up: c');
    press('Move down: a');
    expect(topics.value).toEqual(['c', 'a', 'b']);
    expect(focused()).toBe('Move down: a');
  });

  test('goes to the way back where there is no further one', () => {
    press('Move up: b');
    expect(focused()).toBe('Move down: b');
    press('Move down: a');
    expect(focused()).toBe('Move up: a');
  });

  test('stays in the list as long as there is one', () => {
    press('Remove: b');
    expect(focused()).toBe('Remove: c');
    press('Remove: c');
    expect(focused()).toBe('Remove: a');
    press('Remove: a');
    expect(document.activeElement?.textContent).toContain('Upcoming topics');
  });
});

test('topics that are too long are named by how they begin, and the rest is counted', () => {
  const begins = ['Login ', 'Logout ', 'Search ', 'Export '];
  const field = screen.getByLabelText('Write or paste topics');
  const value = begins.map((begin) => begin.padEnd(201, 'x')).join('\n');
  fireEvent.input(field, { target: { value } });
  fireEvent.click(screen.getByRole('button', { name: 'Add to the list' }));
  expect(screen.getByRole('alert').textContent).toBe(
    'Shorten this to 200 characters first: ' +
      '“Login xxxxxxxxxxxxxxxxxxxxxxxx…”, “Logout xxxxxxxxxxxxxxxxxxxxxxx…”, ' +
      '“Search xxxxxxxxxxxxxxxxxxxxxxx…”, 1 more.',
  );
});
