import { beforeEach, expect, test } from 'vitest';
import { HOST_SLUGS } from '../api/host_slugs';
import { sender } from '../api/request';
import { FakeWorld } from '../api/world.fake';
import { HomeDesk } from './home_desk';
import { LinkMaker } from './link_maker';

let desk: HomeDesk;
let maker: LinkMaker;
let copied: string;

beforeEach(() => {
  copied = '';
  desk = new HomeDesk({
    place: { base: '/x', id: '' },
    send: sender('/x/api', fetch, HOST_SLUGS),
    go: () => undefined,
    shelf: { decks: () => [['½', '1']], keep: () => undefined },
  });
  maker = new LinkMaker({
    desk,
    root: 'http://host/x',
    world: new FakeWorld(),
    copyText: async (text) => {
      copied = text;
      return true;
    },
  });
});

const link = () => maker.copier.value?.link;

test('the link follows what is chosen and set', async () => {
  expect(link()).toBe('http://host/x/new?deck=fibonacci');
  maker.chosen.value = 'powers';
  desk.title.value = ' Sprint 12 ';
  desk.seconds.value = 60;
  desk.results.value = 'counts';
  expect(link()).toBe('http://host/x/new?deck=powers&title=Sprint+12&seconds=60&results=counts');
  await maker.copier.value?.copy();
  expect(copied).toBe(link());
  expect(maker.copier.value?.outcome.value).toBe('copied');
});

test('all decks are offered, and the reader’s own', () => {
  expect(maker.offers.value.map(({ kind }) => kind)).toEqual([
    'fibonacci',
    'shirt',
    'hand',
    'health',
    'fibonacci89',
    'modified',
    'powers',
    'fist',
    'own',
  ]);
  maker.chosen.value = 'own:½,1';
  expect(link()).toBe('http://host/x/new?deck=%C2%BD,1');
});

test('cards that are being written are offered while they can be used', () => {
  const offersTyped = () => maker.offers.value.some(({ kind }) => kind === 'typed');
  desk.own.write('7 8');
  maker.chosen.value = 'typed';
  expect(link()).toBe('http://host/x/new?deck=7,8');
  desk.own.write('7 8 9');
  expect(link()).toBe('http://host/x/new?deck=7,8,9');
  desk.own.write('7 8 8');
  expect(offersTyped()).toBe(false);
  expect(link()).toBe('http://host/x/new?deck=fibonacci');
  desk.own.write('🔴 🟡 🟢');
  expect(offersTyped()).toBe(false);
});

test('a link that would be too long is none', () => {
  desk.title.value = '𝔸'.repeat(200);
  expect(link()).toBeUndefined();
  desk.title.value = '';
  expect(link()).toBeDefined();
});
