import { expect, test } from 'vitest';
import { good } from './api.fake';
import { FakeServer } from './fetch.fake';
import { sender } from './request';
import { asSeat, voterApi } from './voter_api';

const ana = { name: 'Ana', key: 'secret', number: 3 };
const key = 'Bearer secret';
const whose = '?as=Ana&seat=3';
const server = new FakeServer({
  [`PUT /api/abc/rename${whose}`]: [200, { Name: 'Anna' }],
  [`PUT /api/abc${whose}`]: [202],
  [`PUT /api/abc/leave${whose}`]: [204],
  [`PUT /api/abc/question${whose}`]: [202],
  [`PUT /api/abc/control-request${whose}`]: [202],
  [`DELETE /api/abc/control-request${whose}`]: [204],
  [`POST /api/abc/control-request/key${whose}`]: [201, { ControlKey: 'k', ControlKeys: 2 }],
  [`GET /api/abc${whose}`]: [
    200,
    { Choices: ['1'], Open: true, Round: 1, Voted: 0, Of: 1, EndsAt: 9, Now: 4 },
  ],
});
const api = voterApi(sender('/api', server.fetch), 'abc', () => 7);

test('a seat is said by its number, and by its name until that is known', () => {
  expect(asSeat(ana)).toBe(whose);
  expect(asSeat({ name: 'B & C', key: 'k' })).toBe('?as=B%20%26%20C');
});

test('a rename tells the name as the server has it', async () => {
  expect(await api.rename(ana, ' Anna ')).toEqual(good('Anna'));
  const body = '{"Participant":"Ana","Name":" Anna "}';
  expect(server.asked.at(-1)).toEqual({ call: `PUT /api/abc/rename${whose}`, body, key });
});

test('a vote says in which round the reader meant it', async () => {
  expect((await api.vote(ana, '5', 2)).ok).toBe(true);
  const body = '{"Participant":"Ana","Choice":"5","Round":2}';
  expect(server.asked.at(-1)).toEqual({ call: `PUT /api/abc${whose}`, body, key });
});

test('a seat is left', async () => {
  expect((await api.leave(ana)).ok).toBe(true);
  expect(server.asked.at(-1)).toEqual({ call: `PUT /api/abc/leave${whose}`, body: 'Ana', key });
});

test('a question is raised, and settled', async () => {
  const call = `PUT /api/abc/question${whose}`;
  expect((await api.raise(ana, true)).ok).toBe(true);
  const body = '{"Participant":"Ana","Raised":true}';
  expect(server.asked.at(-1)).toEqual({ call, body, key });
  expect((await api.raise(ana, false)).ok).toBe(true);
  expect(server.asked.at(-1)?.body).toBe('{"Participant":"Ana","Raised":false}');
});

test('control is asked for, objected to and taken', async () => {
  const request = '/api/abc/control-request';
  expect((await api.requestControl(ana)).ok).toBe(true);
  expect(server.asked.at(-1)).toEqual({ call: `PUT ${request}${whose}`, body: 'Ana', key });
  expect((await api.objectToRequest(ana)).ok).toBe(true);
  const objection = { call: `DELETE ${request}${whose}`, body: undefined, key };
  expect(server.asked.at(-1)).toEqual(objection);
  expect(await api.takeControl(ana)).toEqual(good('k'));
  expect(server.asked.at(-1)).toEqual({ call: `POST ${request}/key${whose}`, body: 'Ana', key });
});

test('a view is stamped with when it was heard', async () => {
  const answer = await api.resume(ana);
  expect(answer.ok && answer.value.timer).toEqual({ remainingMs: 5, receivedAt: 7 });
});
