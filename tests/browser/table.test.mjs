// Everybody sees the table: who has voted, who is missed, and, when the cards turn, what everybody said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

/** The seats as a person sees them, by name: the words for who can't see the card. */
function seatsOf({ page }) {
  return page.locator('.seat:has(.seat-name)').evaluateAll((all) =>
    Object.fromEntries(
      all.map((seat) => [
        seat.querySelector('.seat-name').title,
        seat.querySelector('.unseen').textContent.trim(),
      ]),
    ),
  );
}

async function seesSeat({ page }, name, standing) {
  const seat = page.locator('.seat').filter({ has: page.getByTitle(name, { exact: true }) });
  await seat.filter({ hasText: standing }).waitFor();
}

/** Where the seats lie, and where what is said between them begins. */
function layout({ page }) {
  return page.locator('.seat, .topic').evaluateAll((all) =>
    all.map((one) => {
      const { x, y } = one.getBoundingClientRect();
      return `${one.querySelector('.seat-name')?.title ?? 'what is said'} ${x} ${y}`;
    }),
  );
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`voters and watchers see each other vote, and then the votes, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const [ana, bela, zoe] = [
      await arrive(link, settings),
      await arrive(link, settings),
      await arrive(link, settings),
    ];
    await ana.join('Ana');
    // Who is about to join sees who is there.
    await bela.reload();
    await bela.sees('Already here: Ana');
    await bela.join('Béla');
    await zoe.press('Just watch');
    for (const person of [ana, bela, zoe]) {
      await seesSeat(person, 'Ana', 'here');
      await seesSeat(person, 'Béla', 'here');
    }
    await ana.sees('You');

    await host.press('Begin voting');
    await bela.vote('13');
    for (const person of [ana, zoe, host]) {
      await seesSeat(person, 'Béla', 'voted');
      await seesSeat(person, 'Ana', 'waiting');
      // Nothing but the backs of the cards, for anybody.
      assert.equal(await person.page.locator('.seat-card .face').count(), 0);
      assert.ok(!(await person.page.locator('.table').innerHTML()).includes('13'));
    }
    // The own card lies there at once, and the count is of one piece with it.
    await ana.card('1').click();
    await ana.sees('You voted 1');
    for (const person of [ana, bela, zoe, host]) {
      await person.sees('Closed. 2 of 2 voted, median 7, from 1 to 13');
      await seesSeat(person, 'Ana', 'voted 1');
      await seesSeat(person, 'Béla', 'voted 13');
    }

    // A new round turns everything over again, and a newcomer has no share in the old one.
    await host.press('New vote');
    for (const person of [ana, bela, zoe, host]) {
      await person.page.locator('[data-shows=shown]').first().waitFor({ state: 'detached' });
      assert.deepEqual(await seatsOf(person), { Ana: 'waiting', Béla: 'waiting' });
    }
    for (const person of [host, ana, bela, zoe]) await person.isCalm();
  });

  test(`the cards turn within 900 ms, nothing is moved by it, and nothing moves for who asks so, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link, settings);
    const bela = await arrive(link, { ...settings, reducedMotion: 'reduce' });
    await ana.join('Ana');
    await bela.join('Béla');
    const cleo = await arrive(link);
    await cleo.join('Cleo');
    await host.page.getByLabel('Topic, if you like').fill('login');
    await host.press('Begin voting');
    await ana.vote('3');
    await bela.vote('8');
    for (const person of [ana, host]) {
      await seesSeat(person, 'Ana', 'voted');
      await seesSeat(person, 'Béla', 'voted');
    }
    const before = await Promise.all([layout(ana), layout(host)]);
    await host.press('Show the cards');
    for (const person of [ana, host]) {
      await person.page.locator('[data-shows=shown]').first().waitFor();
      const ends = await person.page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ effect }) => effect.target.closest('.table, .result'))
          .map(({ effect }) => effect.getComputedTiming().endTime),
      );
      assert.ok(ends.length > 0 && Math.max(...ends) <= 900, `${ends}`);
    }
    assert.deepEqual(await Promise.all([layout(ana), layout(host)]), before);
    await bela.page.locator('[data-shows=shown]').first().waitFor();
    assert.equal(await bela.page.evaluate(() => document.getAnimations().length), 0);
    for (const person of [host, ana, bela]) await person.isCalm();
  });

  test(`a title can be given later, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url, { settings });
    const ana = await arrive(link, settings);
    await ana.join('Ana');
    await host.page.locator('summary', { hasText: 'This session' }).click();
    await host.page.getByLabel('Title', { exact: true }).fill('Sprint 13');
    await host.press('Change title');
    for (const person of [host, ana]) await person.sees('Sprint 13');
    await host.isCalm();
    await ana.isCalm();
  });
}

test('who speaks first is said where the votes lie far apart, and everybody says the same', async () => {
  const server = await serve();
  const { host, link } = await createSession(server.url);
  const votes = { Ana: '1', Béla: '5', Dani: '13' };
  const people = [];
  for (const name of Object.keys(votes)) {
    const person = await arrive(link);
    await person.join(name);
    people.push(person);
  }
  await host.press('Begin voting');
  for (const [index, face] of Object.values(votes).entries()) {
    await people[index].card(face).click();
  }
  for (const person of [host, ...people]) {
    await person.sees('First to speak: Ana (1) and Dani (13)');
    await person.isCalm();
  }
});
