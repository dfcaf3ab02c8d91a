// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeServer } from '../api/fetch.fake';
import { sender } from '../api/request';
import { settle } from '../api/world.fake';
import { mount, pagePlace } from '../components/mount';
import { HomeDesk } from '../state/home_desk';
import { HomePage } from './HomePage';

let server: FakeServer;
const go = vi.fn();

beforeEach(() => {
  go.mockReset();
  document.body.innerHTML = '<div id="app"></div>';
  server = new FakeServer({ 'POST /api/': [201, { Id: 'abc', ControlKey: 'k' }] });
  const desk = new HomeDesk({
    place: { base: '', id: '' },
    send: sender('/api', server.fetch),
    go,
  });
  mount(pagePlace(), { title: () => '', page: () => <HomePage desk={desk} /> });
});

afterEach(() => render(null, pagePlace()));

test('four decks lie on the table', () => {
  const names = ['Fibonacci', 'T-shirt', 'Hand', 'Health check'];
  expect(names.map((name) => screen.getByRole('button', { name }))).toHaveLength(4);
  expect(document.title).toBe('pajthy');
});

test('one tap creates the session, under its title', async () => {
  fireEvent.input(screen.getByLabelText('Title, if you like'), { target: { value: 'Sprint 12' } });
  fireEvent.click(screen.getByRole('button', { name: 'Health check' }));
  await settle();
  expect(server.asked[0]?.body).toBe('{"Choices":["🔴","🟡","🟢"],"Title":"Sprint 12"}');
  expect(go).toHaveBeenCalledWith('/abc/control');
});

test.each([
  ['too-many-requests', /too much at once/],
  ['too-many-sessions', /use one of them again/i],
])('a refusal stands below the decks: %s', async (slug, words) => {
  server.set('POST /api/', 429, { type: `urn:pajthy:${slug}` });
  fireEvent.click(screen.getByRole('button', { name: 'Hand' }));
  await settle();
  expect(screen.getByRole('alert').textContent).toMatch(words);
  expect(screen.getByRole('button', { name: 'Hand' }).getAttribute('aria-disabled')).toBe('false');
});
