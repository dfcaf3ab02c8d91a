// A card never moves under the thumb: who is waited for is named without a jump.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DECKS, PEOPLE, SCREENS, seat } from './crowd.mjs';
import { SIZES, setScene } from './scene.mjs';

const { serve, arrive, createSession } = setScene();

/** A round with a time, and one that gets a last call. */
const ROUNDS = {
  'seven cards': { Topic: 'Login with a passkey', Seconds: 300 },
  'fifteen cards': { Topic: 'Login with a passkey' },
  'sixty-four cards': { Seconds: 300 },
};

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

/** As somebody hears of a session that is too large for a table: nothing of the seats. */
function withoutSeats(frame) {
  if (frame.Kind === 'seats') return undefined;
  return { ...frame, Data: { ...frame.Data, Seats: undefined } };
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
      if (frame.Kind !== 'enabled') return withoutSeats(frame);
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
    await listenBy(ana, (frame) => (frame.Kind === 'progress' ? undefined : withoutSeats(frame)));
    await host.press('Begin voting');
    await ana.sees(/^0 of 2 have voted · waiting for (Béla and Ana|Ana and Béla)$/);
  });
}

/** Runs in the page: where each card lies. The chosen one is lifted, which moves nothing, and is none of its place. */
function placesOfCards() {
  const cards = document.querySelectorAll('[aria-label="Your vote"] :is(button, [role=radio])');
  return [...cards].map((card) => {
    const isLifted = card.matches('[aria-pressed=true], [aria-checked=true]');
    let { x, y, width, height } = card.getBoundingClientRect();
    if (isLifted) y -= new DOMMatrix(getComputedStyle(card).transform).f;
    return [card.ariaLabel, x + scrollX, y + scrollY, width, height].join(' ');
  });
}

for (const [deck, round] of Object.entries(ROUNDS)) {
  test(`cards stay whatever others do, on each screen, with ${deck}`, async () => {
    const server = await serve({ options: ['--away-after', '1'] });
    const choices = DECKS[deck];
    const names = [...PEOPLE['six people'], ...PEOPLE['names of 64 characters']];
    const session = await seat(server.url, { choices, names });
    const people = await Promise.all(
      SCREENS.map(async ([width, height]) => {
        const person = await arrive(session.link, {
          viewport: { width, height },
          reducedMotion: 'reduce',
        });
        await person.join(`at ${width}×${height}`);
        return person;
      }),
    );
    const goer = await arrive(session.link);
    await goer.join('Somebody who goes');
    const of = names.length + people.length + 1;
    await session.control('start', round);
    const everybodySees = (text) => Promise.all(people.map((person) => person.sees(text)));
    await everybodySees(`0 of ${of} have voted`);
    if (round.Seconds !== undefined) await everybodySees(/^(5:00|4:5\d)$/);
    const look = () => Promise.all(people.map(({ page }) => page.evaluate(placesOfCards)));
    const before = await look();

    const moved = [];
    const areStill = async (what) => {
      for (const [at, places] of (await look()).entries()) {
        const card = places.find((place, index) => place !== before[at][index]);
        const was = before[at][places.indexOf(card)];
        if (card !== undefined) moved.push(`${SCREENS[at].join('×')}, ${what}: ${was} -> ${card}`);
      }
    };
    for (const name of names.slice(0, 8)) await session.vote(name, choices[2]);
    await everybodySees(`8 of ${of} have voted`);
    await areStill('others voted');
    await session.join('عبد الرحمن المغربي الطويل');
    await everybodySees(`8 of ${of + 1} have voted`);
    await areStill('somebody came');
    await session.leave(names.at(-1));
    await everybodySees(`8 of ${of} have voted`);
    await areStill('somebody left');
    await session.kick(names.at(-2));
    await everybodySees(`8 of ${of - 1} have voted`);
    await areStill('somebody was removed');
    await goer.leave();
    await everybodySees(`8 of ${of - 2} have voted`);
    await areStill('somebody went away');
    await Promise.all(people.map((person) => person.vote(choices[1])));
    await everybodySees(`18 of ${of - 2} have voted`);
    await areStill('one voted oneself');
    await session.raise(names[0]);
    await everybodySees('has a question');
    await areStill('somebody had a question');
    const raised = people.map(({ page }) =>
      page.getByRole('button', { name: 'I have a question' }).click(),
    );
    await Promise.all(raised);
    await everybodySees('My question is settled');
    await areStill('one had a question oneself');
    await session.answerAll();
    await everybodySees(`18 of ${of - 2} have voted`);
    await session.control('timer', { Seconds: 10 });
    await everybodySees(/^0:(10|0\d)$/);
    await areStill('time began to be short');
    assert.deepEqual(moved, []);
  });
}
