import { expect, test } from 'vitest';
import { decodeAgreedEvent, decodeDeckEvent } from './session_wire';

test('agreed says on what, or that it was taken back', () => {
  expect(decodeAgreedEvent({ Round: 3, Agreed: '8' })).toEqual({
    kind: 'agreed',
    round: 3,
    agreed: '8',
  });
  expect(decodeAgreedEvent({ Round: 3, Agreed: '' })?.agreed).toBeUndefined();
  expect(decodeAgreedEvent({ Round: 3 })).toBeUndefined();
  expect(decodeAgreedEvent({ Agreed: '8' })).toBeUndefined();
});

test('deck brings the cards', () => {
  expect(decodeDeckEvent({ Choices: ['S'] })).toEqual({ kind: 'deck', choices: ['S'] });
  expect(decodeDeckEvent({ Choices: 'S' })).toBeUndefined();
});
