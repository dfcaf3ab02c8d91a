// @vitest-environment happy-dom
import { signal } from '@preact/signals-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { draftShelf } from '../api/draft_shelf';
import { Language } from './language';

const remember = vi.fn<(tag: string) => void>();
const reload = vi.fn();
const shelf = draftShelf(sessionStorage, '/abc');

beforeEach(() => {
  sessionStorage.clear();
  remember.mockReset();
  reload.mockReset();
});

/** A page on which `title` and `seconds` can be set. */
function page({ title = '', seconds = 0 } = {}) {
  const drafts = { title: signal(title), seconds: signal(seconds) };
  return { drafts, language: new Language({ remember, reload, shelf, drafts }) };
}

test('what was written stands on the page in the other language, which is loaded once all is kept', () => {
  const { language } = page({ title: 'Sprint 12', seconds: 60 });
  reload.mockImplementation(() => {
    expect(remember).toHaveBeenCalledWith('ja');
    const next = page();
    next.language.restore();
    expect(next.drafts.title.value).toBe('Sprint 12');
    expect(next.drafts.seconds.value).toBe(60);
  });
  language.choose('ja');
  expect(reload).toHaveBeenCalledTimes(1);
});

test('it does so once', () => {
  page({ title: 'Sprint 12' }).language.choose('ja');
  page().language.restore();
  const third = page();
  third.language.restore();
  expect(third.drafts.title.value).toBe('');
});

test('what no form was there for stays as it is', () => {
  const name = { value: undefined };
  new Language({ remember, reload, shelf, drafts: { name } }).choose('hu');
  const next = { value: 'Ana' };
  new Language({ remember, reload, shelf, drafts: { name: next } }).restore();
  expect(next.value).toBe('Ana');
});

test('it is chosen also where the browser keeps nothing', () => {
  const drafts = { title: signal('Sprint 12') };
  const language = new Language({
    remember,
    reload,
    shelf: draftShelf(undefined, '/abc'),
    drafts,
  });
  language.choose('pl');
  language.restore();
  expect(reload).toHaveBeenCalledTimes(1);
  expect(drafts.title.value).toBe('Sprint 12');
});
