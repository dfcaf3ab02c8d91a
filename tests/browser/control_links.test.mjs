// Control goes from hand to hand by links, and can be taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

/** Opens what lies behind “Hand over to another host”, makes a link there and copies it. */
async function makeControlLink({ page, context }) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const make = page.getByRole('button', { name: 'Make a host link' });
  if (!(await make.isVisible())) await page.getByText('Hand over to another host').click();
  await make.click();
  await page.getByRole('button', { name: 'Copy host link' }).click();
  await page.getByText('Copied').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a control link gives control to another browser, until it is taken back', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  // The browser's own key is out of reach of scripts, so after a reload there is a way nevertheless: a fresh one.
  await host.reload();
  await host.page.getByText('Hand over to another host').click();
  await host.sees('No other host link is valid.');
  const controlLink = await makeControlLink(host);
  assert.match(controlLink, new RegExp(`^${link}/control#[\\w-]{43}$`));
  await host.sees('One other host link is valid.');
  assert.ok(!(await host.page.content()).includes(new URL(controlLink).hash));

  const successor = await arrive(`${controlLink}.`); // as a sentence ends
  const begin = successor.page.getByRole('button', { name: 'Begin voting' });
  await begin.waitFor();
  assert.equal(new URL(successor.page.url()).hash, '');
  await successor.press('Begin voting');
  await host.page.getByRole('button', { name: 'Show the cards' }).waitFor();
  await successor.reload();
  await successor.page.getByRole('button', { name: 'Show the cards' }).waitFor();

  await host.takeBackControl();
  await host.sees('No other host link is valid.');
  assert.equal(await host.page.getByRole('button', { name: 'Copy host link' }).count(), 0);
  await successor.sees('Your host link was taken back');
  assert.equal(await successor.page.getByRole('button', { name: 'Show the cards' }).count(), 0);
  await successor.reload();
  await successor.sees('Your host link was taken back');
  const control = `/api${new URL(link).pathname}/control`;
  const started = await successor.context.request.patch(`${server.url}${control.slice(1)}/start`);
  assert.equal(started.status(), 403);

  // Nothing of that has touched the host, nor the vote.
  await host.press('Show the cards');
  await host.page.getByRole('button', { name: 'Begin voting' }).waitFor();
  await successor.page.getByRole('link', { name: 'Go to the vote instead' }).click();
  await successor.join('Ana');
  await host.seesParticipant('Ana', 'here');

  // The way back is a link of its own, put into the very page that lost control.
  const again = await makeControlLink(host);
  assert.notEqual(again, controlLink);
  await successor.page.goto(again);
  await begin.waitFor();
  await host.isCalm();
  await successor.isCalm(`403 ${control}`, `403 ${control}`);
  await Promise.all([host.leave(), successor.leave()]);
  await server.stop();
});

test('a link that is taken back before it was opened says so', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const controlLink = await makeControlLink(host);
  await host.takeBackControl();
  await host.sees('No other host link is valid.');
  const late = await arrive(controlLink);
  await late.sees('This host link doesn’t fit');
  assert.equal(new URL(late.page.url()).hash, '');
  const control = `/api${new URL(link).pathname}/control`;
  await host.isCalm();
  await late.isCalm(`403 ${control}`, `401 ${control}`);
  await Promise.all([host.leave(), late.leave()]);
  await server.stop();
});

test('a browser that has two keys keeps control with the one that is left', async () => {
  const server = await serve();
  const { host } = await createSession(server.url);
  const controlLink = await makeControlLink(host);
  const { page } = host;
  // The host tries the link in a tab beside the first: from then on it is the browser's own.
  const tab = await host.context.newPage();
  await tab.goto(controlLink);
  await tab.getByRole('button', { name: 'Begin voting' }).waitFor();
  await host.takeBackControl();
  await host.sees('No other host link is valid.');
  await host.press('Begin voting');
  await tab.getByRole('button', { name: 'Show the cards' }).waitFor();
  await page.getByRole('button', { name: 'Show the cards' }).waitFor();
  await host.isCalm();
  await host.leave();
  await server.stop();
});

test('a page without a key says how to get one', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const stranger = await arrive(`${link}/control`);
  await stranger.sees('This page needs a host link');
  await stranger.page.getByRole('link', { name: 'Go to the vote instead' }).click();
  await stranger.page.getByLabel('Your name').waitFor();
  await stranger.isCalm(`401 /api${new URL(link).pathname}/control`);
  await Promise.all([host.leave(), stranger.leave()]);
  await server.stop();
});
