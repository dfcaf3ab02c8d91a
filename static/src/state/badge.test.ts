// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { settle } from '../api/world.fake';
import { badgeOf } from './badge';
import { ANA, anotherRoom, OPEN, room, seated, setUpRoom, world } from './vote_room.fake';

beforeEach(setUpRoom);

test('the tab asks for a vote, has it, and rests', async () => {
  expect(badgeOf(room)).toBe('none');
  await seated();
  expect(badgeOf(room)).toBe('open');
  world.line.send('you', 2, { ...ANA, Own: '5' });
  expect(badgeOf(room)).toBe('voted');
  world.line.send('disabled', 3, { Open: false });
  expect(badgeOf(room)).toBe('none');
});

test('who watches is asked for nothing', async () => {
  const watcher = anotherRoom();
  watcher.start();
  await settle();
  watcher.watch();
  world.line.accept().send('snapshot', 1, OPEN);
  expect(watcher.view.value?.open).toBe(true);
  expect(badgeOf(watcher)).toBe('none');
});
