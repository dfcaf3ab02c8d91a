import { expect, test } from 'vitest';
import { type Fake, fakeControllerApi } from '../api/api.fake';
import type { ControllerApi } from '../api/controller_api';
import { DeckChange } from './deck_change';
import type { HostFact } from './news';

const told: HostFact[] = [];

/** The change itself, and what it asks the server for; `isTaken` says whether that takes it. */
function deckChange(isTaken = true): { change: DeckChange; api: Fake<ControllerApi> } {
  const api = fakeControllerApi();
  const change = new DeckChange({
    api,
    carryOut: async (_, ask, onDone) => {
      await ask();
      if (isTaken) onDone?.();
      return isTaken;
    },
    tell: (fact) => told.push(fact),
  });
  return { change, api };
}

test('cards are sent as they are written, and the field is empty then', async () => {
  const { change, api } = deckChange();
  change.text.value = '1, 2, too big';
  await change.change();
  expect(api.setDeck.mock.calls).toEqual([[['1', '2', 'too big']]]);
  expect(change.text.value).toBe('');
  expect(told).toEqual([{ kind: 'deckChanged' }]);
});

test('cards that the server refuses stay in the field', async () => {
  const { change } = deckChange(false);
  change.text.value = '1, 2';
  await change.change();
  expect(change.text.value).toBe('1, 2');
});

test('the cards of a deck are written out, to be changed', () => {
  const { change } = deckChange();
  change.pick(['S', 'M']);
  expect(change.text.value).toBe('S, M');
});

test('what is wrong is said, and nothing is used', async () => {
  const { change, api } = deckChange();
  change.text.value = '1, 1';
  await change.change();
  expect(api.setDeck).not.toHaveBeenCalled();
  expect(change.fault.value).toEqual({ kind: 'twice', card: '1' });
});
