// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bad, type Fake, fakeVoterApi, good } from '../api/api.fake';
import { deviceFrom } from '../api/device';
import type { VoterApi } from '../api/voter_api';
import { onHidden } from '../api/when_hidden';
import { FakeWorld, settle } from '../api/world.fake';
import { voterView } from '../model/view.fake';
import { OwnVote as OwnVoteState } from '../state/own_vote';
import { VoteRoom } from '../state/vote_room';
import { mount, pagePlace } from './mount';
import { OwnVote } from './OwnVote';

const view = voterView({ choices: ['1', '5'], open: true, round: 1 });
const OPEN = { Title: '', Choices: ['1', '5'], Open: true, Round: 1, Voted: 0, Of: 1 };

let api: Fake<VoterApi>;
let world: FakeWorld;
let room: VoteRoom;

beforeEach(async () => {
  sessionStorage.clear();
  localStorage.clear();
  document.body.innerHTML = '<div id="app"></div>';
  api = fakeVoterApi();
  world = new FakeWorld();
  api.look.mockResolvedValue(good(view));
  api.resume.mockResolvedValue(good(view));
  api.join.mockResolvedValue(good({ name: 'Ana', key: 'k' }));
  room = new VoteRoom({
    place: { base: '', id: 'abc' },
    api,
    device: deviceFrom(localStorage, sessionStorage),
    world,
    socketUrl: (name) => `ws:${name}`,
  });
  const own = new OwnVoteState({ open: async () => room, world, onHidden });
  mount(pagePlace(), {
    title: () => '',
    page: () => <OwnVote own={own} here="https://p.test/abc" />,
  });
  await own.open();
  await settle();
});

afterEach(() => render(null, pagePlace()));

async function sit(session: object = {}): Promise<void> {
  await room.seat.join('Ana');
  world.line.accept().send('snapshot', 1, { ...OPEN, ...session });
}

const button = (name: string) => screen.getByRole('button', { name });
const tap = async (name: string) => {
  fireEvent.click(button(name));
  await settle();
};

test('the own card is shown after the close, also where controllers alone see the result', async () => {
  await sit({ Results: 'controllers' });
  await tap('5');
  expect(screen.queryByText('You voted', { exact: false })).toBeNull();
  world.line.send('disabled', 2, { Open: false });
  expect(screen.getByText('You voted', { exact: false }).closest('p')?.textContent).toContain(
    'You voted 5',
  );
  world.line.send('reset', 3, { Open: false });
  expect(screen.getByText('Your cards rest until voting begins.')).toBeTruthy();
});

describe('why the seat is gone is said', () => {
  const said = () => screen.getByRole('status').textContent;

  test('to who was removed', async () => {
    await sit();
    world.line.send('kicked', 2);
    expect(said()).toMatch(/You were removed/);
  });

  test('to who gave it up', async () => {
    await sit();
    await tap('Give the seat up');
    expect(said()).toMatch(/You gave your seat up/);
  });

  test('to who lost it', async () => {
    await sit();
    api.vote.mockResolvedValue(bad('not-your-seat', 403));
    await tap('5');
    expect(said()).toMatch(/Your seat is gone/);
  });
});

describe('the own card, face down', () => {
  const card = () => button('Hold to see it');
  const html = () => document.body.innerHTML;
  const isSeen = () => screen.queryByText('You voted', { exact: false }) !== null;

  beforeEach(async () => {
    await sit();
    await tap('5');
    world.pass(1000);
  });

  test('takes the focus, and says nowhere which one it is', () => {
    expect(document.activeElement).toBe(card());
    expect(screen.getByText('Your card lies face down')).toBeTruthy();
    expect(html()).not.toContain('5');
  });

  test.each([
    ['the finger is lifted', () => fireEvent.pointerUp(card())],
    ['the finger leaves it', () => fireEvent.pointerLeave(card())],
    ['the browser takes the finger over', () => fireEvent.pointerCancel(card())],
    ['the focus goes', () => fireEvent.blur(card())],
    ['another window comes', () => fireEvent.blur(window)],
  ])('is seen as long as it is held: until %s', (_, end) => {
    fireEvent.pointerDown(card(), { button: 0 });
    expect(isSeen()).toBe(true);
    expect(card().textContent).toContain('5');
    end();
    expect(isSeen()).toBe(false);
    expect(html()).not.toContain('5');
  });

  test.each([' ', 'Enter'])('is seen as long as the key “%s” is held', (key) => {
    fireEvent.keyDown(card(), { key });
    fireEvent.keyDown(card(), { key, repeat: true });
    expect(isSeen()).toBe(true);
    fireEvent.keyUp(card(), { key });
    expect(html()).not.toContain('5');
  });

  test('is not seen by the key that has chosen it, however long that is held', () => {
    fireEvent.keyDown(card(), { key: 'Enter', repeat: true });
    expect(isSeen()).toBe(false);
  });

  test('goes on on a phone by the link to the seat', async () => {
    const phone = button('Vote on my phone');
    fireEvent.click(phone);
    expect(phone.getAttribute('aria-expanded')).toBe('true');
    expect(await screen.findByRole('img', { name: 'Vote on my phone' })).toBeTruthy();
    fireEvent.click(phone);
    expect(screen.queryByRole('img', { name: 'Vote on my phone' })).toBeNull();
  });
});

describe('another card', () => {
  beforeEach(async () => {
    await sit();
    await tap('5');
    await tap('Change it');
  });

  test('is chosen with the keyboard, which stays where the card is', async () => {
    expect(document.activeElement).toBe(button('1'));
    await tap('1');
    expect(api.vote.mock.lastCall?.[1]).toBe('1');
    expect(document.activeElement).toBe(button('Hold to see it'));
  });

  test('is not chosen after all', async () => {
    await tap('Keep it');
    expect(document.activeElement).toBe(button('Hold to see it'));
    expect(api.vote).toHaveBeenCalledTimes(1);
  });

  test('is not chosen after Escape', () => {
    fireEvent.keyDown(button('1'), { key: 'Escape' });
    expect(document.activeElement).toBe(button('Hold to see it'));
  });
});

test('a locked door is said to who can open it, and only so', async () => {
  const said = () => [
    screen.getByRole('status').textContent,
    screen.getByRole('alert').textContent,
  ];
  api.join.mockResolvedValue(bad('door-locked', 409));
  await room.seat.join('Ana');
  world.line.accept().send('snapshot', 1, { ...OPEN, Locked: true });
  expect(said()).toEqual(['The door is locked. Open it to take a seat.', '']);
  world.line.send('door', 2, { Locked: false });
  expect(said()).toEqual(['The door is open. You can take a seat.', '']);
});

test('the first card can be chosen only, for there is none to keep', async () => {
  await sit();
  expect(screen.queryByRole('button', { name: 'Keep it' })).toBeNull();
  fireEvent.keyDown(button('1'), { key: 'Escape' });
  expect(button('1')).toBeTruthy();
});

test('nobody is asked for a name before it is known whether there is a seat', async () => {
  await sit();
  api.resume.mockResolvedValueOnce(bad('offline', 0));
  room.start();
  room.phase.value = 'loading';
  await settle();
  expect(screen.queryByLabelText('Your own name')).toBeNull();
  expect(screen.getByText('The server can’t be reached. Trying again…')).toBeTruthy();
  world.pass(60_000);
  await settle();
  expect(screen.getByText('Your seat is', { exact: false })).toBeTruthy();
});
