import { expect, test } from 'vitest';
import { decodePageView } from './page_view';

const DATA = { Title: 'Sprint 12', Choices: ['1', '5'], Open: true, Round: 3, Voted: 0, Of: 0 };
const block = (frame: object) => JSON.stringify({ Kind: 'snapshot', Data: DATA, Seq: 7, ...frame });

test('the session that a page has come with is known with its version', () => {
  expect(decodePageView(block({}), 0)).toMatchObject({
    seq: 7,
    view: { title: 'Sprint 12', round: 3 },
  });
});

test('its time is counted from when the page came', () => {
  const timed = { ...DATA, EndsAt: 40_000, Now: 10_000 };
  expect(decodePageView(block({ Data: timed }), 500)?.view.timer).toMatchObject({
    receivedAt: 500,
  });
});

test.each([
  ['nothing', ''],
  ['a frame that is cut off', block({}).slice(0, -5)],
  ['a frame without a version', block({ Seq: undefined })],
  ['no snapshot', block({ Kind: 'seats' })],
  ['a session without cards', block({ Data: { ...DATA, Choices: 5 } })],
])('a page with %s has come with nothing', (_, text) => {
  expect(decodePageView(text, 0)).toBeUndefined();
});
