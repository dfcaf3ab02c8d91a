// People move: they watch, vote, change their name and their device, and take over when nobody leads.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

async function rename(person) {
  await person.page.getByRole('button', { name: 'Change name' }).first().click();
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`somebody watches, votes, and watches again, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url);
    const ana = await arrive(link);
    await ana.join('Ana');
    const zoe = await arrive(link, settings);
    await zoe.press('Just watch');
    await zoe.sees('You are watching');
    await zoe.reload();
    await zoe.sees('You are watching');
    await host.press('Begin voting');
    await zoe.sees('0 of 1 have voted');
    await ana.vote('5');
    await zoe.seesNumber('Average', '5.00');
    await host.press('Clear');
    await zoe.press('Join the vote');
    await zoe.join('Zoé');
    await host.seesParticipant('Zoé', 'here');
    await zoe.press('Watch');
    await zoe.sees('You are watching');
    await host.page.getByText('Zoé').waitFor({ state: 'detached' });
    await zoe.isCalm();
    await host.isCalm();
  });

  test(`somebody takes another name and keeps the vote, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url);
    const ana = await arrive(link, settings);
    await ana.join('Ana');
    const bela = await arrive(link);
    await bela.join('Béla');
    await host.press('Begin voting');
    await ana.vote('5');
    await rename(ana);
    await ana.page.getByLabel('Another name').fill('Anna');
    await ana.page.getByLabel('Another name').press('Enter');
    await ana.sees('You are Anna');
    await host.seesParticipant('Anna', 'voted');
    await ana.sees('You voted 5');
    await ana.page.getByLabel('Another name').fill('Béla');
    await ana.page.getByRole('button', { name: 'Change name', exact: true }).click();
    await ana.sees('This name is taken.');
    await ana.reload();
    await ana.sees('You are Anna');
    await bela.vote('8');
    await host.seesParticipant('Anna', 'voted 5');
    await host.isCalm();
  });

  test(`a seat goes on on another device, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url);
    const ana = await arrive(link, settings);
    await ana.join('Ana # 1: %');
    await ana.press('This device');
    await ana.page.getByRole('img', { name: 'A code for a camera, with your seat in it' }).waitFor();
    const seat = await ana.page.getByLabel('Link to your seat').inputValue();
    const phone = await arrive(seat);
    await phone.sees('You are Ana # 1: %');
    assert.equal(phone.page.url(), link);
    await host.press('Begin voting');
    await phone.vote('8');
    await host.seesParticipant('Ana # 1: %', 'voted 8');
    await phone.reload();
    await phone.sees('You are Ana # 1: %');
    const stranger = await arrive(`${link}#Ana:wrong`);
    await stranger.sees('This link to a seat doesn’t fit any more.');
    assert.equal(stranger.page.url(), link);
    await ana.isCalm();
    await phone.isCalm();
  });
}

// All of them wait for some seconds: they do it side by side.
describe('when nobody leads', { concurrency: true }, () => {
  /** Ana and Béla, whose controller is gone and comes back by `control`. */
  async function leftAlone(settings, options = []) {
    const server = await serve({ options: ['--unled-after', '3s', ...options] });
    const { host, link } = await createSession(server.url);
    const control = host.page.url();
    const ana = await arrive(link, settings);
    const bela = await arrive(link, settings);
    await ana.join('Ana');
    await bela.join('Béla');
    await host.go('about:blank');
    const ask = ana.page.getByRole('button', { name: 'Become the host' });
    await ask.waitFor();
    await ask.click();
    await bela.sees('Ana wants to be the host');
    return { host, control, ana, bela, ask };
  }

  for (const [where, settings] of Object.entries(SIZES)) {
    test(`a voter comes to control if nobody objects, ${where}`, async () => {
      const { ana, bela } = await leftAlone(settings, ['--objection-time', '3s']);
      await bela.page.getByRole('button', { name: 'Object' }).waitFor();
      await ana.sees('You are the host now.');
      await ana.page.getByRole('link', { name: 'Open the host’s page' }).click();
      await ana.page.getByRole('button', { name: 'Begin voting' }).click();
      await bela.sees('Pick a card');
      await ana.isCalm();
      await bela.isCalm();
    });

    test(`any other voter can object, ${where}`, async () => {
      const { ana, bela, ask } = await leftAlone(settings);
      await bela.press('Object');
      await ana.page.getByText('wants to be the host').waitFor({ state: 'detached' });
      await ask.waitFor({ state: 'detached' });
      await ana.isCalm();
      await bela.isCalm();
    });

    test(`whoever leads can come back in time, ${where}`, async () => {
      const { host, control, ana, bela, ask } = await leftAlone(settings);
      await host.go(control);
      await bela.page.getByText('wants to be the host').waitFor({ state: 'detached' });
      await ask.waitFor({ state: 'detached' });
      await host.press('Begin voting');
      await ana.vote('5');
      await ana.isCalm();
      await bela.isCalm();
    });
  }
});
