// A phone as a buzzer: its screen stays on while a round is open, it is felt as one opens and as time runs out, and its tab
// says what is wanted. Each of it can be switched off, and nothing is missed where a device can't.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1366, height: 657 } };

/** Runs in the page, before anything of it does: how many hold the screen, and what was felt. */
function stubDevice() {
  window.held = 0;
  window.felt = [];
  const request = async () => {
    window.held += 1;
    let isHeld = true;
    const release = async () => {
      if (isHeld) window.held -= 1;
      isHeld = false;
    };
    // The browser lets go as soon as the page is hidden.
    document.addEventListener('visibilitychange', () => document.hidden && release());
    return { release };
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  navigator.vibrate = (pattern) => window.felt.push(pattern.join(' ')) > 0;
}

/** Runs in the page: it is hidden, or looked at again. */
function hide(isHidden) {
  Object.defineProperty(document, 'hidden', { get: () => isHidden, configurable: true });
  Object.defineProperty(document, 'visibilityState', {
    get: () => (isHidden ? 'hidden' : 'visible'),
    configurable: true,
  });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

/** Somebody at the vote page with such a device. */
async function come(link, settings, stub = stubDevice) {
  const person = await arrive(link, settings);
  await person.context.addInitScript(stub);
  await person.reload();
  return person;
}

const holds = ({ page }, count) => page.waitForFunction((count) => window.held === count, count);
const feels = ({ page }, ...felt) =>
  page.waitForFunction((felt) => JSON.stringify(window.felt) === felt, JSON.stringify(felt));
const showsIcon = ({ page }, file) =>
  page.waitForFunction(
    (file) => document.querySelector('link[rel=icon]').href.endsWith(file),
    file,
  );

async function begin({ page }) {
  await page.locator('.main-button[aria-disabled=false]').click();
}

test('a phone stays on from opening to close, is felt, and says in its tab what is wanted', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await come(link, PHONE);
  await ana.join('Ana');
  const bela = await arrive(link);
  await bela.join('Béla');
  await showsIcon(ana, '/favicon.svg');
  await holds(ana, 0);

  await begin(host);
  await holds(ana, 1);
  await feels(ana, '150');
  await showsIcon(ana, '/favicon-open.svg');
  assert.match(await ana.page.title(), /^Vote now/);

  await ana.page.evaluate(hide, true);
  await holds(ana, 0);
  await ana.page.evaluate(hide, false);
  await holds(ana, 1);

  await ana.vote('5');
  await showsIcon(ana, '/favicon-voted.svg');
  assert.match(await ana.page.title(), /^You have voted/);
  await bela.vote('5');
  await holds(ana, 0);
  await showsIcon(ana, '/favicon.svg');
  const icons = await ana.page.evaluate(() =>
    Promise.all(
      ['open', 'voted'].map(async (name) =>
        (await fetch(`favicon-${name}.svg`)).headers.get('Content-Type'),
      ),
    ),
  );
  assert.deepEqual(icons, ['image/svg+xml', 'image/svg+xml']);
  await ana.isCalm();
});

test('time that runs out is felt', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await come(link, PHONE);
  await ana.join('Ana');
  await begin(host);
  await feels(ana, '150');
  await host.page.getByRole('button', { name: 'Last call' }).click();
  await feels(ana, '150', '80 80 80');
  await ana.isCalm();
});

test('who leaves in a round lets the screen go', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await come(link, PHONE);
  await ana.join('Ana');
  await begin(host);
  await holds(ana, 1);
  await ana.page.getByRole('button', { name: 'More' }).click();
  await ana.page.getByRole('button', { name: 'Leave', exact: true }).click();
  await ana.page.getByLabel('Your name').waitFor();
  await holds(ana, 0);
});

test('each of it is switched off, and that is remembered', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await come(link, PHONE);
  await ana.join('Ana');
  await ana.page.getByRole('button', { name: 'This device' }).click();
  for (const name of [/^Screen stays on/, /^Vibrate/]) {
    const one = ana.page.getByRole('switch', { name });
    assert.equal(await one.getAttribute('aria-checked'), 'true');
    await one.click();
  }
  await ana.reload();
  await begin(host);
  await ana.sees('Pick a card');
  await ana.page.getByRole('button', { name: 'This device' }).click();
  for (const name of [/^Screen stays on/, /^Vibrate/]) {
    assert.equal(
      await ana.page.getByRole('switch', { name }).getAttribute('aria-checked'),
      'false',
    );
  }
  await holds(ana, 0);
  await feels(ana);
  await ana.isCalm();
});

test('a desk does not vibrate, and a device that refuses to stay on is no trouble', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await come(link, DESK, () => {
    const request = () => Promise.reject(new DOMException('low battery', 'NotAllowedError'));
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    window.felt = [];
    navigator.vibrate = (pattern) => window.felt.push(pattern) > 0;
  });
  await ana.join('Ana');
  await ana.page.getByRole('button', { name: 'This device' }).click();
  await ana.page.getByRole('switch', { name: /^Screen stays on/ }).waitFor();
  assert.equal(await ana.page.getByRole('switch', { name: /^Vibrate/ }).count(), 0);
  await begin(host);
  await ana.vote('5');
  await feels(ana);
  await ana.isCalm();
});

test('a device that can do neither offers neither', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await come(link, PHONE, () => {
    delete Navigator.prototype.wakeLock;
    delete Navigator.prototype.vibrate;
  });
  await ana.join('Ana');
  await ana.page.getByRole('button', { name: 'This device' }).click();
  await ana.page.getByRole('switch', { name: /^Sounds/ }).waitFor();
  assert.equal(await ana.page.getByRole('switch').count(), 2);
  await begin(host);
  await ana.vote('5');
  await ana.isCalm();
});

test('a host who votes, too, has the same', async () => {
  const server = await serve();
  const { host } = await createSession(server.url, { settings: PHONE });
  await host.context.addInitScript(stubDevice);
  await host.reload();
  await begin(host);
  await host.page.getByText('Vote too', { exact: true }).click();
  await holds(host, 0);
  await host.page.getByLabel('Your own name').fill('Ana');
  await host.page.getByRole('button', { name: 'Take a seat' }).click();
  await holds(host, 1);
  await host.page
    .getByRole('group', { name: 'Your own card' })
    .getByRole('button', { name: '5', exact: true })
    .click();
  await host.sees('Result');
  await holds(host, 0);
  await host.isCalm();
});
