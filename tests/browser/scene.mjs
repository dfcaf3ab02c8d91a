// What every test file needs: one browser, servers, and sessions on them. All of it ends with the file.
import { after, before } from 'node:test';
import { openBrowser, Person } from './people.mjs';
import { startServer } from './server.mjs';

/** Where people sit: each test of what they do is played at both. */
export const SIZES = {
  'on a desk': { viewport: { width: 1280, height: 800 } },
  'on a phone': { viewport: { width: 360, height: 640 } },
};

/** Sets the scene for the tests of a file. */
export function setScene() {
  let browser;
  const servers = [];

  before(async () => {
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    await Promise.all(servers.map((server) => server.kill()));
  });

  async function serve(settings) {
    const server = await startServer(settings);
    servers.push(server);
    return server;
  }

  /** Somebody with a browser of their own: a phone, if `settings` don't say otherwise. */
  function arrive(url, settings) {
    return Person.arrive(browser, url, settings);
  }

  /** Somebody at a desk who creates a session, and the link to it. */
  async function createSession(home, { deck = 'Fibonacci', title = '', settings = {} } = {}) {
    const host = await arrive(home, { ...SIZES['on a desk'], ...settings });
    await host.page.getByLabel('Title, if you like').fill(title);
    await host.page.getByRole('button', { name: deck, exact: true }).click();
    await host.page.getByRole('button', { name: 'Begin voting' }).waitFor();
    const link = await host.page.getByLabel('Link to vote').inputValue();
    return { host, link };
  }

  return { serve, arrive, createSession };
}
