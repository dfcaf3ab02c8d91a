// The host votes on a screen that everybody sees: nothing there tells which card it was, until whoever chose it wants to know.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

/** A host who has a seat in an open round. */
async function takePart(url, settings) {
  const { host, link } = await createSession(url, { settings, deck: 'T-shirt' });
  await (await arrive(link, settings)).join('Béla');
  await host.page.getByText('Vote too', { exact: true }).click();
  await host.page.getByLabel('Your own name').fill('Ana');
  await host.page.getByRole('button', { name: 'Take a seat' }).click();
  await host.page.locator('.main-button[aria-disabled=false]').click();
  const hand = host.page.getByRole('group', { name: 'Your own card' });
  await hand.waitFor();
  // A tap as the round opens may have been meant for something else.
  await host.page.waitForTimeout(400);
  return { host, link, hand, back: host.page.getByRole('button', { name: 'Hold to see it' }) };
}

/** All that the page has of the own seat, and what it says to a screen reader. */
const html = ({ page }) =>
  page.evaluate(() =>
    ['.own', '#app > .unseen'].map((part) => document.querySelector(part).outerHTML).join(),
  );
const seen = ({ page }) => page.locator('.own').getByText('You voted');
const status = ({ page }) => page.locator('.own [role=status]');

for (const [where, settings] of Object.entries(SIZES)) {
  test(`no card tells that it was tapped, ${where}`, async () => {
    const server = await serve();
    const { host, hand, back } = await takePart(server.url, settings);
    const looks = () =>
      hand.getByRole('button').evaluateAll((cards) =>
        cards.map((card) => {
          const { borderColor, backgroundColor, boxShadow, transform, outlineStyle } =
            getComputedStyle(card);
          return [borderColor, backgroundColor, boxShadow, transform, outlineStyle].join();
        }),
      );
    await hand.getByRole('button', { name: 'XL', exact: true }).hover();
    await host.page.mouse.down();
    assert.equal(new Set(await looks()).size, 1);
    await host.page.mouse.up();
    await back.waitFor();
    assert.equal(await hand.count(), 0);
    assert.ok(await back.evaluate((button) => button === document.activeElement));
    assert.doesNotMatch(await html(host), /XL/);
    await host.isCalm();
  });

  test(`the own card is seen as long as it is held, ${where}`, async () => {
    const server = await serve();
    const { host, hand, back } = await takePart(server.url, settings);
    await hand.getByRole('button', { name: 'XL', exact: true }).click();
    await back.waitFor();
    // The second tap of a double one shows nothing.
    await host.page.waitForTimeout(600);

    await back.hover();
    await host.page.mouse.down();
    await seen(host).waitFor();
    assert.equal(await status(host).innerText(), 'You voted XL');
    assert.match(await html(host), /XL/);
    await host.page.mouse.up();
    assert.equal(await seen(host).count(), 0);

    await host.page.mouse.down();
    await seen(host).waitFor();
    await host.page.mouse.move(5, 5);
    assert.equal(await seen(host).count(), 0);
    await host.page.mouse.up();

    for (const key of ['Space', 'Enter']) {
      await back.focus();
      await host.page.keyboard.down(key);
      await host.page.keyboard.down(key);
      await seen(host).waitFor();
      await host.page.keyboard.up(key);
      assert.equal(await seen(host).count(), 0);
    }

    await host.page.keyboard.down('Space');
    await seen(host).waitFor();
    await host.page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', {
        get: () => 'hidden',
        configurable: true,
      });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    assert.equal(await seen(host).count(), 0);
    assert.doesNotMatch(await html(host), /XL/);
    await host.isCalm();
  });
}

test('the key that has chosen a card does not show it, however long it is held', async () => {
  const server = await serve();
  const { host, hand, back } = await takePart(server.url, SIZES['on a desk']);
  await hand.getByRole('button', { name: 'XL', exact: true }).focus();
  for (let times = 0; times < 5; times += 1) await host.page.keyboard.down('Enter');
  await back.waitFor();
  await host.page.waitForTimeout(600);
  await host.page.keyboard.down('Enter');
  assert.equal(await seen(host).count(), 0);
  await host.page.keyboard.up('Enter');
  assert.equal(await seen(host).count(), 0);
});

test('the seat goes on on a phone, by one tap and a camera', async () => {
  const server = await serve();
  const { host, link, hand, back } = await takePart(server.url, SIZES['on a desk']);
  const way = host.page.getByRole('button', { name: 'Vote on my phone' });
  await way.click();
  await host.page.getByRole('img', { name: 'Vote on my phone' }).waitFor();
  await host.sees('Scan this with your phone');

  // What the code says is the link to the seat, which a camera would read.
  const seat = await host.page.evaluate(() => {
    const [entry] = Object.keys(localStorage).filter((name) => name.startsWith('pajthy:seat:'));
    return JSON.parse(localStorage.getItem(entry));
  });
  const phone = await arrive(
    `${link}#${encodeURIComponent(seat.name)}:${seat.key}`,
    SIZES['on a phone'],
  );
  await phone.vote('XL');
  await back.waitFor();
  assert.equal(await hand.count(), 0);
  assert.doesNotMatch(await html(host), /XL/);
  await way.click();
  assert.equal(await host.page.getByRole('img', { name: 'Vote on my phone' }).count(), 0);
  await host.isCalm();
});
