import { expect, test, vi } from 'vitest';
import { sender } from '../api/request';
import { DECKS } from '../model/deck';
import { HomeDesk } from './home_desk';

const place = { base: '/x', id: '' };
const [fibonacci] = DECKS;
if (fibonacci === undefined) throw new Error('no decks');

function desk(respond: () => Response) {
  const fetchFn = vi.fn<typeof fetch>(async () => respond());
  const go = vi.fn();
  const send = sender('/x/api', fetchFn);
  return { fetchFn, go, desk: new HomeDesk({ place, send, go }) };
}

const created = () => new Response('{"Id":"abc","ControlKey":"secret"}', { status: 201 });

test('one tap creates a session and goes there', async () => {
  const { desk: home, fetchFn, go } = desk(created);
  home.title = ' Sprint 12 ';
  await home.create(fibonacci);
  expect(fetchFn.mock.calls[0]?.[0]).toBe('/x/api/');
  expect(fetchFn.mock.calls[0]?.[1]?.body).toBe(
    '{"Choices":["1","2","3","5","8","13","?"],"Title":"Sprint 12"}',
  );
  expect(go).toHaveBeenCalledWith('/x/abc/control');
});

test('a second tap meanwhile creates nothing', async () => {
  const { desk: home, fetchFn } = desk(created);
  await Promise.all([home.create(fibonacci), home.create(fibonacci)]);
  expect(fetchFn).toHaveBeenCalledTimes(1);
});

test('a refusal is told, and may be tried again', async () => {
  const { desk: home, go } = desk(() => new Response('', { status: 503 }));
  await home.create(fibonacci);
  expect(home.trouble.value).toBe('busy');
  expect(home.creating.value).toBeUndefined();
  expect(go).not.toHaveBeenCalled();
});
