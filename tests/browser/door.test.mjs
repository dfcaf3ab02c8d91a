// The door: a controller locks it to whoever has no seat yet, and opens it again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

const WAIT = 'The door is locked: nobody new can join until the host opens it.';

function door({ page }, checked) {
  return page.getByRole('switch', { name: 'Lock the door', checked });
}

function openSession({ page }) {
  return page.locator('summary', { hasText: 'This session' }).click();
}

async function lock(host) {
  await openSession(host);
  await door(host, false).click();
  await door(host, true).waitFor();
}

/** A tap that comes as fast as the second half of a double tap is none. */
async function unlock(host) {
  const locked = door(host, true);
  while (await locked.isVisible()) await locked.click({ timeout: 1000 }).catch(() => undefined);
}

function nameField({ page }) {
  return page.getByLabel('Your name');
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`nobody new gets in while the door is locked, and everybody once it is open, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link, settings);
    await ana.join('Ana');
    const early = await arrive(link, settings);
    await nameField(early).fill('Early');

    await lock(host);
    await host.sees('Nobody new can join. Whoever has a seat keeps it.');
    await host.press('Invite');
    await host.sees('The door is locked: with this link nobody new can join.');
    await host.page.keyboard.press('Escape');
    await host.reload();
    await openSession(host);
    await door(host, true).waitFor();

    // Who has a seat notices nothing.
    await ana.reload();
    await ana.sees('You are Ana');
    assert.equal(await ana.page.getByText('door').count(), 0);

    // Who comes now reads it first; who was here already learns of it by the refusal. Both keep what they typed.
    const bela = await arrive(link, settings);
    await bela.sees(WAIT);
    for (const [person, name] of [
      [bela, 'Béla'],
      [early, 'Early'],
    ]) {
      await nameField(person).fill(name);
      await nameField(person).press('Enter');
      await person.sees('You can join as soon as the host opens it.');
      assert.equal(await nameField(person).inputValue(), name);
    }
    await host.press('Begin voting');
    await ana.vote('5');
    await host.seesNumber('Average', '5.00');

    await door(host, true).focus();
    await host.page.keyboard.press('Space');
    await door(host, false).waitFor();
    for (const person of [bela, early]) {
      await person.sees('The door is open. You can join now.');
      await person.page.getByRole('button', { name: 'Join', exact: true }).click();
    }
    await bela.sees('You are Béla');
    await early.sees('You are Early');
    await host.seesParticipant('Béla', 'no vote');

    const refused = `409 /api/${new URL(link).pathname.slice(1)}/join`;
    await Promise.all([host, ana].map((person) => person.isCalm()));
    await Promise.all([bela, early].map((person) => person.isCalm(refused)));
  });

  test(`somebody who was removed stays out while the door is locked, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const zoe = await arrive(link, settings);
    await zoe.join('Zoé');
    await lock(host);
    await host.kick('Zoé');
    await zoe.sees(`You were removed from this session. ${WAIT}`);
    await zoe.page.getByRole('button', { name: 'Join', exact: true }).click();
    await zoe.sees('You can join as soon as the host opens it.');
    await host.sees('The door is locked: with this link nobody new can join.');
    await unlock(host);
    await zoe.sees('You were removed from this session. You can join again.');
    await zoe.page.getByRole('button', { name: 'Join', exact: true }).click();
    await host.seesParticipant('Zoé', 'here');
  });
}

test('a controller who votes too is told to open the door first', async () => {
  const server = await serve();
  const { host } = await createSession(server.url);
  await lock(host);
  await host.page.getByText('Vote too').click();
  await host.sees('The door is locked. Open it to take a seat.');
  await unlock(host);
  await host.sees('The door is open. You can take a seat.');
  await host.page.getByLabel('Your own name').fill('Host');
  await host.press('Take a seat');
  await host.seesParticipant('Host', 'here');
  await host.isCalm();
});
