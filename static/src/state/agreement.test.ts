import { beforeEach, expect, test } from 'vitest';
import { fakeControllerApi } from '../api/api.fake';
import { controllerView, statisticsOf } from '../model/view.fake';
import { Agreement } from './agreement';

let agreement: Agreement;
beforeEach(() => {
  agreement = new Agreement({
    api: fakeControllerApi(),
    carryOut: async () => true,
    tell: () => {},
  });
});

const shown = (members: Parameters<typeof controllerView>[0] = {}) =>
  controllerView({
    round: 1,
    votes: new Map([['Ana', '5']]),
    statistics: statisticsOf({ votes: 1, modes: ['5'], nearest: '5' }),
    ...members,
  });

test('begins with the most chosen card', () => {
  agreement.follow(shown());
  expect(agreement.text.value).toBe('5');
});

test('begins, of several, with the one that is nearest to the average', () => {
  agreement.follow(shown({ statistics: statisticsOf({ modes: ['3', '8'], nearest: '8' }) }));
  expect(agreement.text.value).toBe('8');
});

test('is what was recorded, wherever that was', () => {
  agreement.follow(shown());
  agreement.follow(shown({ agreed: '8' }));
  expect(agreement.text.value).toBe('8');
});

test('keeps what somebody writes, and begins anew with the next round', () => {
  agreement.follow(shown());
  agreement.text.value = 'about 6';
  agreement.follow(shown({ agreed: '8' }));
  expect(agreement.text.value).toBe('about 6');
  agreement.follow(shown({ round: 2 }));
  expect(agreement.text.value).toBe('5');
});

test('goes back from what somebody has written to what is recorded, or to the card', () => {
  agreement.follow(shown());
  agreement.text.value = 'about 6';
  agreement.giveUp();
  expect(agreement.text.value).toBe('5');
  agreement.text.value = 'about 6';
  agreement.follow(shown({ agreed: '8' }));
  agreement.giveUp();
  expect(agreement.text.value).toBe('8');
});

test('says nothing while there is no result', () => {
  agreement.follow(controllerView({ open: true }));
  expect(agreement.text.value).toBe('');
});
