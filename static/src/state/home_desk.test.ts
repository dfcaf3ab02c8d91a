import { describe, expect, test, vi } from 'vitest';
import type { DeckShelf } from '../api/deck_shelf';
import { HOST_SLUGS } from '../api/host_slugs';
import { sender } from '../api/request';
import { DECKS } from '../model/deck';
import type { OwnDecks } from '../model/own_decks';
import { readRecipe } from '../model/recipe';
import { HomeDesk } from './home_desk';

const place = { base: '/x', id: '' };
const [fibonacci] = DECKS;
if (fibonacci === undefined) throw new Error('no decks');

function desk(respond: () => Response, link?: string) {
  const fetchFn = vi.fn<typeof fetch>(async () => respond());
  const go = vi.fn();
  const send = sender('/x/api', fetchFn, HOST_SLUGS);
  const keep = vi.fn<DeckShelf['keep']>();
  const shelf = { decks: (): OwnDecks => [], keep };
  const reading = link === undefined ? undefined : readRecipe(link);
  const home = new HomeDesk({ place, send, go, shelf, reading });
  return { fetchFn, go, keep, desk: home };
}

const created = () => new Response('{"Id":"abc","ControlKey":"secret"}', { status: 201 });

test('one tap creates a session and goes there', async () => {
  const { desk: home, fetchFn, go, keep } = desk(created);
  home.title.value = ' Sprint 12 ';
  await home.create(fibonacci.choices);
  expect(fetchFn.mock.calls[0]?.[0]).toBe('/x/api/');
  expect(fetchFn.mock.calls[0]?.[1]?.body).toBe(
    '{"Choices":["1","2","3","5","8","13","?"],"Title":"Sprint 12"}',
  );
  expect(go).toHaveBeenCalledWith('/x/abc/control');
  expect(keep).not.toHaveBeenCalled();
});

test('what is set is sent, and nothing else', async () => {
  const { desk: home, fetchFn } = desk(created);
  await home.create(['1']);
  expect(fetchFn.mock.calls[0]?.[1]?.body).toBe('{"Choices":["1"]}');
  home.comeBack();
  home.seconds.value = 120;
  home.results.value = 'counts';
  await home.create(['1']);
  expect(fetchFn.mock.calls[2]?.[1]?.body).toBe(
    '{"Choices":["1"],"Results":"counts","Seconds":120}',
  );
});

test('a second tap meanwhile creates nothing', async () => {
  const { desk: home, fetchFn } = desk(created);
  await Promise.all([home.create(fibonacci.choices), home.create(fibonacci.choices)]);
  expect(fetchFn.mock.calls.map(([path]) => path)).toEqual(['/x/api/', '/x/api/abc/control']);
});

test('the key goes along where the browser has not kept its cookie, and only there', async () => {
  const refused = () => new Response('{"type":"urn:pajthy:key-required"}', { status: 401 });
  const answers = [created, refused, created, () => new Response('', { status: 502 })];
  const { desk: home, go } = desk(() => answers.shift()?.() ?? created());
  await home.create(['1']);
  expect(go).toHaveBeenLastCalledWith('/x/abc/control#secret');
  home.comeBack();
  await home.create(['1']);
  expect(go).toHaveBeenLastCalledWith('/x/abc/control');
});

test('a refusal is told, and may be tried again', async () => {
  const { desk: home, go } = desk(() => new Response('', { status: 503 }));
  await home.create(fibonacci.choices);
  expect(home.refusal.value).toEqual({ choices: fibonacci.choices, kind: 'busy' });
  expect(home.creating.value).toBeUndefined();
  expect(go).not.toHaveBeenCalled();
});

describe('own cards', () => {
  test('are remembered before the page is left', async () => {
    const { desk: home, go, keep } = desk(created);
    await home.createOwn(['1', '2']);
    expect(keep).toHaveBeenCalledWith([['1', '2']]);
    expect(keep.mock.invocationCallOrder[0]).toBeLessThan(go.mock.invocationCallOrder[0] ?? 0);
  });

  test('that are a known deck are not remembered beside it', async () => {
    const { desk: home, go, keep } = desk(created);
    await home.createOwn([...fibonacci.choices]);
    expect(go).toHaveBeenCalledTimes(1);
    expect(keep).not.toHaveBeenCalled();
  });

  test('that the server refuses are not remembered', async () => {
    const { desk: home, keep } = desk(() => new Response('', { status: 422 }));
    await home.createOwn(['1', '\u202e']);
    expect(keep).not.toHaveBeenCalled();
  });
});

describe('a recipe link', () => {
  test('is followed at once, and its cards stay with who made it', async () => {
    const {
      desk: home,
      fetchFn,
      go,
      keep,
    } = desk(created, '?deck=1,2,too+big&title=Sprint&seconds=90&results=controllers');
    await home.follow();
    expect(fetchFn.mock.calls[0]?.[1]?.body).toBe(
      '{"Choices":["1","2","too big"],"Title":"Sprint","Results":"controllers","Seconds":90}',
    );
    expect(go).toHaveBeenCalledWith('/x/abc/control');
    expect(keep).not.toHaveBeenCalled();
  });

  test('that is wrong creates nothing, and what was understood is there', async () => {
    const { desk: home, fetchFn } = desk(
      created,
      '?deck=1,1&title=Sprint&seconds=x&results=counts',
    );
    await home.follow();
    expect(fetchFn).not.toHaveBeenCalled();
    expect(home.title.value).toBe('Sprint');
    expect(home.seconds.value).toBe(0);
    expect(home.results.value).toBe('counts');
    expect(home.own.text.value).toBe('1, 1');
  });

  test('creates nothing where there is none', async () => {
    const { desk: home, fetchFn } = desk(created);
    await home.follow();
    expect(fetchFn).not.toHaveBeenCalled();
  });
});
