import { signal } from '@preact/signals-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { bad, good } from '../api/api.fake';
import type { Answer, Problem, ProblemKind } from '../api/request';
import { settle } from '../api/world.fake';
import { Errand } from './errand';

const trouble = signal<ProblemKind | undefined>(undefined);
let errand: Errand;
let answers: ((answer: Answer<true>) => void)[];

const ask = vi.fn(() => new Promise<Answer<true>>((resolve) => answers.push(resolve)));

beforeEach(() => {
  answers = [];
  ask.mockClear();
  trouble.value = undefined;
  errand = new Errand({
    trouble,
    onProblem: ({ kind }: Problem) => {
      trouble.value = kind;
    },
  });
});

test('is asked for at once, and says whether it worked', async () => {
  const running = errand.run('stop', ask);
  expect(ask).toHaveBeenCalledOnce();
  expect(errand.isBusy.value).toBe(true);
  answers[0]?.(good(true));
  expect(await running).toBe(true);
  expect(errand.isBusy.value).toBe(false);
});

test('waits while another is under way, and is never dropped', async () => {
  const told: string[] = [];
  void errand.run('time', ask, () => told.push('time'));
  const stopped = errand.run('stop', () => {
    told.push('stop');
    return ask();
  });
  await settle();
  expect(ask).toHaveBeenCalledOnce();
  answers[0]?.(bad('offline', 0));
  await settle();
  expect(ask).toHaveBeenCalledTimes(2);
  answers[1]?.(good(true));
  expect(await stopped).toBe(true);
  expect(told).toEqual(['stop']);
});

test('comes after what the one before it has done', async () => {
  const told: string[] = [];
  void errand.run('first', ask, () => told.push('first'));
  void errand.run('second', () => {
    told.push('second');
    return undefined;
  });
  answers[0]?.(good(true));
  await settle();
  expect(told).toEqual(['first', 'second']);
  expect(errand.isBusy.value).toBe(false);
});

test('is one by its name, for as long as it takes', async () => {
  const taps = [errand.run('stop', ask), errand.run('stop', ask)];
  answers[0]?.(good(true));
  expect(await Promise.all(taps)).toEqual([true, true]);
  void errand.run('stop', ask);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('an old complaint goes with the next errand, and when what it was about has worked', async () => {
  void errand.run('stop', ask);
  answers[0]?.(bad('offline', 0));
  await settle();
  expect(trouble.value).toBe('offline');
  errand.forgive('time');
  expect(trouble.value).toBe('offline');
  errand.forgive('stop');
  expect(trouble.value).toBeUndefined();
  trouble.value = 'busy';
  void errand.run('stop', ask);
  expect(trouble.value).toBeUndefined();
});
