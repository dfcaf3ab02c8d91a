// @vitest-environment happy-dom
import { effect } from '@preact/signals-core';
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Fake, fakeControllerApi } from '../api/api.fake';
import type { ControllerApi } from '../api/controller_api';
import { settle } from '../api/world.fake';
import { TitleDesk } from '../state/title_desk';
import { pagePlace } from './mount';
import { SessionFold } from './SessionFold';

let api: Fake<ControllerApi>;
let desk: TitleDesk;
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  api = fakeControllerApi();
  const carryOut = async (_: string, change: () => unknown) => (await change()) !== undefined;
  desk = new TitleDesk({ api, carryOut, tell: () => {} });
  desk.follow('Sprint 12');
  stop = effect(() => {
    render(
      <SessionFold titleDesk={desk}>
        <p>the door</p>
      </SessionFold>,
      pagePlace(),
    );
  });
});

afterEach(() => {
  stop();
  render(null, pagePlace());
});

const field = () => screen.getByLabelText<HTMLInputElement>('Title');

test('it is closed at first, and has what else holds for the session', () => {
  expect(document.querySelector('details')?.open).toBe(false);
  expect(document.querySelector('summary')?.textContent).toBe('This session');
  expect(document.querySelector('details')?.textContent).toContain('the door');
});

test('the title is there to be changed', async () => {
  expect(field().value).toBe('Sprint 12');
  fireEvent.input(field(), { target: { value: 'Sprint 13' } });
  fireEvent.click(screen.getByRole('button', { name: 'Change title' }));
  await settle();
  expect(api.setTitle.mock.calls).toEqual([['Sprint 13']]);
});

test('the title follows what somebody else calls the session', () => {
  desk.follow('Sprint 14');
  expect(field().value).toBe('Sprint 14');
});

test('the title may be as long as the server lets it, whatever it is written with', () => {
  expect(field().maxLength).toBe('👍'.repeat(200).length);
});
