// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { controllerApi } from '../api/controller_api';
import { deviceFrom } from '../api/device';
import { FakeServer } from '../api/fetch.fake';
import { sender } from '../api/request';
import { FakeWorld, settle } from '../api/world.fake';
import { mount, pagePlace } from '../components/mount';
import { ControlRoom } from '../state/control_room';
import { Copier } from '../state/copier';
import { ControlPage, controlPageTitle } from './ControlPage';

const CLOSED = {
  Title: 'Sprint 12',
  Choices: ['1', '5'],
  Open: false,
  Round: 0,
  Participants: ['Ana', 'Béla', 'Cili'],
  Away: ['Cili'],
  Votes: {},
};

let server: FakeServer;
let world: FakeWorld;
const copyText = vi.fn<(text: string) => Promise<boolean>>();

beforeEach(() => {
  localStorage.clear();
  copyText.mockReset().mockResolvedValue(true);
  document.body.innerHTML = '<div id="app"></div>';
  server = new FakeServer({
    'GET /api/abc/control': [200, CLOSED],
    'PATCH /api/abc/control/start': [204],
    'PATCH /api/abc/control/stop': [204],
    'PATCH /api/abc/control/kick': [204],
  });
  world = new FakeWorld();
});

afterEach(() => render(null, pagePlace()));

async function open(key = 'k'): Promise<void> {
  const room = new ControlRoom({
    place: { base: '', id: 'abc' },
    api: controllerApi(sender('/api', server.fetch), 'abc'),
    device: deviceFrom(localStorage, sessionStorage),
    world,
    socketUrl: 'ws:',
    hideKey: () => {},
  });
  const links = {
    vote: new Copier('http://here/abc', { world, copyText }),
    control: new Copier('http://here/abc/control#k', { world, copyText }),
  };
  room.start(key);
  mount(pagePlace(), {
    title: () => controlPageTitle(room),
    page: () => <ControlPage room={room} home="/" links={links} />,
  });
  await settle();
}

const button = (name: string) => screen.getByRole('button', { name });
const asked = () => server.asked.map(({ call }) => call);
const people = () => screen.getAllByRole('listitem').map((line) => line.textContent);

describe('a round', () => {
  beforeEach(async () => {
    await open();
    world.line.accept().send('snapshot', 1, CLOSED);
  });

  test('is begun, watched, stopped and looked at, values hidden until then', async () => {
    expect(people()).toEqual(['AnahereKick', 'BélahereKick', 'CiliawayKick']);
    fireEvent.click(button('Begin voting'));
    await settle();
    expect(asked().at(-1)).toBe('PATCH /api/abc/control/start');
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.line.send('vote', 3, { Votes: { Ana: '*' } });
    expect(people()).toEqual(['AnavotedKick', 'BélawaitingKick', 'CiliawayKick']);
    expect(document.title).toBe('1 of 2 voted · pajthy');
    expect(document.body.textContent).not.toContain('*');

    world.pass(1000);
    fireEvent.click(button('Stop'));
    await settle();
    world.line.send('disabled', 4, {
      Open: false,
      Votes: { Ana: '5' },
      Statistics: { Votes: 1, Abstentions: 0, Mean: '5.00', Median: '5.00' },
    });
    expect(screen.getByText('voted 5')).toBeTruthy();
    expect(screen.getByText('no vote')).toBeTruthy();
    expect(screen.getByText('Median').nextSibling?.textContent).toBe('5.00');
    expect(button('Reset').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button('Reset'));
    await settle();
    expect(asked()).not.toContain('PATCH /api/abc/control/reset');
  });

  test('kicking asks in place', async () => {
    fireEvent.click(button('Kick Ana'));
    expect(asked()).not.toContain('PATCH /api/abc/control/kick');
    world.pass(500);
    fireEvent.click(button('Really kick Ana'));
    await settle();
    expect(server.asked.at(-1)).toEqual({
      call: 'PATCH /api/abc/control/kick',
      body: 'Ana',
      key: 'Bearer k',
    });
  });

  test('a key that is held is one tap', () => {
    const held = { key: 'Enter', repeat: true };
    expect(fireEvent.keyDown(button('Begin voting'), held)).toBe(false);
    expect(fireEvent.keyDown(button('Kick Ana'), held)).toBe(false);
    expect(fireEvent.keyDown(button('Begin voting'), { key: 'Enter' })).toBe(true);
  });

  test('Escape takes the question back', () => {
    fireEvent.click(button('Kick Ana'));
    fireEvent.keyDown(button('Really kick Ana'), { key: 'Escape' });
    expect(button('Kick Ana')).toBeTruthy();
  });

  test('everybody on one card is said aloud', () => {
    world.line.send('disabled', 2, {
      Open: false,
      Votes: { Ana: '5', Béla: '5' },
      Statistics: { Votes: 2, Abstentions: 0 },
    });
    expect(screen.getByRole('heading', { name: 'Everybody agrees on 5' })).toBeTruthy();
  });
});

describe('the links', () => {
  beforeEach(() => open());

  test('are copied, and it is said that they were', async () => {
    fireEvent.click(button('Copy link'));
    await settle();
    expect(copyText).toHaveBeenCalledWith('http://here/abc');
    expect(screen.getByText('Copied')).toBeTruthy();
    world.pass(3000);
    expect(screen.queryByText('Copied')).toBeNull();
  });

  test('can be copied by hand where the browser refuses', async () => {
    copyText.mockResolvedValue(false);
    fireEvent.click(button('Copy link'));
    await settle();
    expect(screen.getByText(/copy it by hand/)).toBeTruthy();
  });

  test('never show the key on a screen that may be shared', async () => {
    expect(screen.queryByLabelText('Control link')).toBeNull();
    expect(document.body.innerHTML).not.toContain('#k');
    fireEvent.click(screen.getByText('Copy control link'));
    await settle();
    expect(copyText).toHaveBeenCalledWith('http://here/abc/control#k');
    expect(document.body.innerHTML).not.toContain('#k');
  });
});

test('without a key the page says how to get one, and where to vote', async () => {
  server.set('GET /api/abc/control', 401, { type: 'urn:pajthy:key-required' });
  await open('');
  expect(screen.getByRole('heading').textContent).toBe('This page needs the control key');
  expect(screen.getByRole('link').getAttribute('href')).toBe('http://here/abc');
});
