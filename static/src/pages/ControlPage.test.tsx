// @vitest-environment happy-dom
import { computed, signal } from '@preact/signals-core';
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { controllerApi } from '../api/controller_api';
import { FakeServer } from '../api/fetch.fake';
import { HOST_SLUGS } from '../api/host_slugs';
import { sender } from '../api/request';
import { FakeWorld, settle } from '../api/world.fake';
import { mount, pagePlace } from '../components/mount';
import { ControlRoom } from '../state/control_room';
import { Copier } from '../state/copier';
import { fakeSettings } from '../state/device_settings.fake';
import { Invite } from '../state/invite';
import { OwnVote } from '../state/own_vote';
import { ControlPage, controlPageTitle } from './ControlPage';

const CLOSED = {
  Title: 'Sprint 12',
  Choices: ['1', '5'],
  Open: false,
  Round: 0,
  Participants: ['Ana', 'Béla', 'Cili'],
  Away: ['Cili'],
  Votes: {},
  ControlKeys: 1,
};

let server: FakeServer;
let world: FakeWorld;
const copyText = vi.fn<(text: string) => Promise<boolean>>();

const EMPTY = { ...CLOSED, Participants: [], Away: [] };

// What comes later is here from now on.
beforeAll(async () => {
  await Promise.all([
    import('../components/Folds'),
    import('../components/HandOverBody'),
    import('../components/HostResult'),
    import('../components/Invitation'),
    import('../components/Locked'),
  ]);
});

beforeEach(() => {
  copyText.mockReset().mockResolvedValue(true);
  document.body.innerHTML = '<div id="app"></div>';
  server = new FakeServer({
    'GET /api/abc/control': [200, CLOSED],
    'PATCH /api/abc/control/start': [204],
    'PATCH /api/abc/control/stop': [204],
    'PATCH /api/abc/control/reset': [204],
    'PATCH /api/abc/control/kick': [204],
    'POST /api/abc/control/keys': [201, { ControlKey: 'fresh', ControlKeys: 2 }],
    'DELETE /api/abc/control/keys': [200, { ControlKeys: 1 }],
  });
  world = new FakeWorld();
});

afterEach(() => render(null, pagePlace()));

async function open(key = 'k'): Promise<void> {
  const room = new ControlRoom({
    api: controllerApi(sender('/api', server.fetch, HOST_SLUGS), 'abc', world),
    world,
    socketUrl: 'ws:',
    hideKey: () => {},
    forget: () => {},
    readHistory: async () => undefined,
    copyText: async () => false,
  });
  const vote = new Copier('http://here/abc', { world, copyText });
  const control = computed(() => {
    const fresh = room.handOver.freshKey.value;
    if (fresh === undefined) return undefined;
    return new Copier(`http://here/abc/control#${fresh}`, { world, copyText });
  });
  const ownVote = new OwnVote({
    world,
    onHidden: () => () => {},
    open: async () => {
      throw new Error('nobody votes too');
    },
  });
  room.start(key);
  mount(pagePlace(), {
    title: () => controlPageTitle(room),
    page: () => (
      <ControlPage
        room={room}
        ownVote={ownVote}
        settings={fakeSettings()}
        LanguagePicker={() => null}
        isHelpOpen={signal(false)}
        home="/"
        invite={new Invite({ copier: vote, share: undefined })}
        links={{ vote, control: control.value, history: (format) => format }}
      />
    ),
  });
  await settle();
}

const button = (name: string) => screen.getByRole('button', { name });
const asked = () => server.asked.map(({ call }) => call);
const people = () => [...document.querySelectorAll('.seat')].map((seat) => seat.textContent);
const seat = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name} `) });
const headline = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('a round', () => {
  beforeEach(async () => {
    await open();
    world.line.accept().send('snapshot', 1, CLOSED);
  });

  test('is begun, watched, stopped and looked at, values hidden until then', async () => {
    expect(people()).toEqual(['Ana here', 'Béla here', 'Cili away']);
    expect(headline()).toBe('Ready when you are');
    fireEvent.click(button('Begin voting'));
    await settle();
    expect(asked().at(-1)).toBe('PATCH /api/abc/control/start');
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    world.line.send('vote', 3, { Votes: { Ana: '*' } });
    expect(people()).toEqual(['Béla waiting', 'Ana voted', 'Cili away']);
    expect(headline()).toBe('1 of 2 have voted');
    expect(document.title).toBe('1 of 2 voted · pajthy');
    expect(document.body.textContent).not.toContain('*');

    world.pass(1000);
    fireEvent.click(button('Show the cards'));
    await settle();
    world.line.send('disabled', 4, {
      Open: false,
      Votes: { Ana: '5' },
      Statistics: {
        Votes: 1,
        Abstentions: 0,
        Mean: '5.00',
        Median: '5.00',
        Lowest: '5',
        Highest: '5',
      },
      Asked: 2,
    });
    expect(people()).toEqual(['Béla no vote', '5Ana voted 5', 'Cili away']);
    expect(headline()).toBe('Closed. 1 of 2 voted, median 5');
    expect(screen.getByText('Median').closest('dt')?.nextSibling?.textContent).toBe('5.00');
    expect(button('New vote').getAttribute('aria-disabled')).toBe('true');
    expect(button('Clear').getAttribute('aria-disabled')).toBe('true');
    const before = asked();
    fireEvent.click(button('New vote'));
    fireEvent.click(button('Clear'));
    await settle();
    expect(asked()).toEqual(before);
    world.pass(1000);
    fireEvent.click(button('Clear'));
    await settle();
    expect(asked().at(-1)).toBe('PATCH /api/abc/control/reset');
  });

  test.each([-3_600_000, 3_600_000])(
    'says who is away and who is gone, the server’s clock being %i ms off',
    (off) => {
      const hour = 3_600_000;
      for (let past = 0; past < 2 * hour; past += 20_000) {
        world.pass(20_000);
        world.line.send('beat', 0);
      }
      const people = (agoMs: number) => ({
        Participants: ['Ana'],
        Away: ['Ana'],
        Since: { Ana: world.date() + off - agoMs },
        Now: world.date() + off,
      });
      const said = (agoMs: number) =>
        new Date(world.date() - agoMs).toLocaleTimeString([], {
          hour: '2-digit',
          minute: '2-digit',
        });
      world.line.send('participants-change', 2, people(60_000));
      expect(screen.getByText(`away since ${said(60_000)}`)).toBeTruthy();
      world.line.send('participants-change', 3, people(6 * 60_000));
      expect(screen.getByText(`gone since ${said(6 * 60_000)}`)).toBeTruthy();
    },
  );

  test('shows what is voted on, the attempt, and the time', () => {
    const start = { Open: true, Round: 1, Topic: 'Login', Attempt: 2, EndsAt: 65_000, Now: 0 };
    world.line.send('enabled', 2, start);
    expect(screen.getByRole('heading', { name: 'Login Attempt 2' })).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toBe('1:05');
    world.pass(5_000);
    expect(screen.getByRole('timer').textContent).toBe('1:00');
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' }, Agreed: '8' });
    expect(screen.queryByRole('timer')).toBeNull();
    expect(screen.getByRole('heading', { name: 'Login Attempt 2' })).toBeTruthy();
    expect(screen.getByText('Agreed value:').closest('p')?.textContent).toBe('Agreed value: 8');
    world.line.send('reset', 4, { Open: false });
    expect(screen.queryByText('Login')).toBeNull();
  });

  test('offers no second vote to a tap that was meant for the time', () => {
    world.line.send('enabled', 2, { Open: true, Round: 1 });
    expect(button('+ 30 sec').getAttribute('aria-disabled')).toBe('true');
    world.pass(1000);
    expect(button('+ 30 sec').getAttribute('aria-disabled')).toBe('false');
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    expect(button('Vote again').getAttribute('aria-disabled')).toBe('true');
    world.pass(1000);
    expect(button('Vote again').getAttribute('aria-disabled')).toBe('false');
  });

  test('goes on to the topic that was taken, though a result is shown', async () => {
    world.line.send('topics', 2, { Topics: ['login', 'logout'] });
    world.line.send('disabled', 3, { Open: false, Votes: { Ana: '5' } });
    world.pass(1000);
    fireEvent.click(button('Take next: logout'));
    fireEvent.click(button('Next: logout'));
    await settle();
    expect(server.asked.at(-1)?.body).toBe(
      JSON.stringify({ Topic: 'logout', Seconds: 0, After: 0 }),
    );
  });

  test('has no last call that would give more time', async () => {
    const lastCall = () => button('Last call');
    const isOff = () => lastCall().getAttribute('aria-disabled');
    const start = { Open: true, Round: 1, EndsAt: 12_000, Now: 0 };
    world.line.send('enabled', 2, start);
    world.pass(1000);
    expect(isOff()).toBe('false');
    world.pass(1000);
    expect(isOff()).toBe('true');
    fireEvent.click(lastCall());
    await settle();
    expect(asked()).not.toContain('PATCH /api/abc/control/timer');
    expect(button('+ 30 sec').getAttribute('aria-disabled')).toBe('false');
    world.line.send('timer', 3, {});
    expect(isOff()).toBe('false');
  });

  test('lets a topic be as long as the server does, whatever it is written with', () => {
    const field = screen.getByLabelText<HTMLInputElement>('Topic, if you like');
    expect(field.maxLength).toBe('👍'.repeat(200).length);
  });

  test('loses no focus with somebody who is kicked, nor gives it to what could be pressed', async () => {
    seat('Cili').focus();
    fireEvent.click(seat('Cili'));
    fireEvent.click(button('Kick Cili'));
    await settle();
    world.line.send('participants-change', 2, { Participants: ['Ana', 'Béla'], Away: [] });
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  test('kicking is one tap, behind the seat', async () => {
    expect(screen.queryByText('Kick')).toBeNull();
    fireEvent.click(seat('Ana'));
    expect(asked()).not.toContain('PATCH /api/abc/control/kick');
    fireEvent.click(button('Kick Ana'));
    await settle();
    expect(server.asked.at(-1)).toEqual({
      call: 'PATCH /api/abc/control/kick',
      body: 'Ana',
      key: null,
    });
    expect(document.querySelector('dialog')).toBeNull();
  });

  test('a key that is held is one tap', () => {
    const held = { key: 'Enter', repeat: true };
    expect(fireEvent.keyDown(button('Begin voting'), held)).toBe(false);
    fireEvent.click(seat('Ana'));
    expect(fireEvent.keyDown(button('Kick Ana'), held)).toBe(false);
    expect(fireEvent.keyDown(button('Begin voting'), { key: 'Enter' })).toBe(true);
  });

  test('Escape closes a seat, and removes nobody', async () => {
    fireEvent.click(seat('Ana'));
    // The browser closes a dialog at Escape, and says so.
    document.querySelector('dialog')?.close();
    await settle();
    expect(document.querySelector('dialog')).toBeNull();
    expect(asked()).not.toContain('PATCH /api/abc/control/kick');
  });

  test('a seat that is looked at is forgotten once it is gone', () => {
    fireEvent.click(seat('Cili'));
    world.line.send('participants-change', 2, { Participants: ['Ana', 'Béla'] });
    expect(document.querySelector('dialog')).toBeNull();
    world.line.send('participants-change', 3, { Participants: ['Ana', 'Béla', 'Cili'] });
    expect(document.querySelector('dialog')).toBeNull();
  });

  test('what was cleared is said once, by what brings it back', () => {
    world.line.send('disabled', 2, { Open: false, Votes: { Ana: '5' } });
    world.line.send('reset', 3, { Open: false });
    world.line.send('undo', 4, { What: 'reset', Seconds: 15 });
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said.filter((text) => text?.includes('cleared'))).toHaveLength(1);
  });

  test('everybody on one card is said aloud', () => {
    world.line.send('disabled', 2, {
      Open: false,
      Votes: { Ana: '5', Béla: '5' },
      Statistics: { Votes: 2, Abstentions: 0 },
    });
    expect(
      screen.getByRole('heading', { name: 'Closed. 2 of 2 voted, everybody agrees on 5' }),
    ).toBeTruthy();
  });
});

describe('the focus of what goes when it is pressed is handed on to the main button', () => {
  const begun = (seq: number) => world.line.send('enabled', seq, { Open: true, Round: 1 });
  const focused = () => document.activeElement?.textContent;

  beforeEach(async () => {
    server.set('PATCH /api/abc/control/undo', 204);
    await open();
    world.line.accept().send('snapshot', 1, CLOSED);
  });

  test('by Undo, unless its time is over', async () => {
    world.line.send('undo', 2, { What: 'kick', Name: 'Dora', Seconds: 15 });
    button('Undo').focus();
    fireEvent.click(button('Undo'));
    await settle();
    world.line.send('undo', 3, {});
    expect(focused()).toBe('Begin voting');
    world.line.send('undo', 4, { What: 'kick', Name: 'Edit', Seconds: 15 });
    button('Undo').focus();
    world.pass(15_000);
    expect(screen.queryByText('Undo')).toBeNull();
    expect(focused()).not.toBe('Begin voting');
  });

  test('by the topic, unless somebody else begins', async () => {
    const topic = () => screen.getByLabelText('Topic, if you like');
    topic().focus();
    begun(2);
    expect(focused()).not.toBe('Show the cards');
    world.line.send('reset', 3, { Open: false });
    world.pass(1000);
    topic().focus();
    fireEvent.submit(topic().closest('form') ?? topic());
    await settle();
    begun(4);
    expect(focused()).toBe('Show the cards');
  });

  test('by Clear', async () => {
    world.line.send('disabled', 2, { Open: false, Votes: { Ana: '5' } });
    world.pass(1000);
    button('Clear').focus();
    fireEvent.click(button('Clear'));
    await settle();
    world.line.send('reset', 3, { Open: false });
    expect(focused()).toBe('Begin voting');
  });

  test.each(['Vote again', 'Next: login'])('by %s', async (name) => {
    world.line.send('topics', 2, { Topics: ['login'] });
    begun(3);
    world.line.send('disabled', 4, { Open: false, Votes: { Ana: '5' } });
    world.pass(1000);
    button(name).focus();
    fireEvent.click(button(name));
    await settle();
    begun(5);
    expect(focused()).toBe('Show the cards');
  });
});

describe('the links', () => {
  beforeEach(async () => {
    server.set('GET /api/abc/control', 200, EMPTY);
    await open();
  });

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
});

describe('handing over', () => {
  beforeEach(async () => {
    await open();
    world.line.accept().send('snapshot', 1, CLOSED);
    fireEvent.click(screen.getByText('Hand over to another host'));
  });

  const count = (seq: number, ControlKeys: number) =>
    world.line.send('control-keys', seq, { ControlKeys });
  const makeLink = async () => {
    fireEvent.click(button('Make a host link'));
    await settle();
    count(2, 2);
    world.pass(1000);
  };

  test('makes a link, and never shows it on a screen that may be shared', async () => {
    expect(screen.queryByRole('button', { name: 'Copy host link' })).toBeNull();
    await makeLink();
    expect(server.asked.at(-1)).toEqual({
      call: 'POST /api/abc/control/keys',
      body: undefined,
      key: null,
    });
    expect(document.body.innerHTML).not.toContain('#fresh');
    fireEvent.click(button('Copy host link'));
    await settle();
    expect(copyText).toHaveBeenCalledWith('http://here/abc/control#fresh');
    expect(screen.queryByLabelText('Host link')).toBeNull();
    expect(document.body.innerHTML).not.toContain('#fresh');
  });

  test('shows the link where the browser refuses to copy it', async () => {
    await makeLink();
    copyText.mockResolvedValue(false);
    fireEvent.click(button('Copy host link'));
    await settle();
    expect(screen.getByLabelText('Host link')).toHaveProperty(
      'value',
      'http://here/abc/control#fresh',
    );
  });

  test('says how many other links are valid', () => {
    expect(screen.getByText('No other host link is valid.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Take back all others' })).toBeNull();
    count(2, 2);
    expect(screen.getByText('One other host link is valid.')).toBeTruthy();
    count(3, 8);
    expect(screen.getByText('7 other host links are valid.')).toBeTruthy();
  });

  test('takes all other links back, if asked twice', async () => {
    await makeLink();
    fireEvent.click(button('Take back all others'));
    fireEvent.keyDown(button('Sure? Take them back'), { key: 'Escape' });
    fireEvent.click(button('Take back all others'));
    world.pass(500);
    fireEvent.click(button('Sure? Take them back'));
    await settle();
    expect(asked().at(-1)).toBe('DELETE /api/abc/control/keys');
    count(3, 1);
    expect(screen.getByText('No other host link is valid.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Copy host link' })).toBeNull();
    expect(button('Make a host link')).toBeTruthy();
  });

  test('says what went wrong, and may be tried again', async () => {
    server.set('POST /api/abc/control/keys', 429, { type: 'urn:pajthy:too-many-requests' });
    fireEvent.click(button('Make a host link'));
    await settle();
    expect(screen.getByText(/too much at once/)).toBeTruthy();
    world.pass(1000);
    expect(button('Make a host link').getAttribute('aria-disabled')).toBe('false');
  });
});

describe('the door', () => {
  const door = () => screen.getByRole('switch', { name: 'Lock the door' });

  beforeEach(async () => {
    await open();
    server.set('PATCH /api/abc/control/door', 202);
    world.line.accept().send('snapshot', 1, CLOSED);
  });

  test('is a switch that shows what the server says', async () => {
    expect(door().getAttribute('aria-checked')).toBe('false');
    fireEvent.click(door());
    await settle();
    expect(server.asked.at(-1)).toMatchObject({
      call: 'PATCH /api/abc/control/door',
      body: '{"Locked":true}',
    });
    expect(door().getAttribute('aria-checked')).toBe('false');
    world.line.send('door', 2, { Locked: true });
    expect(door().getAttribute('aria-checked')).toBe('true');
    const meaning = document.getElementById(door().getAttribute('aria-describedby') ?? '');
    expect(meaning?.textContent).toBe('Nobody new can join. Whoever has a seat keeps it.');
  });

  test('that is locked is said where the link is', () => {
    const invitation = 'The door is locked: with this link nobody new can join.';
    expect(screen.queryByText(invitation)).toBeNull();
    world.line.send('snapshot', 2, { ...EMPTY, Locked: true });
    expect(screen.getByText(invitation).closest('section')?.textContent).toContain('Copy link');
  });

  test('that is locked before anybody came invites nobody', async () => {
    world.line.send('snapshot', 2, { ...CLOSED, Participants: [], Away: [], Locked: true });
    await vi.dynamicImportSettled();
    expect(screen.getByText(/with this link nobody new can join/)).toBeTruthy();
  });
});

test('where control needs no key there is none to hand over', async () => {
  const { ControlKeys: _, ...OPEN_ACCESS } = CLOSED;
  server.set('GET /api/abc/control', 200, OPEN_ACCESS);
  await open('');
  expect(button('Invite')).toBeTruthy();
  expect(screen.queryByText('Hand over to another host')).toBeNull();
});

describe('a page without control', () => {
  const heading = () => screen.getByRole('heading').textContent;

  test('says how to get it, and where to vote', async () => {
    server.set('GET /api/abc/control', 401, { type: 'urn:pajthy:key-required' });
    await open('');
    expect(heading()).toBe('This page needs a host link');
    expect(screen.getByText(/Ask the host for a new link/)).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toBe('http://here/abc');
  });

  test('says that its link does not fit', async () => {
    server.set('GET /api/abc/control', 403, { type: 'urn:pajthy:key-wrong' });
    await open('k');
    expect(heading()).toBe('This host link doesn’t fit');
  });

  test('says that its link was taken back', async () => {
    await open();
    world.line.accept().send('snapshot', 1, CLOSED);
    server.set('GET /api/abc/control', 403, { type: 'urn:pajthy:key-wrong' });
    world.line.drop(4001);
    await settle();
    expect(heading()).toBe('Your host link was taken back');
    expect(screen.getByText(/Ask the host for a new link/)).toBeTruthy();
    expect(screen.getByRole('link').getAttribute('href')).toBe('http://here/abc');
  });
});
