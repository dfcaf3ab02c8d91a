import { expect, test } from 'vitest';
import type { Frame } from './frame';
import { readCommonEvent } from './session_wire';

const readEvent = (kind: string, data: Frame['data']) => readCommonEvent({ kind, data, seq: 1 }, 7);

test('agreed says on what, or that it was taken back', () => {
  const agreed = { kind: 'agreed', round: 3, agreed: '8' };
  expect(readEvent('agreed', { Round: 3, Agreed: '8' })).toEqual(agreed);
  expect(readEvent('agreed', { Round: 3, Agreed: '' })).toEqual({ ...agreed, agreed: undefined });
  expect(() => readEvent('agreed', { Round: 3 })).toThrow();
  expect(() => readEvent('agreed', { Agreed: '8' })).toThrow();
});

test('deck brings the cards', () => {
  expect(readEvent('deck', { Choices: ['S'] })).toEqual({ kind: 'deck', choices: ['S'] });
  expect(() => readEvent('deck', { Choices: 'S' })).toThrow();
});

test('title says what the session is called, which may be nothing', () => {
  expect(readEvent('title', { Title: 'Sprint 13' })).toEqual({ kind: 'title', title: 'Sprint 13' });
  expect(readEvent('title', { Title: '' })).toEqual({ kind: 'title', title: '' });
  expect(() => readEvent('title', {})).toThrow();
});

test('timer says when it ends, or that it was stopped', () => {
  const timer = { remainingMs: 5, receivedAt: 7 };
  expect(readEvent('timer', { EndsAt: 9, Now: 4 })).toEqual({ kind: 'timer', timer });
  expect(readEvent('timer', {})).toEqual({ kind: 'timer', timer: undefined });
  expect(() => readEvent('timer', { EndsAt: 9 })).toThrow();
});

test('what is not known is ignored', () => {
  expect(readEvent('fireworks', {})).toEqual({ kind: 'ignored' });
});
