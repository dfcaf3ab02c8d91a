// The way in for others: on the empty table, and at any time over the screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive } = setScene();

async function lead(server, settings) {
  const body = JSON.stringify({ Choices: ['1', '2'], Title: 'Sprint 12' });
  const made = await fetch(`${server.url}api/`, { method: 'POST', body });
  const { Id, ControlKey } = await made.json();
  const host = await arrive(`${server.url}${Id}/control#${ControlKey}`, settings);
  await host.sees('Begin voting');
  const join = (name) => fetch(`${server.url}api/${Id}/join`, { method: 'PUT', body: name });
  return { host, join, link: server.url + Id };
}

const overlay = ({ page }) => page.getByRole('dialog', { name: 'Take a seat' });
const focused = ({ page }) => page.evaluate(() => document.activeElement?.textContent);

/** What a camera would have to make do with: how large the code is, how dark on how light, and how much is around it. */
function codeIn(locator) {
  return locator.evaluate((code) => {
    const [around, dark] = code.querySelectorAll('path');
    const { width, height, top, left, right, bottom } = code.getBoundingClientRect();
    const [x, , whole] = code.getAttribute('viewBox').split(' ').map(Number);
    return {
      fills: [around, dark].map((path) => getComputedStyle(path).fill),
      isSquare: Math.abs(width - height) < 1,
      quiet: -x,
      square: width / whole,
      isSeen: top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight,
    };
  });
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`an empty table invites, until somebody sits down, ${where}`, async () => {
    const server = await serve();
    const { host, join, link } = await lead(server, settings);
    const invitation = host.page.getByRole('region', { name: 'Take a seat' });
    await invitation.waitFor();
    assert.equal(await host.page.getByLabel('Link to vote').inputValue(), link);
    const code = await codeIn(invitation.getByRole('img'));
    assert.deepEqual(code.fills, ['rgb(255, 255, 255)', 'rgb(22, 24, 29)']);
    assert.ok(code.isSquare && code.quiet >= 4 && code.square >= 3, JSON.stringify(code));
    await join('Ana');
    await invitation.waitFor({ state: 'detached' });
    await host.isCalm();
    await host.leave();
    await server.stop();
  });

  test(`the invitation lies over the screen whenever it is asked for, ${where}`, async () => {
    const server = await serve();
    const { host, join, link } = await lead(server, { ...settings, colorScheme: 'dark' });
    await host.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await join('Ana');
    const button = host.page.getByRole('button', { name: 'Invite', exact: true });
    await button.click();
    await overlay(host).waitFor();
    const code = await codeIn(overlay(host).getByRole('img'));
    assert.deepEqual(code.fills, ['rgb(255, 255, 255)', 'rgb(22, 24, 29)']);
    assert.ok(code.isSeen && code.quiet >= 4 && code.square >= 4, JSON.stringify(code));
    await overlay(host).getByRole('button', { name: 'Copy link' }).click();
    await overlay(host).getByText('Copied').waitFor();
    assert.equal(await host.page.evaluate(() => navigator.clipboard.readText()), link);
    await host.page.keyboard.press('Escape');
    await overlay(host).waitFor({ state: 'detached' });
    assert.equal(await focused(host), 'Invite');

    // The key does the same from wherever the focus is, which comes back; a tap beside takes it away.
    await host.page.getByRole('button', { name: 'Begin voting' }).focus();
    await host.page.keyboard.press('i');
    await overlay(host).waitFor();
    await host.page.mouse.click(4, 4);
    await overlay(host).waitFor({ state: 'detached' });
    assert.match(await focused(host), /Begin voting/);
    await host.page.keyboard.press('i');
    await overlay(host).waitFor();
    await host.page.keyboard.press('i');
    await overlay(host).waitFor({ state: 'detached' });

    // A letter of a topic is no command.
    const topic = host.page.getByLabel('Topic, if you like');
    await topic.focus();
    await host.page.keyboard.type('invoice');
    assert.equal(await topic.inputValue(), 'invoice');
    assert.equal(await overlay(host).count(), 0);
    await host.isCalm();
    await host.leave();
    await server.stop();
  });
}
