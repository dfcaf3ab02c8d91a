// What stands between a browser and the server, and what the page says of it.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();
const proxies = [];
after(() => Promise.all(proxies.map((proxy) => proxy.close())));

/** A proxy, mostly without websockets, which passes headers as `change` leaves them: its address. */
async function openProxy(port, change, { passesSockets = false } = {}) {
  const proxy = createServer((req, res) => {
    const headers = change(req.headers);
    const { method, url: path } = req;
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      res.writeHead(answer.statusCode, change(answer.headers));
      answer.pipe(res);
    });
    onward.on('error', () => res.destroy());
    req.pipe(onward);
  });
  proxy.on('upgrade', (req, socket, head) => {
    if (!passesSockets) return socket.destroy();
    const far = connect(port, '127.0.0.1', () => {
      const lines = Object.entries(change(req.headers)).map(([name, value]) => `${name}: ${value}`);
      far.write([`GET ${req.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      far.write(head);
      far.pipe(socket).pipe(far);
    });
    for (const side of [socket, far]) {
      side.on('error', () => {
        socket.destroy();
        far.destroy();
      });
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  proxies.push(proxy);
  return `http://127.0.0.1:${proxy.address().port}/`;
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`behind a proxy that passes no Host the page says who can mend it, ${where}`, async () => {
    const server = await serve();
    const { link } = await createSession(server.url);
    const front = await openProxy(server.port, (headers) =>
      headers.host ? { ...headers, host: 'upstream' } : headers,
    );
    const words = 'This server does not accept changes from this address.';

    const ana = await arrive(new URL(new URL(link).pathname, front).href, settings);
    await ana.page.getByLabel('Your name').fill('Ana');
    await ana.page.getByLabel('Your name').press('Enter');
    await ana.sees(words);
    await ana.sees('Whoever runs it finds the reason in its log.');
    assert.equal(await ana.page.getByLabel('Your name').inputValue(), 'Ana');
    assert.equal(await ana.page.getByText(/\bkey\b/).count(), 0);

    const host = await arrive(front, settings);
    await host.page.getByRole('button', { name: 'Fibonacci', exact: true }).click();
    await host.sees(words);
  });

  test(`too many cookies are named, and once they are cleared all is well, ${where}`, async () => {
    const server = await serve();
    const { link } = await createSession(server.url);
    const ana = await arrive(link, settings);
    // A browser takes 4 kB each.
    await ana.context.addCookies(
      Array.from({ length: 16 }, (_, index) => ({
        name: `sso${index}`,
        value: 'x'.repeat(4000),
        url: server.url,
      })),
    );
    await ana.page.getByLabel('Your name').fill('Ana');
    await ana.page.getByLabel('Your name').press('Enter');
    await ana.sees('Your browser sends too many cookies.');
    await ana.context.clearCookies();
    await ana.page.getByRole('button', { name: 'Join', exact: true }).click();
    await ana.sees('You are Ana');
  });

  test(`without cookies the creator reads that they are needed, and keeps the key, ${where}`, async () => {
    const server = await serve();
    let areBlocked = true;
    const front = await openProxy(server.port, (headers) => {
      const { cookie, 'set-cookie': fresh, ...others } = headers;
      return areBlocked ? others : headers;
    });
    const host = await arrive(front, { ...settings, hasStorage: false });
    await host.page.getByRole('button', { name: 'Fibonacci', exact: true }).click();
    await host.page.getByRole('heading', { name: 'This page needs cookies' }).waitFor();
    assert.equal(await host.page.getByText('Ask whoever').count(), 0);
    assert.match(new URL(host.page.url()).hash, /^#[\w-]{43}$/);
    await host.page.reload();
    await host.sees('Allow cookies for this site, then reload this page');

    areBlocked = false;
    await host.page.reload();
    await host.press('Begin voting');
    await host.page.waitForURL((url) => url.hash === '');
  });

  test(`a voter without cookies reads why nothing is live, votes, and is live once they come, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url);
    let areBlocked = true;
    const front = await openProxy(
      server.port,
      (headers) => {
        const { cookie, 'set-cookie': fresh, ...others } = headers;
        return areBlocked ? others : headers;
      },
      { passesSockets: true },
    );
    const ana = await arrive(new URL(new URL(link).pathname, front).href, {
      ...settings,
      hasStorage: false,
    });
    await ana.join('Ana');
    await ana.sees('Your browser keeps no cookies');
    await ana.sees('Not live');
    await host.press('Begin voting');
    await ana.sees('Pick a card');
    await ana.vote('5');
    await host.sees('5');
    assert.equal(await ana.page.getByText('Reconnecting').count(), 0);

    areBlocked = false;
    await ana.page.locator('[data-status=open]').waitFor();
    assert.equal(await ana.page.getByText('Your browser keeps no cookies').count(), 0);
    await ana.sees('You voted 5');
  });

  test(`a link that leads nowhere is to be checked, ${where}`, async () => {
    const server = await serve();
    const { link } = await createSession(server.url);
    for (const path of ['0123456789ab', 'ABC', '0123456789ab/control']) {
      const ana = await arrive(server.url + path, settings);
      await ana.page.getByRole('heading', { name: 'Check the link' }).waitFor();
      assert.equal(await ana.page.getByText('Nothing of it is kept').count(), 0);
      await ana.context.close();
    }
    const ana = await arrive(`${link}#Ana:cut-off…`, settings);
    await ana.sees('This link to a seat doesn’t fit any more.');
    await ana.page.getByLabel('Your name').waitFor();
  });
}
