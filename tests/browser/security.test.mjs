// The pages live within the rules that the server gives them, in every state.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

for (const colorScheme of ['light', 'dark']) {
  test(`no page breaks a rule or reaches beyond its server, ${colorScheme}`, async () => {
    const server = await serve();
    const settings = { colorScheme };
    const { host, link } = await createSession(server.url, { title: 'Sprint 12', settings });
    const api = `/api${new URL(link).pathname}`;
    await host.press('Begin voting');
    await host.sees('Nobody has joined yet.');
    await host.press('Show the cards');
    await host.press('Copy link');
    await host.sees('Copied');

    // Joining, with all that the form may say.
    const ana = await arrive(link, settings);
    await ana.press('Join');
    await ana.sees('Enter a name first.');
    await ana.join('Ana');
    const bela = await arrive(link, settings);
    await bela.page.getByLabel('Your name').fill('Ana');
    await bela.press('Join');
    await bela.sees('This name is taken');
    await bela.join('Béla');

    // Two rounds: one that is stopped, one that closes by itself.
    await host.press('Begin voting');
    await ana.sees('Pick a card');
    await ana.vote('3');
    await ana.vote('5');
    await host.seesParticipant('Ana', 'voted');
    await host.press('Show the cards');
    for (const person of [host, ana, bela]) await person.seesNumber('Average', '5.00');
    await host.press('Clear');
    await host.press('Begin voting');
    await bela.vote('8');
    await ana.vote('8');
    for (const person of [host, ana, bela]) {
      await person.sees('Everybody agrees on');
      await person.reload();
      await person.sees('Everybody agrees on');
    }

    // Control is handed over and taken back, seats are taken and given up.
    await host.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await host.page.getByText('Hand over to another host').click();
    await host.press('Make a host link');
    await host.press('Copy host link');
    await host.sees('Copied');
    const controlLink = await host.page.evaluate(() => navigator.clipboard.readText());
    const successor = await arrive(controlLink, settings);
    await successor.page.getByRole('button', { name: 'Clear' }).waitFor();
    await host.takeBackControl();
    await successor.sees('Your host link was taken back');
    await host.press('Clear');
    await ana.sees('Waiting for the next vote');
    await host.kick('Béla');
    await bela.sees('You were removed from this session.');
    await bela.join('Béla');
    await ana.press('More');
    await ana.press('Join as somebody else');
    await ana.join('Cili');
    await ana.press('More');
    await ana.press('Leave');
    await ana.sees('You have left.');

    // Where there is nothing to be done.
    const locked = await arrive(`${link}/control`, settings);
    await locked.sees('This page needs a host link');
    const lost = await arrive(`${server.url}0123456789ab`, settings);
    await lost.sees('Check the link');
    await lost.page.getByRole('link', { name: 'Create a new session' }).click();
    await lost.page.getByRole('button', { name: 'Hand' }).waitFor();

    await host.isCalm();
    await ana.isCalm();
    await bela.isCalm(`409 ${api}/join`);
    await successor.isCalm(`403 ${api}/control`);
    await locked.isCalm(`401 ${api}/control`);
    await lost.isCalm('404 /api/0123456789ab');
    const everybody = [host, ana, bela, successor, locked, lost];
    await Promise.all(everybody.map((person) => person.leave()));
    await server.stop();
  });
}

test('every answer carries the headers that keep it in its place', async () => {
  const server = await serve();
  const made = await fetch(`${server.url}api/`, { method: 'POST', body: '["1","2"]' });
  const { Id } = await made.json();
  assert.equal(made.headers.get('Cache-Control'), 'no-store');
  staysHere(made);

  const found = new Set();
  for (const path of ['', Id, `${Id}/control`, 'unknownunkno']) {
    const page = await fetch(server.url + path);
    assert.equal(page.status, 200);
    staysHere(page);
    keepsOthersOut(page);
    assert.equal(page.headers.get('Cache-Control'), 'no-cache');
    const html = await page.text();
    // The one block of data is run by nobody.
    const code = html.replace(/<script type="application\/json" id="view">[^<]*<\/script>/, '');
    assert.doesNotMatch(code, /<style|style=|<script[^>]*>[^<]|\son\w+=/);
    for (const [, address] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      found.add(new URL(address, page.url).href);
    }
  }
  assert.ok([...found].some((url) => url.endsWith('.js')));
  assert.ok([...found].some((url) => url.endsWith('.css')));
  for (const url of found) {
    assert.ok(url.startsWith(server.url), url);
    const asset = await fetch(url);
    assert.equal(asset.status, 200, url);
    staysHere(asset);
    const isHashed = url.includes('/assets/');
    assert.match(asset.headers.get('Cache-Control'), isHashed ? /immutable/ : /^no-cache$/);
  }
  for (const path of [`api/${Id}`, 'api/unknownunkno', `api/${Id}/control`, 'nothing/is/here']) {
    const answer = await fetch(server.url + path);
    staysHere(answer);
    assert.equal(answer.headers.get('Cache-Control'), 'no-store');
  }
  await server.stop();
});

/** No answer is taken for another type, told to other servers, or read by their pages. */
function staysHere({ url, headers }) {
  const wanted = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // A promise that only https can make.
    'Strict-Transport-Security': null,
    'Access-Control-Allow-Origin': null,
  };
  for (const [name, value] of Object.entries(wanted)) {
    assert.equal(headers.get(name), value, `${name} of ${url}`);
  }
}

/** A page loads nothing but its own, nothing inline, and is framed and opened by nobody. */
function keepsOthersOut({ url, headers }) {
  const policy = new Map(
    headers
      .get('Content-Security-Policy')
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name, ...sources]) => [name, sources.join(' ')]),
  );
  for (const name of ['default-src', 'base-uri', 'frame-ancestors']) {
    assert.equal(policy.get(name), "'none'", `${name} of ${url}`);
  }
  for (const [name, sources] of policy) {
    assert.ok(["'none'", "'self'"].includes(sources), `${name} ${sources}`);
  }
  assert.equal(headers.get('Cross-Origin-Opener-Policy'), null); // it means something over TLS alone
  assert.equal(headers.get('Cross-Origin-Embedder-Policy'), 'require-corp');
  assert.match(headers.get('Permissions-Policy'), /^[\w-]+=\(\)(, [\w-]+=\(\))*$/);
}
