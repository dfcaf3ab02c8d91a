import { expect, test } from 'vitest';
import { faceLength } from './face';

test('signs, words and sentences are told apart', () => {
  expect(['?', '100', 'XXL', '👍', '🖕'].map(faceLength)).toEqual(Array(5).fill('short'));
  expect(['pass', 'maybe', 'too big'].map(faceLength)).toEqual(Array(3).fill('word'));
  expect(faceLength('ask me tomorrow')).toBe('long');
});
