// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { deviceFrom } from '../api/device';
import { FakeServer } from '../api/fetch.fake';
import { lastSessionsIn } from '../api/last_sessions';
import { sender } from '../api/request';
import { Recent } from '../state/recent';
import { mount, pagePlace } from './mount';
import { RecentList } from './RecentList';

const place = (id: string) => ({ base: '/x', id });

beforeEach(async () => {
  localStorage.clear();
  const sessions = lastSessionsIn(localStorage);
  for (const id of ['one', 'two']) sessions.keepLed(place(id));
  deviceFrom(localStorage, undefined).keepSeat(place('three'), { name: 'Ana', key: 'a' });
  const { fetch } = new FakeServer({
    'GET /x/api/one': [200, { Title: 'Sprint 12', Choices: ['1', '2'] }],
    'GET /x/api/two': [200, { Choices: ['🔴', '🟡', '🟢'] }],
    'GET /x/api/three': [200, { Choices: ['½', '1'] }],
  });
  const recent = new Recent({ place: place(''), sessions, send: sender('/x/api', fetch) });
  document.body.innerHTML = '<div id="app"></div>';
  render(null, pagePlace());
  mount(pagePlace(), { title: () => '', page: () => <RecentList recent={recent} base="/x" /> });
  await recent.load();
});

test('each leads back as what one was, by its title, its deck or its cards', () => {
  const address = (name: RegExp) => screen.getByRole('link', { name }).getAttribute('href');
  expect(address(/^Sprint 12.?host · \d/)).toBe('/x/one/control');
  expect(address(/^Health check.?host/)).toBe('/x/two/control');
  expect(address(/^½ 1.?as Ana · /)).toBe('/x/three');
});

test('one is forgotten and brought back, and the focus stays near', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Forget the session Sprint 12' }));
  expect(screen.queryByRole('link', { name: /Sprint 12/ })).toBeNull();
  const bringBack = screen.getByRole('button', { name: 'Bring back' });
  expect(bringBack).toBe(document.activeElement);
  fireEvent.click(bringBack);
  expect(screen.getByRole('link', { name: /Sprint 12/ })).toBeTruthy();
});
