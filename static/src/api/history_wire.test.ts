import { expect, test } from 'vitest';
import { statisticsOf } from '../model/view.fake';
import * as wire from './history_wire';

const ROUND = {
  Round: 1,
  Started: 1_764_000_000_000,
  Ended: 1_764_000_060_000,
  Votes: { Ana: '5' },
  Statistics: { Votes: 1, Abstentions: 0 },
};
const NOW = 1_764_000_100_000;
const decodeHistory = (value: unknown, date = NOW) => wire.decodeHistory(value, date);
const HISTORY = { Now: NOW, Title: 'S', Choices: ['1', '5'], Rounds: [ROUND] };
const round = {
  round: 1,
  topic: undefined,
  attempt: 1,
  started: 1_764_000_000_000,
  ended: 1_764_000_060_000,
  votes: new Map([['Ana', '5']]),
  statistics: statisticsOf({ votes: 1 }),
  agreed: undefined,
};

test('the history brings the rounds in their order', () => {
  const second = { ...ROUND, Round: 2, Topic: 'A', Attempt: 2, Agreed: '5' };
  expect(decodeHistory({ ...HISTORY, Rounds: [ROUND, second] })).toEqual({
    title: 'S',
    choices: ['1', '5'],
    rounds: [round, { ...round, round: 2, topic: 'A', attempt: 2, agreed: '5' }],
  });
});

test.each([-3_600_000, 3_600_000])('its dates are by our clock, which is %i ms off', (off) => {
  const dates = { started: round.started + off, ended: round.ended + off };
  expect(decodeHistory(HISTORY, NOW + off)?.rounds).toEqual([{ ...round, ...dates }]);
});

test('of a server that does not say how its clock stands, dates are as it has them', () => {
  expect(decodeHistory({ ...HISTORY, Now: undefined }, 7)?.rounds).toEqual([round]);
});

test.each([
  null,
  { ...HISTORY, Now: 'soon' },
  { ...HISTORY, Title: 1 },
  { ...HISTORY, Choices: undefined },
  { ...HISTORY, Rounds: {} },
  { ...HISTORY, Rounds: ['first'] },
  { ...HISTORY, Rounds: [{ ...ROUND, Round: '1' }] },
  { ...HISTORY, Rounds: [{ ...ROUND, Started: undefined }] },
  { ...HISTORY, Rounds: [{ ...ROUND, Ended: 'now' }] },
  { ...HISTORY, Rounds: [{ ...ROUND, Votes: ['5'] }] },
  { ...HISTORY, Rounds: [{ ...ROUND, Statistics: undefined }] },
  { ...HISTORY, Rounds: [{ ...ROUND, Topic: 1 }] },
  { ...HISTORY, Rounds: [{ ...ROUND, Attempt: 'second' }] },
  { ...HISTORY, Rounds: [{ ...ROUND, Agreed: 5 }] },
])('is not %j', (value) => {
  expect(decodeHistory(value)).toBeUndefined();
});
