// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeModal, Modal } from './Modal';
import { mount, pagePlace } from './mount';

/** What is asked about, if anything is. */
const asked = signal<string | undefined>();
const onClose = () => {
  asked.value = undefined;
};

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  asked.value = 'Ana';
  mount(pagePlace(), {
    title: () => '',
    page: () =>
      asked.value !== undefined && (
        <Modal key={asked.value} label={asked.value} onClose={onClose}>
          <p>Really?</p>
          <button type="button" onClick={({ currentTarget }) => closeModal(currentTarget, onClose)}>
            No
          </button>
        </Modal>
      ),
  });
});

afterEach(() => render(null, pagePlace()));

const dialog = () => screen.getByRole<HTMLDialogElement>('dialog');

test.each([
  ['a tap beside it', () => fireEvent.click(dialog())],
  ['Escape', () => fireEvent(dialog(), new Event('cancel'))],
  ['a button in it', () => fireEvent.click(screen.getByRole('button', { name: 'No' }))],
  ['the browser', () => dialog().close()],
])('%s closes it', (_, close) => {
  const first = dialog();
  expect(first.open).toBe(true);
  close();
  expect(first.open).toBe(false);
  expect(asked.value).toBeUndefined();
});

test('a tap on what it says does not', () => {
  fireEvent.click(screen.getByText('Really?'));
  expect(dialog().open).toBe(true);
});

test('that it has closed, which it tells late, does not end the next one', () => {
  const first = dialog();
  fireEvent.click(first);
  asked.value = 'Béla';
  fireEvent(first, new Event('close'));
  expect(screen.getByRole('dialog', { name: 'Béla' })).toBeTruthy();
});
