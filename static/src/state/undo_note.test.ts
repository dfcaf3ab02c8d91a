import { expect, test } from 'vitest';
import { fakeControllerApi } from '../api/api.fake';
import { FakeWorld } from '../api/world.fake';
import type { Undo } from '../model/controller';
import { UndoNote } from './undo_note';

const noteIn = (world: FakeWorld) =>
  new UndoNote({
    world,
    api: fakeControllerApi(),
    carryOut: async () => true,
    onUndone: () => {},
  });

const reset = (remainingMs: number, receivedAt = 0): Undo => ({
  what: 'reset',
  time: { remainingMs, receivedAt },
});

test('shows what can be undone, for as long as it can', () => {
  const world = new FakeWorld();
  const note = noteIn(world);
  note.follow(reset(15_000));
  expect(note.shown.value?.seconds).toBe(15);
  world.pass(14_500);
  expect(note.shown.value?.seconds).toBe(1);
  world.pass(500);
  expect(note.shown.value).toBeUndefined();
});

test('shows nothing any more once it was undone', () => {
  const world = new FakeWorld();
  const note = noteIn(world);
  note.follow(reset(15_000));
  note.follow(undefined);
  expect(note.shown.value).toBeUndefined();
  world.pass(20_000);
  expect(note.shown.value).toBeUndefined();
});

test('a view that comes anew does not begin anew', () => {
  const world = new FakeWorld();
  const note = noteIn(world);
  const undo = reset(15_000);
  note.follow(undo);
  world.pass(16_000);
  note.follow(undo);
  expect(note.shown.value).toBeUndefined();
});
