// What people see over bad lines, after sleep, and on two devices of one seat.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { spoilableLine } from './line.mjs';
import { setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();
const lines = [];

after(() => {
  for (const line of lines) line.close();
});

/** A host whose line is good, and Ana, whose line the test spoils; her clock is the test's. */
async function play() {
  const server = await serve();
  const line = await spoilableLine(server.port);
  lines.push(line);
  const { host, link } = await createSession(server.url);
  const ana = await arrive(line.url);
  ana.handshakes = 0;
  ana.page.on('websocket', () => {
    ana.handshakes += 1;
  });
  await ana.page.clock.install();
  await ana.page.goto(line.url + new URL(link).pathname);
  await ana.join('Ana');
  await ana.sees('Live');
  return { line, host, ana, link };
}

/** Ana's page hears of its wake in every way that there is. */
function wake({ page }) {
  return page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    document.dispatchEvent(new Event('resume'));
    window.dispatchEvent(new Event('pageshow'));
    window.dispatchEvent(new Event('online'));
  });
}

describe('a line', () => {
  test('that died without a word is noticed, and another takes its place', async () => {
    const { line, host, ana } = await play();
    line.goSilent();
    await host.press('Begin voting');
    await ana.page.clock.runFor(30_000);
    await ana.sees('Live');
    await ana.page.clock.runFor(6_000);
    await ana.page.clock.runFor(1_000);
    await ana.sees('Pick a card');
    await ana.sees('Live');
    assert.equal(ana.handshakes, 2);
  });

  test('that is dead for good is not said to be live', async () => {
    const { line, ana } = await play();
    line.goSilent({ forAll: true });
    await ana.page.clock.runFor(36_000);
    await ana.sees('Reconnecting…');
  });

  test('that is slow lies about nothing', async () => {
    const { line, host, ana } = await play();
    line.delay(300);
    await host.press('Begin voting');
    await ana.sees('Pick a card');
    await ana.page.clock.runFor(1_000);
    await ana.card('5').click();
    await ana.sees('Sending');
    await ana.sees('You voted 5');
    assert.equal(ana.handshakes, 1);
  });
});

describe('a vote on its way', () => {
  test('that is lost says so until the next round', async () => {
    const { line, host, ana } = await play();
    await host.press('Begin voting');
    await ana.sees('Pick a card');
    const mate = await arrive(`${host.page.url().replace(/\/control.*/, '')}`);
    await mate.join('Béla');
    await ana.page.route('**/api/*?as=*', (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      return route.abort('connectionfailed');
    });
    await ana.card('5').click();
    await ana.sees('may not have arrived');
    line.cut();
    await ana.page.clock.runFor(1_000);
    await ana.sees('Live');
    await ana.sees('may not have arrived');
    await mate.vote('8');
    await host.press('Show the cards');
    await ana.page.getByText('may not have arrived').waitFor({ state: 'detached' });
  });
});

describe('a page that wakes up', () => {
  test('makes one handshake, however often it hears of it', async () => {
    const { line, host, ana } = await play();
    line.goSilent();
    await host.press('Begin voting');
    await ana.page.clock.pauseAt(new Date(Date.now() + 3_600_000));
    await wake(ana);
    await wake(ana);
    await ana.sees('Pick a card');
    assert.equal(ana.handshakes, 2);
  });

  test('after a short sleep asks, and keeps the line that is good', async () => {
    const { ana } = await play();
    await ana.page.clock.runFor(10_000);
    const asked = ana.page.waitForRequest((request) => request.method() === 'GET');
    await wake(ana);
    await asked;
    await ana.sees('Live');
    assert.equal(ana.handshakes, 1);
  });

  test('without network believes the browser', async () => {
    const { ana } = await play();
    await ana.context.setOffline(true);
    await ana.sees('Reconnecting…');
    await ana.context.setOffline(false);
    await ana.sees('Live');
  });
});

test('two devices in one seat agree, whatever either does', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const phone = await arrive(link);
  await phone.join('Ana');
  const kept = await phone.page.evaluate(() =>
    JSON.parse(
      Object.entries(localStorage).find(([entry]) => entry.startsWith('pajthy:seat:'))?.[1] ?? '{}',
    ),
  );
  const laptop = await arrive(`${link}#${kept.name}:${kept.key}`);
  await laptop.sees('You are Ana');
  await host.press('Begin voting');
  const mate = await arrive(link);
  await mate.join('Béla');
  await phone.vote('5');
  await laptop.sees('You voted 5');
  await phone.page.getByRole('button', { name: 'Change name' }).click();
  await phone.page.getByLabel('Another name').fill('Anna');
  await phone.page.getByLabel('Another name').press('Enter');
  await laptop.sees('You are Anna');
  await laptop.sees('You voted 5');
  await laptop.card('8').click();
  await phone.sees('You voted 8');
  await laptop.reload();
  await laptop.sees('You are Anna');
  await laptop.sees('You voted 8');
  await Promise.all([phone.isCalm(), laptop.isCalm(), host.isCalm()]);
});
