// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { settle } from '../api/world.fake';
import { type Going, handFocusOn } from './hand_focus_on';

let going: Going;

beforeEach(() => {
  document.body.innerHTML = '<button class="main-button"></button><button id="undo"></button>';
  going = handFocusOn();
  const undo = document.querySelector<HTMLElement>('#undo');
  going.ref(undo);
  undo?.focus();
});

const focused = () => document.activeElement?.className;

test('the focus of what goes because it was pressed goes to the main button', () => {
  void going.press(new Promise(() => {}));
  going.ref(null);
  expect(focused()).toBe('main-button');
});

test('what was refused has not moved the focus, and goes by itself later', async () => {
  void going.press(Promise.resolve(false));
  await settle();
  going.ref(null);
  expect(focused()).toBe('');
});
