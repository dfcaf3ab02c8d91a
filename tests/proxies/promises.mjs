// What holds behind every proxy, by a sentence that says it. Each is tried by people of its own.
import assert from 'node:assert/strict';
import { DEAD_MS, MOST_SESSIONS, PING_MS, PROXY_ADDRESS } from './scene.mjs';

const DECK = JSON.stringify(['1', '2', '3']);

// More than one process of Apache has threads for.
const OPEN_PAGES = 60;

const LOST_BY_THE_PROXY = 500; // and above: pajthy itself has no such answer here

export const promises = {
  'the page and its files arrive, packed as they are': async (scene) => {
    const ana = scene.somebody();
    const page = await ana.ask('GET', `${scene.base}/`);
    assert.equal(page.status, 200);
    assert.match(page.headers['content-security-policy'], /default-src 'none'/);
    const [, file] = /<script[^>]* src="([^"]+\.js)"/.exec(page.text);
    const { pathname } = new URL(file, `${scene.origin}${scene.base}/`);

    const headers = { 'Accept-Encoding': 'gzip, br' };
    const script = await ana.ask('GET', pathname, { headers });
    assert.equal(script.status, 200);
    assert.equal(script.headers['content-encoding'], 'br');
    headers['If-None-Match'] = script.headers.etag;
    assert.equal((await ana.ask('GET', pathname, { headers })).status, 304);
  },

  'the path alone leads to the page': async (scene) => {
    if (!scene.base) return; // at the root there is no such URL
    const { status, headers } = await scene.somebody().ask('GET', scene.base);
    assert.ok([301, 308].includes(status), `it is ${status}`);
    assert.equal(new URL(headers.location, scene.origin).href, `${scene.origin}${scene.base}/`);
  },

  'who asks without TLS is sent on': async (scene) => {
    const { status, headers } = await scene.somebody().askInTheClear(`${scene.base}/`);
    assert.ok([301, 308].includes(status), `it is ${status}`);
    // At the usual ports, which these are not.
    const { protocol, hostname, pathname } = new URL(headers.location);
    assert.equal(`${protocol}//${hostname}`, `https://${new URL(scene.origin).hostname}`);
    assert.equal(pathname, `${scene.base}/`);
  },

  'a new session has a link and a cookie that fit': async (scene) => {
    const ana = scene.somebody();
    const { status, headers, text } = await ana.ask('POST', `${scene.base}/api/`, { body: DECK });
    assert.equal(status, 201);
    const id = JSON.parse(text).Id;
    assert.equal(headers.location, `${scene.base}/${id}`);
    assert.equal((await ana.ask('GET', headers.location)).status, 200);
    const [cookie] = headers['set-cookie'];
    assert.ok(cookie.includes(`; Path=${scene.base}/api/${id};`), cookie);
    assert.ok(cookie.endsWith('; Secure'), cookie);
  },

  'a vote is played, and a websocket hears of it': async (scene) => {
    const ana = scene.somebody();
    const api = await startSession(ana, scene);
    const socket = await ana.openWebsocket(`${api}/ws`);
    await socket.next('snapshot');
    await must(202, ana.ask('PATCH', `${api}/control/start`, { body: '' }));
    await socket.next('enabled');
    const vote = JSON.stringify({ Participant: 'Ana', Choice: '3' });
    await must(202, ana.ask('PUT', api, { body: vote }));
    assert.deepEqual((await socket.next('disabled')).Data.Votes, { Ana: '3' });
    socket.close();
  },

  'a body arrives in chunks, too, and after a 100': async (scene) => {
    const ana = scene.somebody();
    const parts = [DECK.slice(0, 5), DECK.slice(5)];
    await must(201, ana.ask('POST', `${scene.base}/api/`, { body: parts }));
    const headers = { Expect: '100-continue' };
    await must(201, ana.ask('POST', `${scene.base}/api/`, { body: DECK, headers }));
  },

  'a page of another site changes nothing': async (scene) => {
    const headers = { Origin: 'https://elsewhere.example' };
    await must(403, scene.somebody().ask('POST', `${scene.base}/api/`, { body: DECK, headers }));
  },

  'where a proxy speaks HTTP/2, changes and websockets work over that': async (scene) => {
    const ana = await scene.somebody().overHttp2();
    if (!ana) return;
    const { text } = await must(201, ana.change('POST', `${scene.base}/api/`, DECK));
    if (ana.hasWebsockets) {
      const socket = await ana.openWebsocket(`${scene.base}/api/${JSON.parse(text).Id}/ws`);
      await socket.next('snapshot');
      await socket.next('ping');
    }
    ana.leave();
  },

  'a websocket stays while nothing happens, and is pinged both ways': async (scene) => {
    const ana = scene.somebody();
    const socket = await ana.openWebsocket(`${await startSession(ana, scene)}/control/ws`);
    for (let silent = 0; silent < 2 * DEAD_MS; silent += PING_MS) await socket.next('ping');
    socket.ping();
    await socket.next('pong');
    socket.close();
  },

  'pages that are open hold up nobody': async (scene) => {
    const people = Array.from({ length: 10 }, () => scene.somebody());
    const api = await startSession(people[0], scene);
    const open = [];
    while (open.length < OPEN_PAGES) {
      open.push(...(await Promise.all(people.map((one) => one.openWebsocket(`${api}/ws`)))));
      await Promise.all(people.map((one) => must(200, one.ask('GET', `${scene.base}/`))));
    }
    for (const socket of open) socket.close();
  },

  'what a client says of its address and of TLS does not count': async (scene) => {
    await forge(scene, scene.somebody());
    // Somebody else is not held up by it.
    await must(201, scene.somebody().ask('POST', `${scene.base}/api/`, { body: DECK }));
  },

  'not even on the host of the proxy, whose address is trusted': (scene) =>
    forge(scene, scene.somebodyAt(PROXY_ADDRESS)),

  'a restart of the server is over when it is over': async (scene) => {
    const people = Array.from({ length: 8 }, () => scene.somebody());
    const [ana] = people;
    const socket = await ana.openWebsocket(`${await startSession(ana, scene)}/ws`);
    // Leaves connections behind that the server will have closed.
    await Promise.all(people.map((one) => must(200, one.ask('GET', `${scene.base}/`))));
    await scene.server.stop();
    await socket.next('end');
    const lost = await Promise.all(people.map((one) => one.ask('GET', `${scene.base}/`)));
    for (const { status } of lost) assert.ok(status >= LOST_BY_THE_PROXY, `it is ${status}`);

    await scene.server.startAgain();
    await Promise.all(
      people.map((one) => must(201, one.ask('POST', `${scene.base}/api/`, { body: DECK }))),
    );
    const again = await ana.openWebsocket(`${await startSession(ana, scene)}/ws`);
    await again.next('snapshot');
    again.close();
  },
};

/** Creates a session in which Ana sits; returns where it is. */
async function startSession(ana, { base }) {
  const { text } = await must(201, ana.ask('POST', `${base}/api/`, { body: DECK }));
  const api = `${base}/api/${JSON.parse(text).Id}`;
  await must(201, ana.ask('PUT', `${api}/join`, { body: 'Ana' }));
  return api;
}

/** Makes up addresses, and still gets no more sessions than one client may make. */
async function forge(scene, mallory) {
  const create = (headers) => mallory.ask('POST', `${scene.base}/api/`, { body: DECK, headers });
  for (let i = 1; i <= MOST_SESSIONS; i += 1) {
    const forged = { 'X-Forwarded-For': `203.0.113.${i}`, 'X-Forwarded-Proto': 'http' };
    const { headers } = await must(201, create(forged));
    assert.ok(headers['set-cookie'][0].endsWith('; Secure'));
  }
  await must(429, create());
  await must(429, create({ 'X-Forwarded-For': '203.0.113.77' }));
  await must(429, create({ 'X-Forwarded-For': `203.0.113.78, ${PROXY_ADDRESS}` }));
  await must(429, create({ 'X-Forwarded-For': ['203.0.113.79', '203.0.113.80'] }));
  // A proxy leaves out what belongs to one connection alone, and a client says which fields do.
  await must(429, create({ Connection: 'keep-alive, X-Forwarded-For, X-Forwarded-Proto' }));
}

async function must(status, asked) {
  const answer = await asked;
  assert.equal(answer.status, status, answer.text);
  return answer;
}
