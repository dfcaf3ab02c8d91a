// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AgreeForm } from './AgreeForm';
import { pagePlace } from './mount';

const onGiveUp = vi.fn();

beforeEach(() => {
  onGiveUp.mockReset();
  document.body.innerHTML = '<div id="app"></div>';
});

afterEach(() => render(null, pagePlace()));

function show(text: string, recorded: string | undefined): void {
  render(
    <AgreeForm
      text={text}
      recorded={recorded}
      onText={() => {}}
      onRecord={() => {}}
      onGiveUp={onGiveUp}
    />,
    pagePlace(),
  );
}

const field = () => screen.getByLabelText('Agreed on');
const cancel = () => screen.queryByRole('button', { name: 'Cancel' });

test('another value can be given up, and the focus is back in the field', () => {
  show('8', '5');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onGiveUp).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(field());
});

test('Escape in the field gives it up, too', () => {
  show('8', '5');
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(onGiveUp).toHaveBeenCalledTimes(1);
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
  expect(onGiveUp).not.toHaveBeenCalled();
});
