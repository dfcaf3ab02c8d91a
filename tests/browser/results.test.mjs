// What everybody sees of a round that has closed, and what a session keeps to whoever leads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive } = setScene();

const DECK = encodeURIComponent('1,2,3,5,8,?');

/** A session with these settings, of Ana, Béla and somebody who watches. */
async function meet(query, settings) {
  const server = await serve();
  const host = await arrive(`${server.url}new?deck=${DECK}${query}`, settings);
  await host.page.getByRole('button', { name: 'Begin voting' }).waitFor();
  const link = await host.page.getByLabel('Link to vote').inputValue();
  const [ana, bela, zoe] = await Promise.all([1, 2, 3].map(() => arrive(link, settings)));
  await ana.join('Ana');
  await bela.join('Béla');
  await zoe.press('Just watch');
  return { host, ana, bela, zoe, all: [host, ana, bela, zoe] };
}

async function play({ ana, bela }, first, second) {
  await ana.vote(first);
  await bela.vote(second);
}

/** Waits until the bar of this card has these names on it. */
async function bar(person, face, names) {
  const line = person.page.locator('.bar', { hasText: `${face}: ` });
  await line.filter({ hasText: names }).waitFor();
}

/** Of all cards at the table, `person` sees the reader's own turned, with this on it; none where it is left out. */
async function seesTurned(person, face) {
  const turned = await person.page
    .locator('.seat', { has: person.page.locator('[data-shows=shown]') })
    .allInnerTexts();
  assert.deepEqual(
    turned.map((text) => text.split(/\s+/)),
    face === undefined ? [] : [[face, 'You', 'voted', face]],
  );
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`everybody sees who chose what, and who has moved, ${where}`, async () => {
    const table = await meet('', settings);
    const { host, all } = table;
    await host.press('Begin voting');
    await play(table, '3', '8');
    for (const person of all) {
      await bar(person, '3', 'Ana');
      await bar(person, '8', 'Béla');
      await person.seesNumber('Average', '5.50');
      await person.seesNumber('Votes', '2');
      await person.seesNumber('Abstentions', '0');
    }
    await host.press('Vote again');
    await play(table, '5', '?');
    for (const person of all) {
      await person.sees('Since the attempt before');
      await person.sees(/Ana\s+3/);
      await person.seesNumber('Abstentions', '1');
    }
    await host.press('Vote again');
    await play(table, '5', '5');
    for (const person of all) {
      await person.sees('Everybody agrees on 5');
      await person.isCalm();
    }
  });

  test(`a session keeps names to whoever leads it, ${where}`, async () => {
    const table = await meet('&results=counts', settings);
    const { host, ana, zoe } = table;
    await host.press('Begin voting');
    await play(table, '3', '8');
    await bar(host, '3', 'Ana');
    for (const person of [ana, zoe]) {
      await person.seesNumber('Average', '5.50');
      // Who sits there is no secret, but no card of theirs is turned.
      assert.equal(await person.page.locator('.bar', { hasText: 'Béla' }).count(), 0);
    }
    await seesTurned(ana, '3');
    await seesTurned(zoe);
    // Whoever leaves now takes no vote out of the counts.
    await host.kick('Béla');
    await host.page.getByText('Béla was removed.').waitFor();
    await zoe.reload();
    await zoe.seesNumber('Average', '5.50');
    await ana.isCalm();
  });

  test(`a session keeps whole results to whoever leads it, ${where}`, async () => {
    const table = await meet('&results=controllers', settings);
    const { host, ana, zoe } = table;
    await host.press('Begin voting');
    await play(table, '3', '8');
    await host.seesNumber('Average', '5.50');
    for (const person of [ana, zoe]) {
      await person.sees('Only the host sees the result');
      assert.equal(await person.page.locator('.bar').count(), 0);
      await person.isCalm();
    }
    await seesTurned(ana, '3');
    await seesTurned(zoe);
  });
}
