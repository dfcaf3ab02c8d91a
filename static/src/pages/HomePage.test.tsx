// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { shelfIn } from '../api/deck_shelf';
import { FakeServer } from '../api/fetch.fake';
import { HOST_SLUGS } from '../api/host_slugs';
import { sender } from '../api/request';
import { FakeWorld, settle } from '../api/world.fake';
import { mount, pagePlace } from '../components/mount';
import { readRecipe } from '../model/recipe';
import { HomeDesk } from '../state/home_desk';
import { LinkMaker } from '../state/link_maker';
import { HomePage } from './HomePage';

let server: FakeServer;
const go = vi.fn();
const copyText = vi.fn(async () => true);

// What comes later is here from now on.
beforeAll(async () => {
  server = new FakeServer({});
  open('?deck=nonsense');
  await vi.dynamicImportSettled();
});

beforeEach(() => {
  go.mockReset();
  localStorage.clear();
  server = new FakeServer({ 'POST /api/': [201, { Id: 'abc', ControlKey: 'k' }] });
});

afterEach(() => render(null, pagePlace()));

/** Opens the home page, or the page of a recipe link. */
function open(link?: string): HomeDesk {
  if (document.getElementById('app') !== null) render(null, pagePlace());
  document.body.innerHTML = '<div id="app"></div>';
  const desk = new HomeDesk({
    place: { base: '', id: '' },
    send: sender('/api', server.fetch, HOST_SLUGS),
    go,
    shelf: shelfIn(localStorage),
    reading: link === undefined ? undefined : readRecipe(link),
  });
  const maker = new LinkMaker({ desk, root: 'http://host', world: new FakeWorld(), copyText });
  void desk.follow();
  mount(pagePlace(), {
    title: () => '',
    page: () => <HomePage desk={desk} maker={maker} Ways={Ways} LanguagePicker={() => null} />,
  });
  return desk;
}

function Ways() {
  return <p>the ways</p>;
}

const button = (name: string) => screen.getByRole('button', { name });
const bodies = () => server.asked.map(({ body }) => body).filter((body) => body !== undefined);
const alerts = () => screen.getAllByRole('alert').map((alert) => alert.textContent);

/** Writes cards of one's own. */
function write(text: string): void {
  fireEvent.input(screen.getByLabelText('Write or paste the cards'), { target: { value: text } });
}

test('four decks lie on the table, and four more below', () => {
  open();
  const names = [
    'Fibonacci',
    'T-shirt',
    'Hand',
    'Health check',
    'Fibonacci to 89',
    'Modified Fibonacci',
    'Powers of two',
    'Fist of five',
  ];
  expect(names.map(button)).toHaveLength(8);
  expect(document.title).toBe('pajthy');
});

test('one tap creates the session, under its title', async () => {
  open();
  fireEvent.input(screen.getByLabelText('Title, if you like'), { target: { value: 'Sprint 12' } });
  fireEvent.click(button('Health check'));
  await settle();
  expect(bodies()).toEqual(['{"Choices":["🔴","🟡","🟢"],"Title":"Sprint 12"}']);
  expect(go).toHaveBeenCalledWith('/abc/control');
});

test.each([
  ['Fibonacci to 89', ['1', '2', '3', '5', '8', '13', '21', '34', '55', '89', '?']],
  ['Modified Fibonacci', ['0', '½', '1', '2', '3', '5', '8', '13', '20', '40', '100', '?', '☕']],
  ['Powers of two', ['1', '2', '4', '8', '16', '32', '64', '?']],
  ['Fist of five', ['0', '1', '2', '3', '4', '5']],
])('so does one tap on %s', async (name, choices) => {
  open();
  fireEvent.click(button(name));
  await settle();
  expect(bodies()).toEqual([JSON.stringify({ Choices: choices })]);
});

test.each([
  ['too-many-requests', /too much at once/],
  ['too-many-sessions', /use one of them again/i],
])('a refusal stands below the decks: %s', async (slug, words) => {
  open();
  server.set('POST /api/', 429, { type: `urn:pajthy:${slug}` });
  fireEvent.click(button('Hand'));
  await settle();
  expect(alerts().filter((text) => text !== '')).toEqual([expect.stringMatching(words)]);
  expect(button('Hand').getAttribute('aria-disabled')).toBe('false');
});

test('a refusal stands where it was asked for', async () => {
  open();
  server.set('POST /api/', 503);
  fireEvent.click(button('Powers of two'));
  await settle();
  const more = within(screen.getByRole('region', { name: 'More decks' }));
  expect(more.getByRole('alert').textContent).toMatch(/busy/);
  expect(alerts().filter((text) => text !== '')).toHaveLength(1);
});

describe('settings', () => {
  test('are sent once they are set, and are to be seen while folded away', async () => {
    open();
    fireEvent.click(screen.getByRole('radio', { name: '2 min' }));
    fireEvent.click(screen.getByRole('radio', { name: /without names/ }));
    expect(screen.getByText('Timer and results').closest('summary')?.textContent).toBe(
      'Timer and results 2 min, without names',
    );
    fireEvent.click(button('Health check'));
    await settle();
    expect(bodies()).toEqual(['{"Choices":["🔴","🟡","🟢"],"Results":"counts","Seconds":120}']);
  });

  test('of a link stay choices, even where they are none of ours', () => {
    open('?deck=nonsense&seconds=90');
    const timer = screen.getByRole('radio', { name: '1 min 30 sec' });
    expect(timer).toHaveProperty('checked', true);
    fireEvent.click(screen.getByRole('radio', { name: 'None' }));
    expect(screen.getByRole('radio', { name: 'None' })).toHaveProperty('checked', true);
  });
});

describe('own cards', () => {
  test('are shown while they are written', () => {
    open();
    write('½, too big, 👍');
    const cards = [...document.querySelectorAll('.own .mini')].map((card) => card.textContent);
    expect(cards).toEqual(['½', 'too big', '👍']);
    expect(screen.getByText('3 cards')).toBeTruthy();
  });

  test('make a session, and are a deck next time', async () => {
    open();
    write('½ 1 2');
    fireEvent.click(button('Start with these cards'));
    await settle();
    expect(bodies()).toEqual(['{"Choices":["½","1","2"]}']);
    expect(go).toHaveBeenCalledWith('/abc/control');
    open();
    fireEvent.click(button('Your cards ½ 1 2'));
    await settle();
    expect(bodies()).toHaveLength(2);
    expect(bodies()[1]).toBe(bodies()[0]);
  });

  test.each([
    ['1 2 2', '“2” is there more than once. Leave one of them.'],
    [
      `1 ${'W'.repeat(65)}`,
      `“${'W'.repeat(40)}…” is too long for a card. Up to 64 characters fit.`,
    ],
    [' ', 'Write at least one card.'],
  ])('that can’t be used are not sent: %j', async (text, words) => {
    open();
    write(text);
    expect(alerts()).not.toContain(words);
    fireEvent.click(button('Start with these cards'));
    await settle();
    expect(alerts()).toContain(words);
    expect(server.asked).toEqual([]);
  });

  test('that the server refuses stay where they are, with its reason', async () => {
    open();
    server.set('POST /api/', 422, { type: 'urn:pajthy:bad-choice' });
    write('1 \u202e');
    fireEvent.click(button('Start with these cards'));
    await settle();
    expect(alerts().join()).toMatch(/can’t be used/);
    write('1 2');
    expect(alerts().join('')).toBe('');
    expect(screen.queryByText('Remembered on this device')).toBeNull();
  });

  test('are forgotten, and brought back', () => {
    localStorage.setItem('pajthy:decks', '[["½","1"],["👍"]]');
    open();
    fireEvent.click(button('Forget ½ 1'));
    expect(screen.queryByRole('button', { name: 'Your cards ½ 1' })).toBeNull();
    expect(button('Bring back')).toBe(document.activeElement);
    fireEvent.click(button('Bring back'));
    expect(button('Your cards ½ 1')).toBeTruthy();
    expect(localStorage.getItem('pajthy:decks')).toBe('[["½","1"],["👍"]]');
  });
});

describe('a link for the calendar', () => {
  const link = () => screen.getByLabelText('Link that starts a session');

  test('is made from what is chosen and set', async () => {
    open();
    expect(link()).toHaveProperty('value', 'http://host/new?deck=fibonacci');
    fireEvent.change(screen.getByLabelText('Deck of the link'), { target: { value: 'fist' } });
    fireEvent.input(screen.getByLabelText('Title, if you like'), { target: { value: 'Retro' } });
    fireEvent.click(screen.getByRole('radio', { name: '30 sec' }));
    expect(link()).toHaveProperty('value', 'http://host/new?deck=fist&title=Retro&seconds=30');
    fireEvent.click(button('Copy this link'));
    await settle();
    expect(screen.getByText('Copied')).toBeTruthy();
  });

  test('says so where it would be too long', () => {
    open();
    const title = { value: '𝔸'.repeat(200) };
    fireEvent.input(screen.getByLabelText('Title, if you like'), { target: title });
    expect(screen.queryByLabelText('Link that starts a session')).toBeNull();
    expect(screen.getByText(/too long for a link/)).toBeTruthy();
  });
});

describe('a recipe link', () => {
  test('makes its session at once, and says so meanwhile', async () => {
    open('?deck=1,2&title=Sprint');
    expect(screen.getByText('Creating the session…')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    await settle();
    expect(bodies()).toEqual(['{"Choices":["1","2"],"Title":"Sprint"}']);
    expect(go).toHaveBeenCalledWith('/abc/control');
    expect(screen.getByText('Creating the session…')).toBeTruthy();
  });

  test('that the server refuses says why, and may be tried again', async () => {
    server.set('POST /api/', 503);
    open('?deck=fibonacci&title=Sprint');
    await settle();
    expect(alerts().join('')).toMatch(/^The server is busy/);
    expect(screen.getByLabelText('Title, if you like')).toHaveProperty('value', 'Sprint');
    server.set('POST /api/', 201, { Id: 'abc' });
    fireEvent.click(button('Start the session'));
    await settle();
    expect(go).toHaveBeenCalledWith('/abc/control');
    expect(alerts().join('')).toBe('');
  });

  test('with an unknown deck offers the others, with its title', async () => {
    open('?deck=<b>&title=Sprint');
    expect(alerts()).toContain(
      'There is no deck called “<b>”, and cards would need commas between them.',
    );
    expect(server.asked).toEqual([]);
    fireEvent.click(button('Hand'));
    await settle();
    expect(bodies()).toEqual(['{"Choices":["👍","👌","🤷","👎","🖕"],"Title":"Sprint"}']);
  });

  test('with a wrong setting offers the session without it', async () => {
    open('?deck=fist&seconds=soon&results=me');
    const [faults = ''] = alerts();
    expect(faults).toMatch(/^A timer of “soon” can’t be set: .*shown to “me”: /);
    fireEvent.click(button('Start the session'));
    await settle();
    expect(bodies()).toEqual(['{"Choices":["0","1","2","3","4","5"]}']);
  });

  test('with wrong cards opens them to be mended', () => {
    open('?deck=1,2,1');
    expect(alerts()[0]).toBe('“1” is there more than once. Leave one of them.');
    expect(screen.getByLabelText('Write or paste the cards')).toHaveProperty('value', '1, 2, 1');
    expect(screen.getByText('Your own cards').closest('details')?.open).toBe(true);
    expect(screen.queryByRole('button', { name: 'Start the session' })).toBeNull();
  });
});
