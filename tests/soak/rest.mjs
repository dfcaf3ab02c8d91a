// The API over a few connections that stay open.
import http from 'node:http';
import { connect } from './connections.mjs';
import { answered, now, took } from './tally.mjs';

const MOST_CONNECTIONS = 64;
const PATIENCE_MS = 10_000;

// Idle connections are given up before the server would (--keep-alive), so that no request meets a
// connection that is just being closed.
const IDLE_MS = 20_000;

const agent = new http.Agent({
  keepAlive: true,
  maxSockets: MOST_CONNECTIONS,
  scheduling: 'lifo',
  timeout: IDLE_MS,
});
agent.createConnection = () => connect();

/** @returns {Promise<{status: number, text: string}>} */
export function call(method, path, { bearer, body = '' } = {}) {
  const begun = now();
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Length': Buffer.byteLength(body) };
    if (bearer) headers.Authorization = `Bearer ${bearer}`;
    const request = http.request({ agent, method, path, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        took('answer', now() - begun);
        answered(response.statusCode);
        resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() });
      });
    });
    request.setTimeout(PATIENCE_MS, () => request.destroy(new Error('no answer')));
    request.on('error', (error) => reject(new Error(`${method}: ${error.message}`)));
    request.end(body);
  });
}

/** The answer's text, if it is the one and only status that is fine here. */
export async function must(status, method, path, options) {
  const answer = await call(method, path, options);
  if (answer.status === status) return answer.text;
  throw new Error(`${method} answered ${answer.status} in place of ${status}: ${answer.text}`);
}

export function hangUp() {
  agent.destroy();
}
