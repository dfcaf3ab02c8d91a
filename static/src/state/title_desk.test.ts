import { beforeEach, expect, test, vi } from 'vitest';
import { bad, type Fake, fakeControllerApi } from '../api/api.fake';
import type { ControllerApi } from '../api/controller_api';
import type { CarryOut } from './errand';
import { TitleDesk } from './title_desk';

let api: Fake<ControllerApi>;
let desk: TitleDesk;
const tell = vi.fn();

beforeEach(() => {
  api = fakeControllerApi();
  tell.mockReset();
  const carryOut: CarryOut = async (_, change, onWorked) => {
    const isDone = (await change())?.ok === true;
    if (isDone) onWorked?.();
    return isDone;
  };
  desk = new TitleDesk({ api, carryOut, tell });
});

test('the field has what the session is called, and follows it', () => {
  desk.follow('Sprint 12');
  expect(desk.text.value).toBe('Sprint 12');
  desk.follow('Sprint 13');
  expect(desk.text.value).toBe('Sprint 13');
});

test('what somebody writes stays, whatever the session is called meanwhile', () => {
  desk.follow('Sprint 12');
  desk.text.value = 'Sprint 12b';
  desk.follow('Sprint 13');
  expect(desk.text.value).toBe('Sprint 12b');
});

test('the field follows again once the session is called what was written', () => {
  desk.follow('Sprint 12');
  desk.text.value = 'Sprint 13';
  desk.follow('Sprint 13');
  desk.follow('Sprint 14');
  expect(desk.text.value).toBe('Sprint 14');
});

test('the session gets the title without what is around it, and it is told', async () => {
  desk.text.value = '  Sprint 13 ';
  await desk.change();
  expect(api.setTitle.mock.calls).toEqual([['Sprint 13']]);
  expect(tell.mock.calls).toEqual([[{ kind: 'titleChanged' }]]);
});

test('a title may be taken away', async () => {
  desk.follow('Sprint 12');
  desk.text.value = '';
  await desk.change();
  expect(api.setTitle.mock.calls).toEqual([['']]);
});

test('a title that is refused is not told, and stays in the field', async () => {
  api.setTitle.mockResolvedValue(bad('bad-title', 422));
  desk.text.value = 'Sprint 13';
  await desk.change();
  expect(tell).not.toHaveBeenCalled();
  expect(desk.text.value).toBe('Sprint 13');
});

test('once its own title with spaces around has come, the field follows', async () => {
  desk.follow('Sprint 12');
  desk.text.value = 'Sprint 13 ';
  await desk.change();
  desk.follow('Sprint 13');
  desk.follow('Sprint 14');
  expect(desk.text.value).toBe('Sprint 14');
});
