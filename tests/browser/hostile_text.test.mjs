// Text comes from people: whatever they write is shown as text, in its place, and nothing else happens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

const SMALL = { viewport: { width: 360, height: 640 } };
const LONG = 'W'.repeat(64);

const NAMES = [
  '<img src=x onerror=alert(1)>',
  '<b>bold</b>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '{{7*7}}',
  '&amp;',
  '__proto__',
  'constructor',
  'toString',
  '*',
  LONG,
  '𝔸'.repeat(64),
  'مرحبا (1)',
  'שלום 2 עולם',
  '👩‍👩‍👧‍👦',
  'Z\u0351\u036b\u0346\u036aalgo',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
];

const NOT_USABLE = 'This name can’t be used.';
const REFUSED = {
  'a turn of direction': ['Ana\u202eanA', NOT_USABLE],
  'five marks on one letter': ['Z\u0351\u036b\u0343\u036a\u0301', NOT_USABLE],
  'nothing visible': ['\u3164', NOT_USABLE],
  'too much': [`${LONG}W`, NOT_USABLE],
  'white space': [' \u00a0\u2003', 'Enter a name first.'],
  nothing: ['', 'Enter a name first.'],
};

/** The path of the API for the session behind `link`. */
function apiOf(link) {
  const { origin, pathname } = new URL(link);
  return `${origin}/api${pathname}`;
}

/** Somebody who joins without a page. */
async function seat(link, name) {
  const joined = await fetch(`${apiOf(link)}/join`, { method: 'PUT', body: name });
  assert.equal(joined.status, 201);
  const { Name, SeatKey } = await joined.json();
  assert.equal(Name, name);
  return {
    async vote(choice) {
      const voted = await fetch(apiOf(link), {
        method: 'PUT',
        body: JSON.stringify({ Participant: name, Choice: choice }),
        headers: { Authorization: `Bearer ${SeatKey}` },
      });
      assert.equal(voted.status, 202);
    },
  };
}

/** Fails if the page is wider than its window, or has an element that only a name can have brought. */
async function keepsItsShape({ page }) {
  const { tooWide, injected } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const foreign = '#app :is(img, b, script, iframe, object, style, [onerror], [href^="javascript"])';
    return {
      tooWide: scrollWidth - clientWidth,
      injected: document.querySelectorAll(foreign).length,
    };
  });
  assert.deepEqual({ tooWide, injected }, { tooWide: 0, injected: 0 });
}

const texts = ({ page }, selector) => page.locator(selector).allTextContents();

test('every page shows a name exactly as it was typed', async () => {
  const server = await serve();
  const title = '<i>Sprint</i> "12" ⟨שלום⟩';
  const { host, link } = await createSession(server.url, { title, settings: SMALL });
  const voter = await arrive(link, SMALL);
  assert.deepEqual(await texts(voter, 'h1'), [title]);
  for (const [index, name] of NAMES.entries()) {
    await voter.join(name);
    assert.deepEqual(await texts(voter, '.way-name bdi'), [name]);
    await keepsItsShape(voter);
    await host.page.locator('.seat-name').nth(index).waitFor();
    await voter.press('More');
    await voter.press('Join as somebody else');
  }
  assert.deepEqual(await texts(host, '.seat-name'), NAMES);
  assert.deepEqual(await texts(host, '.header-title'), [title]);
  await keepsItsShape(host);

  const said = host.page.locator('[role="status"] .undo-what');
  for (const name of NAMES) {
    await host.kick(name);
    await said.filter({ hasText: 'was removed' }).filter({ hasText: name }).waitFor();
    assert.equal(await said.textContent(), `${name} was removed.`);
  }
  await host.sees('Take a seat');
  await Promise.all([host.isCalm(), voter.isCalm()]);
  await Promise.all([host.leave(), voter.leave()]);
  await server.stop();
});

test('who is waited for and who voted what has its exact name', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url, { settings: SMALL });
  const ana = await arrive(link, SMALL);
  await ana.join('Ana');
  const voters = [];
  for (const name of NAMES) voters.push(await seat(link, name));
  await host.press('Begin voting');
  await ana.vote('1');
  for (const [index, voter] of voters.entries()) {
    const awaited = NAMES.slice(index, index + 3);
    await ana.sees(`${index + 1} of ${NAMES.length + 1} have voted`);
    assert.deepEqual(await texts(ana, '.progress bdi'), awaited);
    await keepsItsShape(ana);
    await voter.vote(['2', '3', '5'][index % 3]);
  }
  for (const person of [host, ana]) {
    await person.seesNumber('Votes', String(NAMES.length + 1));
    const [one, two, three, five] = await person.page
      .locator('.bar-names')
      .evaluateAll((bars) =>
        bars.map((bar) => [...bar.querySelectorAll('bdi')].map((name) => name.textContent)),
      );
    const every = (third) => NAMES.filter((_, index) => index % 3 === third).sort();
    assert.deepEqual(one, ['Ana']);
    assert.deepEqual([two, three, five].map((names) => names.sort()), [every(0), every(1), every(2)]);
    await keepsItsShape(person);
  }
  assert.deepEqual(await texts(host, '.seat-name'), ['Ana', ...NAMES]);
  await Promise.all([host.isCalm(), ana.isCalm()]);
  await Promise.all([host.leave(), ana.leave()]);
  await server.stop();
});

test('names that deceive or show nothing are refused, and the form says so', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const voter = await arrive(link, SMALL);
  const form = voter.page.locator('form');
  const refusals = [];
  for (const [what, [name, words]] of Object.entries(REFUSED)) {
    await voter.page.getByLabel('Your name').fill(name);
    await voter.page.getByRole('button', { name: 'Join' }).click();
    await form.getByRole('alert').filter({ hasText: words }).waitFor();
    if (words === NOT_USABLE) refusals.push(`400 ${new URL(apiOf(link)).pathname}/join`);
    assert.equal(await form.count(), 1, what);
    await keepsItsShape(voter);
    await voter.reload(); // else its words would still stand there for the next
  }
  await form.waitFor();
  await voter.isCalm(...refusals);
  await host.sees('Take a seat');

  // What is nothing but unseen in a name is left out of it.
  await voter.join('A\u200bn\u{e0041}a\ufeff');
  await host.page.locator('.seat-name').waitFor();
  assert.deepEqual(await texts(host, '.seat-name'), ['Ana']);

  // The home page says the same of titles.
  const home = await arrive(server.url);
  await home.page.getByLabel('Title, if you like').fill('Sprint\u202e21');
  await home.page.getByRole('button', { name: 'Hand' }).click();
  await home.sees('This title can’t be used.');
  await home.isCalm('422 /api/');
  await Promise.all([host, voter, home].map((person) => person.leave()));
  await server.stop();
});

test('names that run right to left leave everything around them in its order', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url, { deck: 'Health check' });
  const ana = await arrive(link, { viewport: { width: 1280, height: 800 } });
  await ana.join('Ana');
  const names = ['אבג 1', '2 דהו', '(זחט)', 'كلمن', 'Ana ב'];
  const voters = [];
  for (const name of names) voters.push(await seat(link, name));
  await host.press('Begin voting');
  await ana.vote('🟢');
  await ana.sees('1 of 6 have voted');
  await standInOrder(ana.page.locator('.progress bdi'), names.slice(0, 3));
  for (const voter of voters) await voter.vote('🟡');
  await ana.seesNumber('Votes', '6');
  for (const person of [host, ana]) {
    await standInOrder(person.page.locator('.bar-names').nth(1).locator('bdi'));
  }
await Promise.all([host.isCalm(), ana.isCalm()]);
  await Promise.all([host.leave(), ana.leave()]);
  await server.stop();
});

/** Fails unless these stand on one line from left to right, as they follow each other in the sentence. */
async function standInOrder(locator, expected) {
  const found = await locator.evaluateAll((all) =>
    all.map((name) => {
      const { left, top } = name.getBoundingClientRect();
      return { text: name.textContent, left, top };
    }),
  );
  const sorted = found.toSorted((a, b) => a.left - b.left);
  assert.deepEqual(found, sorted);
  assert.equal(new Set(found.map(({ top }) => Math.round(top))).size, 1);
  if (expected !== undefined) assert.deepEqual(found.map(({ text }) => text), expected);
}

test('whatever stands on a card stays on the card', async () => {
  const server = await serve();
  const choices = [...NAMES.filter((name) => name !== '*'), '½', '*'];
  const made = await fetch(`${server.url}api/`, {
    method: 'POST',
    body: JSON.stringify({ Choices: choices, Title: LONG }),
  });
  const { Id, ControlKey } = await made.json();
  const link = server.url + Id;
  const host = await arrive(`${link}/control#${ControlKey}`, SMALL);
  await host.page.getByRole('button', { name: 'Begin voting' }).waitFor();
  const ana = await arrive(link, SMALL);
  await ana.join('Ana');
  await seat(link, 'Béla');
  await host.press('Begin voting');
  await ana.sees('Pick a card');
  assert.deepEqual(await texts(ana, '.card'), choices);
  for (const [index, choice] of choices.entries()) {
    await ana.page.locator('.card').nth(index).click();
    await ana.page.locator('h1', { hasText: choice }).filter({ hasText: 'You voted' }).waitFor();
    assert.deepEqual(await texts(ana, 'h1'), [`You voted ${choice}`]);
    assert.deepEqual(await texts(ana, 'p[role="status"]'), [`You voted ${choice}`]);
    await keepsItsShape(ana);
  }
  const chosen = choices[0];
  await ana.page.locator('.card').first().click();
  await ana.sees(`You voted ${chosen}`);
  await host.press('Show the cards');
  for (const person of [host, ana]) {
    await person.seesNumber('Votes', '1');
    assert.deepEqual(await texts(person, '.bar .mini'), [chosen]);
    await keepsItsShape(person);
  }
  assert.deepEqual(await texts(host, '.seat-button > .unseen'), [' no vote', ` voted ${chosen}`]);
  await Promise.all([host.isCalm(), ana.isCalm()]);
  await Promise.all([host.leave(), ana.leave()]);
  await server.stop();
});
