// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { act, fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TopicList, type TopicsFault } from '../state/topic_list';
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

test.each<[TopicsFault, string]>([
  [{ kind: 'tooMany' }, 'The list holds 500 topics. Take some out, then add what is left here.'],
  [{ kind: 'oneFile' }, 'Drop one file at a time.'],
  [{ kind: 'fieldFirst' }, 'Add what stands in the field first, or clear it. Then open the file.'],
  [
    { kind: 'noText', file: 'a.csv' },
    'a.csv is no text that can be read. Save it as CSV UTF-8 first.',
  ],
  [{ kind: 'emptyFile', file: 'a.csv' }, 'There is nothing in a.csv.'],
  [{ kind: 'fileTooLarge', file: 'a.csv' }, 'a.csv is larger than 2 MB. Export fewer columns.'],
  [{ kind: 'noReader' }, 'What reads topics could not be fetched. Try again.'],
])('what was not taken, and why, is said: %o', (fault, words) => {
  act(() => {
    list.fault.value = fault;
  });
  expect(screen.getByRole('alert').textContent).toBe(words);
});
