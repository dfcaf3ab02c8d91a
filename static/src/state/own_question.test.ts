import { beforeEach, expect, test, vi } from 'vitest';
import { FakeWorld } from '../api/world.fake';
import { OwnQuestion } from './own_question';

let world: FakeWorld;
let question: OwnQuestion;
const raise = vi.fn<(isRaised: boolean) => Promise<boolean>>();

beforeEach(() => {
  world = new FakeWorld();
  question = new OwnQuestion(world);
  raise.mockReset().mockResolvedValue(true);
});

const asked = () => raise.mock.calls.map(([isRaised]) => isRaised);
const asks = { kind: 'asks', names: ['Ana'], rests: false } as const;
const answered = { kind: 'answered', names: ['Ana'] } as const;

test('a tap raises it, and the next one settles it', async () => {
  await question.tap(raise);
  question.follow(true);
  world.pass(400);
  await question.tap(raise);
  expect(asked()).toEqual([true, false]);
});

test('the second half of a double tap does not settle what the first has raised', async () => {
  await question.tap(raise);
  question.follow(true);
  world.pass(200);
  await question.tap(raise);
  expect(asked()).toEqual([true]);
});

test('a tap that was meant to settle raises nothing once a host has answered', async () => {
  question.follow(true);
  world.pass(1000);
  question.follow(false);
  world.pass(200);
  await question.tap(raise);
  expect(asked()).toEqual([]);
});

test('whoever has done it is not told of it', async () => {
  await question.tap(raise);
  expect(question.hasDone(asks, 'Ana')).toBe(true);
  expect(question.hasDone({ ...asks, names: ['Bert'] }, 'Ana')).toBe(false);
  expect(question.hasDone(answered, 'Ana')).toBe(false);
  question.follow(true);
  world.pass(400);
  await question.tap(raise);
  expect(question.hasDone(answered, 'Ana')).toBe(true);
  expect(question.hasDone({ ...answered, names: ['Bert'] }, 'Ana')).toBe(false);
});

test('what has failed was done by somebody else', async () => {
  raise.mockResolvedValue(false);
  await question.tap(raise);
  expect(question.hasDone(asks, 'Ana')).toBe(false);
});
