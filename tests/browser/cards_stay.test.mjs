// A card never moves under the thumb: who is waited for is named without a jump.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

/** `person`'s page hears what `tell` makes of each frame; without an answer it does not hear of it. */
async function listenBy(person, tell) {
  let toPage;
  await person.page.routeWebSocket(/\/ws/, (socket) => {
    toPage = (frame) => socket.send(JSON.stringify(frame));
    socket.connectToServer().onMessage((text) => {
      const told = tell(JSON.parse(text));
      if (told !== undefined) toPage(told);
    });
  });
  await person.reload();
  await person.page.getByRole('status').filter({ hasText: 'Live' }).waitFor();
  return (frame) => toPage(frame);
}

function placeOf(person, face) {
  return person.card(face).boundingBox();
}

for (const [where, settings] of Object.entries(SIZES)) {
  test(`cards stay where a vote opened, also where it names nobody at first, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url);
    const ana = await arrive(link, settings);
    await ana.join('Ana');
    let enabled;
    const say = await listenBy(ana, (frame) => {
      if (frame.Kind === 'progress') return undefined;
      if (frame.Kind !== 'enabled') return frame;
      enabled = frame;
      return { ...frame, Data: { ...frame.Data, Waiting: undefined } };
    });
    await host.page.getByLabel('Topic, if you like').fill('Login with a passkey');
    await host.press('Begin voting');
    await ana.sees('Pick a card');
    assert.equal(await ana.page.locator('.progress').textContent(), '0 of 1 have voted');
    const before = await placeOf(ana, '5');

    const names = ['Bartholomew the Third', 'Konstantin of the Hills', 'Maximiliana'];
    const Data = { Voted: 0, Of: 5, Waiting: [...names, 'Ana', 'Zoé'] };
    say({ Kind: 'progress', Data, Seq: enabled.Seq });
    await ana.sees('Konstantin of the Hills');
    assert.deepEqual(await placeOf(ana, '5'), before);
    say({ Kind: 'progress', Data: { Voted: 4, Of: 5, Waiting: ['Ana'] }, Seq: enabled.Seq });
    await ana.sees('4 of 5 have voted');
    assert.deepEqual(await placeOf(ana, '5'), before);
  });

  test(`who is waited for is there as the vote opens, ${where}`, async () => {
    const server = await serve();
    const { host, link } = await createSession(server.url);
    const bela = await arrive(link);
    await bela.join('Béla');
    const ana = await arrive(link, settings);
    await ana.join('Ana');
    await listenBy(ana, (frame) => (frame.Kind === 'progress' ? undefined : frame));
    await host.press('Begin voting');
    await ana.sees(/^0 of 2 have voted · waiting for (Béla, Ana|Ana, Béla)$/);
  });
}
