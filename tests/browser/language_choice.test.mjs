// The page comes in the reader's language in one trip, and in another one as soon as they want it: nothing that was written
// is lost by that, and no seat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

const HUNGARIAN = { locale: 'hu-HU' };

/** Chooses a language by its own name, wherever the page offers it, and waits until it is there. */
async function choose({ page }, name, tag) {
  await page.locator('.language select').selectOption({ label: name });
  await page.waitForFunction((tag) => document.documentElement.lang === tag, tag);
}

test('the server answers in the language that the browser asks for', async () => {
  const server = await serve();
  const { link } = await createSession(server.url);
  for (const url of [server.url, link]) {
    const ask = (headers) => fetch(url, { headers: { Accept: 'text/html', ...headers } });
    const answer = await ask({ 'Accept-Language': 'hu-HU,hu;q=0.9,en;q=0.5' });
    assert.equal(answer.headers.get('Content-Language'), 'hu');
    assert.match(await answer.text(), /<html lang="hu"/);
    const chosen = await ask({ 'Accept-Language': 'hu', Cookie: 'pajthy_language=ja' });
    assert.equal(chosen.headers.get('Content-Language'), 'ja');
    const other = await ask({ 'Accept-Language': 'tlh' });
    assert.equal(other.headers.get('Content-Language'), 'en');
  }
});

for (const [where, settings] of Object.entries(SIZES)) {
  test(`a Hungarian joins in Hungarian, and goes on in Japanese with the name they wrote, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url);
    const ana = await arrive(link, { ...HUNGARIAN, ...settings });
    await ana.page.getByRole('heading', { name: 'Csatlakozz a szavazáshoz' }).waitFor();
    const picker = ana.page.getByLabel('Nyelv');
    assert.equal(await picker.inputValue(), 'hu');
    assert.equal(await picker.locator('option').count(), 8);

    await ana.page.locator('[name=name]').fill('Ana');
    await choose(ana, '日本語', 'ja');
    await ana.page.waitForFunction(() => document.querySelector('[name=name]')?.value === 'Ana');
    const [cookie] = (await ana.context.cookies()).filter(({ name }) => name === 'pajthy_language');
    assert.deepEqual(
      { value: cookie.value, path: cookie.path, sameSite: cookie.sameSite, secure: cookie.secure },
      { value: 'ja', path: '/', sameSite: 'Lax', secure: false },
    );
    assert.ok(cookie.expires > Date.now() / 1000 + 364 * 24 * 3600);

    // The seat survives the next one, and so does the vote.
    await (await arrive(link)).join('Béla');
    await ana.page.locator('[name=name]').press('Enter');
    await host.page.locator('.main-button[aria-disabled=false]').click();
    await ana.page.locator('.card').first().waitFor();
    await ana.page.waitForTimeout(400);
    await ana.card('5').click();
    await ana.page.locator('.card[aria-pressed=true]').waitFor();
    await ana.page.locator('.way-device').click();
    await choose(ana, 'magyar', 'hu');
    await ana.sees('Ana');
    assert.equal(await ana.page.locator('.card[aria-pressed=true]').innerText(), '5');
    await ana.reload();
    assert.equal(await ana.page.locator('html').getAttribute('lang'), 'hu');
    await ana.isCalm();
  });

  test(`what was written on the home page stands in the other language, once, ${where}`, async () => {
    const server = await serve();
    const ana = await arrive(server.url, settings);
    const title = () => ana.page.locator('.home-title input');
    await title().fill('Sprint 12');
    await choose(ana, 'Deutsch', 'de');
    await ana.page.waitForFunction(
      () => document.querySelector('.home-title input')?.value === 'Sprint 12',
    );
    await ana.reload();
    await ana.page.locator('.language').waitFor();
    assert.equal(await title().inputValue(), '');
    assert.equal(await ana.page.locator('html').getAttribute('lang'), 'de');
    await ana.isCalm();
  });
}

test('a host goes on in another language, with what they wrote', async () => {
  const server = await serve();
  const { host } = await createSession(server.url, { title: 'Sprint 12' });
  await host.page.getByText('Upcoming topics', { exact: true }).click();
  await host.page.getByLabel('Write or paste topics').fill('Login');
  await host.page.getByText('This session', { exact: true }).click();
  await choose(host, 'polski', 'pl');
  await host.page.waitForFunction(
    () => document.querySelector('.desk textarea')?.value === 'Login',
  );
  const titles = host.page.locator('.title-form input');
  assert.equal(await titles.inputValue(), 'Sprint 12');
  await host.isCalm();
});

test('the history is headed in the language of the page, in both kinds of table', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const ana = await arrive(link);
  await ana.join('Ana');
  await host.page.locator('.main-button[aria-disabled=false]').click();
  await ana.vote('5');
  await host.sees('Result');
  await host.page.getByText('This session', { exact: true }).click();
  await choose(host, 'magyar', 'hu');
  await host.page.locator('.fold-history > summary').click();
  const file = () => host.page.locator('.take-away a').getAttribute('href');
  const text = async () =>
    (await host.context.request.get(new URL(await file(), link).href)).text();
  assert.match(await text(), /^\ufeff?"?Kör"?,"?Téma"?,"?Nekifutás"?,/);
  await host.page.locator('.take-away select').selectOption('markdown');
  assert.match(await text(), /\| Kör \| Téma \| Nekifutás \|/);
  await host.page.locator('.take-away select').selectOption('json');
  assert.doesNotMatch(await file(), /columns/);
  await host.page
    .locator('.fold', { has: host.page.locator('.title-form') })
    .locator('summary')
    .click();
  await choose(host, 'English', 'en');
  await host.page.locator('.fold-history > summary').click();
  await host.page.locator('.take-away select').selectOption('csv');
  assert.doesNotMatch(await file(), /columns/);
});
