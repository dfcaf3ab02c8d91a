// What is to be voted on next: pasted as a table, dropped as a file, too long, and as much as a session holds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

const TABLE = [
  'Card ID,Card Name,Card URL,Labels',
  '5f1a2b3c4d5e6f7a8b9c0d1e,Login,https://tracker.example/c/1,ui',
  '5f1a2b3c4d5e6f7a8b9c0d1f,"Logout, at once",https://tracker.example/c/2,api',
].join('\n');

async function openTopics(host) {
  await host.page.locator('summary', { hasText: 'Upcoming topics' }).click();
  return host.page.getByLabel('Write or paste topics');
}

/** Pastes as a browser does it, with what the clipboard has. */
async function paste({ page, context }, text) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByLabel('Write or paste topics').focus();
  await page.evaluate((what) => navigator.clipboard.writeText(what), text);
  await page.keyboard.press('Control+V');
}

/** Drops a file of these bytes on the field. */
async function drop({ page }, name, bytes) {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], fileName));
      return data;
    },
    [name, [...bytes]],
  );
  const field = page.getByLabel('Write or paste topics');
  await field.dispatchEvent('dragover', { dataTransfer: transfer });
  await field.dispatchEvent('drop', { dataTransfer: transfer });
}

const found = (host) => host.page.locator('.found-rows > li').allInnerTexts();
const listed = (host) => host.page.locator('.topics-text').allInnerTexts();

for (const [where, settings] of Object.entries(SIZES)) {
  test(`a pasted table shows what it gives, and is added when that is confirmed, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link);
    await ana.join('Ana');
    await openTopics(host);
    await paste(host, TABLE);
    await host.sees('2 topics from the column Card Name');
    assert.deepEqual(await found(host), ['Login', 'Logout, at once']);
    assert.equal(await host.page.locator('.topics-one').count(), 0);

    await host.page.getByLabel('Topics are in').selectOption({ label: 'Labels: ui' });
    await host.sees('2 topics from the column Labels');
    assert.deepEqual(await found(host), ['ui', 'api']);
    await host.page.getByLabel('Topics are in').selectOption({ label: 'Card Name: Login' });
    await host.page.getByLabel(/The first row is a heading/).uncheck();
    await host.sees('3 topics from column 2');
    await host.page.getByLabel(/The first row is a heading/).check();
    await host.press('Add to the list');
    await host.page.locator('.topics-one').nth(1).waitFor();
    assert.deepEqual(await listed(host), ['Login', 'Logout, at once']);
    const links = host.page.locator('.topics-text a');
    assert.equal(await links.first().getAttribute('href'), 'https://tracker.example/c/1');
    assert.equal(await host.page.getByLabel('Write or paste topics').inputValue(), '');

    // The address stays with the topic, wherever that is shown.
    await host.press('Begin voting');
    const topic = ana.page.getByRole('heading', { name: 'Login' }).getByRole('link');
    assert.equal(await topic.getAttribute('href'), 'https://tracker.example/c/1');
    assert.equal(await topic.getAttribute('rel'), 'noopener noreferrer');
    await ana.vote('5');
    await host.page.locator('summary', { hasText: 'History' }).click();
    await host.page.locator('.past').getByRole('link', { name: 'Login' }).waitFor();
    await host.isCalm();
    await ana.isCalm();
  });
}

test('a dropped file is read, whatever Unicode it is in', async () => {
  const server = await serve();
  const { host } = await createSession(server.url);
  const field = await openTopics(host);
  const text = 'Schlüssel\tZusammenfassung\r\nPAJ-1\tPrüfung\r\nPAJ-2\tログイン';
  const little = Buffer.from(text, 'utf16le');
  const files = {
    'little.tsv': Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
    'unmarked.tsv': little,
    'big.tsv': Buffer.from(little).swap16(),
    'plain.tsv': Buffer.from(text),
  };
  for (const [name, bytes] of Object.entries(files)) {
    await drop(host, name, bytes);
    await host.sees('2 topics from the column Zusammenfassung');
    assert.deepEqual(await found(host), ['PAJ-1 Prüfung', 'PAJ-2 ログイン']);
    await field.fill('');
    await host.page.locator('.found-rows').waitFor({ state: 'detached' });
  }
  await drop(host, 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0xff]));
  await host.sees('picture.png is no text that can be read.');
  await field.fill('Login');
  await drop(host, 'plain.tsv', files['plain.tsv']);
  await host.sees('Add what stands in the field first, or clear it.');
  assert.equal(await field.inputValue(), 'Login');

  await field.fill('');
  const file = { name: 'chosen.md', mimeType: 'text/markdown', buffer: Buffer.from('- [ ] Login\n- [x] Logout') };
  await host.page.locator('input[type=file]').setInputFiles(file);
  await host.press('Add to the list');
  await host.page.locator('.topics-one').nth(1).waitFor();
  assert.deepEqual(await listed(host), ['Login', 'Logout']);
  await host.isCalm();
});

test('what can’t be added stays in the field, with the reason beside it', async () => {
  const server = await serve();
  const { host } = await createSession(server.url);
  const field = await openTopics(host);
  const long = 'x'.repeat(201);
  await field.fill(`Login\u200b\n${long}\nLogout`);
  await host.sees('longer than 200 characters, stays in the field');
  await host.press('Add to the list');
  await host.page.locator('.topics-one').nth(1).waitFor();
  assert.deepEqual(await listed(host), ['Login', 'Logout']);
  assert.equal(await field.inputValue(), long);
  await field.fill(long.slice(1));
  await host.press('Add to the list');
  await host.page.locator('.topics-one').nth(2).waitFor();
  await host.isCalm();
});

test('a whole backlog fits, comes back with a reload, and the page stays quick', async () => {
  const server = await serve();
  const { host } = await createSession(server.url);
  const field = await openTopics(host);
  // Of four bytes each, and none longer: 400 kB.
  const backlog = Array.from({ length: 500 }, (_, row) => `${'👍'.repeat(190)} ${row + 1}`);
  await paste(host, `Key\tSummary\n${backlog.map((topic) => `3\t${topic}`).join('\n')}`);
  await host.sees('500 topics from the column Summary');
  await host.press('Add to the list');
  await host.page.locator('.topics-one').nth(499).waitFor();
  await field.fill('one more');
  await host.sees('There is room for 0 more');
  await host.press('Add to the list');
  await host.sees('The list holds 500 topics.');
  assert.equal(await field.inputValue(), 'one more');

  await host.reload();
  await host.page.locator('.topics-one').nth(499).waitFor({ state: 'attached' });
  await host.page.locator('summary', { hasText: 'Upcoming topics' }).click();
  await host.page.getByRole('button', { name: /^Move down: 👍+ 1$/u }).click();
  await host.page.locator('.topics-text').nth(1).filter({ hasText: / 1$/ }).waitFor();
  await host.press('Begin voting');
  await host.page.locator('.topics-one').nth(499).waitFor({ state: 'detached' });
  await host.isCalm();
});

test('a preview of a long table is there at once', async (t) => {
  const server = await serve();
  const { host } = await createSession(server.url);
  await openTopics(host);
  const rows = Array.from({ length: 500 }, (_, row) => `PAJ-${row},"${'word '.repeat(30)}${row}",Open,3`);
  const text = `Key,Summary,Status,Points\n${rows.join('\n')}`;
  await paste(host, 'Login'); // what reads topics has been fetched
  await host.page.getByLabel('Write or paste topics').fill('');
  const took = await host.page.getByLabel('Write or paste topics').evaluate(async (field, what) => {
    const before = performance.now();
    field.value = what;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    while (document.querySelectorAll('.found-rows > li').length < 500) {
      await new Promise((done) => requestAnimationFrame(done));
    }
    return performance.now() - before;
  }, text);
  t.diagnostic(`${Math.round(took)} ms`);
  assert.ok(took < 2_000, `${took} ms`); // on a calm machine a tenth
  await host.isCalm();
});
