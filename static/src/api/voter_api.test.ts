import { expect, test } from 'vitest';
import { FakeServer } from './fetch.fake';
import { sender } from './request';
import { voterApi } from './voter_api';

const ana = { name: 'Ana', key: 'secret' };
const key = 'Bearer secret';
const server = new FakeServer({
  'PUT /api/abc/rename': [200, { Name: 'Anna' }],
  'PUT /api/abc/control-request': [202],
  'DELETE /api/abc/control-request': [204],
  'POST /api/abc/control-request/key': [201, { ControlKey: 'k', ControlKeys: 2 }],
  'GET /api/abc?as=Ana': [200, { Choices: ['1'], Open: true, EndsAt: 9, Now: 4 }],
});
const api = voterApi(sender('/api', server.fetch), 'abc', () => 7);

test('a rename tells the name as the server has it', async () => {
  expect(await api.rename(ana, ' Anna ')).toEqual({ ok: true, value: 'Anna' });
  const body = '{"Participant":"Ana","Name":" Anna "}';
  expect(server.asked.at(-1)).toEqual({ call: 'PUT /api/abc/rename', body, key });
});

test('control is asked for, objected to and taken', async () => {
  const request = '/api/abc/control-request';
  expect((await api.requestControl(ana)).ok).toBe(true);
  expect(server.asked.at(-1)).toEqual({ call: `PUT ${request}`, body: 'Ana', key });
  expect((await api.objectToRequest(ana)).ok).toBe(true);
  expect(server.asked.at(-1)).toEqual({ call: `DELETE ${request}`, body: undefined, key });
  expect(await api.takeControl(ana)).toEqual({ ok: true, value: 'k' });
  expect(server.asked.at(-1)).toEqual({ call: `POST ${request}/key`, body: 'Ana', key });
});

test('a view is stamped with when it was heard', async () => {
  const answer = await api.resume(ana);
  expect(answer.ok && answer.value.timer).toEqual({ remainingMs: 5, receivedAt: 7 });
});
