// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeControllerApi } from '../api/api.fake';
import { Agreement } from '../state/agreement';
import { AgreeForm } from './AgreeForm';
import { pagePlace } from './mount';

const agreement = new Agreement({
  api: fakeControllerApi(),
  carryOut: async () => true,
  tell: () => {},
});

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});

afterEach(() => render(null, pagePlace()));

function show(text: string, recorded: string | undefined): void {
  agreement.text.value = text;
  render(<AgreeForm agreement={agreement} recorded={recorded} />, pagePlace());
}

const field = () => screen.getByLabelText('Agreed on');
const cancel = () => screen.queryByRole('button', { name: 'Cancel' });

test('another value can be given up, and the focus is back in the field', () => {
  show('8', '5');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(agreement.text.value).toBe('');
  expect(document.activeElement).toBe(field());
});

test('Escape in the field gives it up, too', () => {
  show('8', '5');
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(agreement.text.value).toBe('');
});

test('there is nothing to give up where nothing is recorded, or nothing else was written', () => {
  show('8', undefined);
  expect(cancel()).toBeNull();
  show('5 ', '5');
  expect(cancel()).toBeNull();
});

test('Escape that gives up a word that is being composed gives up nothing else', () => {
  show('8', '5');
  fireEvent.keyDown(field(), { key: 'Escape', isComposing: true });
  fireEvent.keyDown(field(), { key: 'Escape', keyCode: 229 });
  expect(agreement.text.value).toBe('8');
});
