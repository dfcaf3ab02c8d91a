import { expect, test } from 'vitest';
import { good } from './api.fake';
import { controllerApi, historyFile } from './controller_api';
import { FakeServer } from './fetch.fake';
import { HOST_SLUGS } from './host_slugs';
import { sender } from './request';

const server = new FakeServer({
  'PATCH /api/abc/control/start': [202],
  'PATCH /api/abc/control/timer': [202],
  'PUT /api/abc/control/topics': [202],
  'PATCH /api/abc/control/agree': [202],
  'PATCH /api/abc/control/undo': [202],
  'PUT /api/abc/control/deck': [202],
  'PATCH /api/abc/control/door': [202],
  'PUT /api/abc/question?seat=3': [202],
  'GET /api/abc/control': [
    200,
    { Choices: ['1'], Round: 1, Participants: [], Votes: {}, Open: true, EndsAt: 9, Now: 4 },
  ],
  'GET /api/abc/control/history': [200, { Choices: ['1'], Rounds: [] }],
});
const api = controllerApi(sender('/api', server.fetch, HOST_SLUGS), 'abc', {
  now: () => 7,
  date: () => 0,
});

test.each([
  [() => api.start({}), 'PATCH', 'start', '{}'],
  [
    () => api.start({ topic: 'A', seconds: 90, again: true }),
    'PATCH',
    'start',
    '{"Topic":"A","Seconds":90,"Again":true}',
  ],
  [() => api.start({ seconds: 0 }), 'PATCH', 'start', '{"Seconds":0}'],
  [() => api.timer({ add: 30 }), 'PATCH', 'timer', '{"Add":30}'],
  [() => api.timer({ seconds: 0 }), 'PATCH', 'timer', '{"Seconds":0}'],
  [() => api.setTopics(['A', 'B'], 4), 'PUT', 'topics', '{"Topics":["A","B"],"After":4}'],
  [() => api.start({ again: true, after: 3 }), 'PATCH', 'start', '{"Again":true,"After":3}'],
  [() => api.agree(3, ''), 'PATCH', 'agree', '{"Round":3,"Agreed":""}'],
  [() => api.undo(), 'PATCH', 'undo', undefined],
  [() => api.setDoor(true), 'PATCH', 'door', '{"Locked":true}'],
  [() => api.setDoor(false), 'PATCH', 'door', '{"Locked":false}'],
  [() => api.setDeck(['S', 'M']), 'PUT', 'deck', '{"Choices":["S","M"]}'],
])('asks as it was agreed: %#', async (ask, method, what, body) => {
  expect(await ask()).toEqual(good(true));
  expect(server.asked.at(-1)).toEqual({
    call: `${method} /api/abc/control/${what}`,
    body,
    key: null,
  });
});

test('the question of a seat is called answered', async () => {
  expect(await api.answer(3)).toEqual(good(true));
  expect(server.asked.at(-1)).toEqual({
    call: 'PUT /api/abc/question?seat=3',
    body: '{"Raised":false}',
    key: null,
  });
});

test('a view is stamped with when it was heard', async () => {
  const answer = await api.look();
  expect(answer.ok && answer.value.timer).toEqual({ remainingMs: 5, receivedAt: 7 });
});

test('the history comes as values and as a file', async () => {
  expect(await api.history()).toEqual(good({ title: '', choices: ['1'], rounds: [] }));
  expect(historyFile('/x/api', 'abc', 'csv')).toBe('/x/api/abc/control/history?format=csv');
});

test('a table is headed in the page’s language, and JSON, which has no headings, is not', () => {
  const address = (format: 'markdown' | 'json') =>
    historyFile('/x/api', 'abc', format, ['Kör', '%']);
  expect(address('markdown')).toBe(
    '/x/api/abc/control/history?format=markdown&columns=K%C3%B6r%2C%25',
  );
  expect(address('json')).toBe('/x/api/abc/control/history?format=json');
});
