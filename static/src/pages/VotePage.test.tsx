// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deviceFrom } from '../api/device';
import { FakeServer } from '../api/fetch.fake';
import { sender } from '../api/request';
import { voterApi } from '../api/voter_api';
import { FakeWorld, settle } from '../api/world.fake';
import { mount, pagePlace } from '../components/mount';
import type { ShowDevice } from '../components/SeatPanel';
import { VoterNews, Voting } from '../components/Voting';
import { fakeSettings } from '../state/device_settings.fake';
import { VoteRoom } from '../state/vote_room';
import { VotePage, type VotePageProps, votePageTitle } from './VotePage';

const OPEN = {
  Title: 'Sprint 12',
  Choices: ['1', '5', '13'],
  Open: true,
  Round: 1,
  Voted: 1,
  Of: 5,
  Waiting: ['Ana', 'Béla', 'Cili', 'Dénes'],
};
const CLOSED = { ...OPEN, Open: false, Voted: 0, Waiting: [] };

const fetchDevice = vi.fn<() => Promise<ShowDevice>>();
let server: FakeServer;
let world: FakeWorld;
/** Of the page that is looked at: those of earlier tests draw, too. */
let room: VoteRoom;
/** Called whenever the page is drawn. */
let onDraw: () => void;

beforeEach(async () => {
  onDraw = () => {};
  localStorage.clear();
  sessionStorage.clear();
  document.body.innerHTML = '<div id="app"></div>';
  server = new FakeServer({
    'GET /api/abc': [200, CLOSED],
    'PUT /api/abc/join': [201, { Name: 'Ana', SeatKey: 'secret' }],
    'PUT /api/abc?as=Ana': [202],
    'PUT /api/abc/rename?as=Ana': [409, { type: 'urn:pajthy:already-joined' }],
    'PUT /api/abc/leave?as=Ana': [204],
  });
  world = new FakeWorld();
  const ours = new VoteRoom({
    place: { base: '', id: 'abc' },
    api: voterApi(sender('/api', server.fetch), 'abc', () => world.now()),
    device: deviceFrom(localStorage, sessionStorage),
    world,
    socketUrl: (seat) => seat?.name ?? '',
  });
  const VotingHere: VotePageProps['Voting'] = ({ view }) => (
    <Voting
      room={ours}
      view={view}
      here="https://p.test/id"
      fetchDevice={fetchDevice}
      settings={fakeSettings()}
      LanguagePicker={() => null}
    />
  );
  room = ours;
  room.start();
  mount(pagePlace(), {
    title: () => votePageTitle(ours),
    page: () => {
      if (room === ours) onDraw();
      return (
        <VotePage
          room={ours}
          home="/"
          Voting={VotingHere}
          VoterNews={VoterNews}
          LanguagePicker={() => null}
        />
      );
    },
  });
  await settle();
});

afterEach(() => {
  document.querySelector<HTMLElement>('.vote-ways [aria-expanded=true]')?.click();
  render(null, pagePlace());
});

async function join(): Promise<void> {
  fireEvent.input(screen.getByLabelText('Your name'), { target: { value: 'Ana' } });
  fireEvent.click(screen.getByRole('button', { name: 'Join' }));
  await settle();
}

/** Opens, or closes, what is behind one of the buttons below the cards; it is fetched then. */
async function tapWay(name: string): Promise<void> {
  fireEvent.click(card(name));
  await vi.dynamicImportSettled();
  await settle();
}

/** Gives the page to somebody else. */
async function standUp(): Promise<void> {
  await tapWay('More');
  fireEvent.click(card('Not Ana? Join as somebody else'));
}

const card = (name: string) => screen.getByRole('button', { name });

test('a stranger sees the title, and joins with a name', async () => {
  expect(screen.getByRole('heading').textContent).toBe('Sprint 12');
  expect(document.title).toBe('Join · pajthy');
  expect(document.activeElement).toBe(screen.getByLabelText('Your name'));
  await join();
  expect(server.asked.at(-1)?.body).toBe('Ana');
  expect(world.line.url).toBe('Ana');
  expect(screen.getByText('Waiting for the next vote')).toBeTruthy();
});

test('a stranger sees the cards, and who is here', async () => {
  const names = ['Ana', 'Béla', 'Cili', 'Dóra', 'Edit', 'Feri', 'Gabi'];
  const Seats = names.map((Name, index) => ({ Seat: index + 1, Name, State: 'waiting' }));
  server.set('GET /api/abc', 200, { ...CLOSED, Seats });
  room.start();
  await settle();
  expect(screen.getByRole('img', { name: 'The cards: 1, 5, 13' })).toBeTruthy();
  expect(document.querySelector('.join-here')?.textContent).toBe(
    'Already here: Ana, Béla, Cili, Dóra, Edit, Feri, and 1 more',
  );
});

test('a stranger is told of nobody where nobody is here, or they are too many', async () => {
  expect(document.querySelector('.join-here')).toBeNull();
  server.set('GET /api/abc', 200, { ...CLOSED, Seats: [] });
  room.start();
  await settle();
  expect(document.querySelector('.join-here')).toBeNull();
});

test('an empty name is asked for', async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Join' }));
  await settle();
  expect(screen.getByRole('alert').textContent).toBe('Enter a name first.');
});

test('a name that is taken is told, with what to do', async () => {
  server.set('PUT /api/abc/join', 409, { type: 'urn:pajthy:already-joined' });
  await join();
  expect(screen.getByRole('alert').textContent).toMatch(/taken.*Choose another/);
});

describe('at a locked door', () => {
  const note = () => document.querySelector('.note')?.textContent;
  const wait = 'The door is locked: nobody new can join until the host opens it.';

  async function refused() {
    server.set('PUT /api/abc/join', 409, { type: 'urn:pajthy:door-locked' });
    await join();
    return world.line.accept().send('snapshot', 1, { ...CLOSED, Locked: true });
  }

  test('a refused name stays, and joins by a tap once the door opens', async () => {
    const line = await refused();
    expect(screen.getByRole('alert').textContent).toBe(
      'The door is locked. You can join as soon as the host opens it.',
    );
    // Once is enough.
    expect(note()).toBeUndefined();
    line.send('door', 2, { Locked: false });
    expect(screen.getByRole('alert').textContent).toBe('');
    expect(note()).toBe('The door is open. You can join now.');
    expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Ana');
    server.set('PUT /api/abc/join', 201, { Name: 'Ana', SeatKey: 'secret' });
    fireEvent.click(screen.getByRole('button', { name: 'Join' }));
    await settle();
    expect(server.asked.at(-1)?.body).toBe('Ana');
    expect(screen.getByText('Waiting for the next vote')).toBeTruthy();
  });

  test('is said before a name is typed, where the view says it', async () => {
    await join();
    world.line.accept().send('snapshot', 1, { ...CLOSED, Locked: true });
    await standUp();
    expect(note()).toBe(wait);
    expect(screen.getByLabelText('Your name').getAttribute('aria-describedby')).toContain(
      document.querySelector('.note')?.id,
    );
  });

  test('somebody who was removed is not told to come back', async () => {
    await join();
    const line = world.line.accept().send('snapshot', 1, CLOSED);
    line.send('door', 2, { Locked: true }).send('kicked', 3);
    expect(note()).toBe(`You were removed from this session. ${wait}`);
    world.line.accept().send('snapshot', 4, CLOSED);
    expect(note()).toBe('You were removed from this session. You can join again.');
  });
});

test.each([
  [403, 'foreign-origin', /does not accept changes from this address.*Whoever runs it/],
  [403, '', /Something before the server refused this/],
  [431, '', /cookies.*Clear those of this site/],
  [422, 'bad-name', /This name can’t be used/],
  [429, 'too-many-requests', /too much at once from your network/],
])('a join that meets %i %s is told why, and what to do', async (status, slug, words) => {
  server.set('PUT /api/abc/join', status, slug && { type: `urn:pajthy:${slug}` });
  await join();
  expect(screen.getByRole('alert').textContent).toMatch(words);
  expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Ana');
});

describe('at the table', () => {
  beforeEach(async () => {
    await join();
    world.line.accept().send('snapshot', 1, CLOSED);
  });

  test('the cards rest until the vote opens', async () => {
    expect(card('5').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(card('5'));
    await settle();
    expect(server.asked.some(({ call }) => call === 'PUT /api/abc?as=Ana')).toBe(false);
    world.line.send('enabled', 2, OPEN);
    expect(card('5').getAttribute('aria-disabled')).toBe('false');
    expect(document.title).toBe('Vote now · pajthy');
    expect(screen.getByText('Pick a card')).toBeTruthy();
  });

  test('one tap votes; the card is marked when the server has it', async () => {
    world.line.send('enabled', 2, OPEN);
    server.seq = 3;
    fireEvent.click(card('5'));
    expect(card('5').getAttribute('aria-busy')).toBe('true');
    expect(card('5').getAttribute('aria-pressed')).toBe('false');
    await settle();
    expect(card('5').getAttribute('aria-pressed')).toBe('true');
    expect(server.asked.at(-1)).toEqual({
      call: 'PUT /api/abc?as=Ana',
      body: '{"Participant":"Ana","Choice":"5","Round":1}',
      key: 'Bearer secret',
    });
    expect(document.title).toBe('You have voted · pajthy');
  });

  test('a vote that failed is told where the state stands', async () => {
    server.set('PUT /api/abc?as=Ana', 400, { type: 'urn:pajthy:session-closed' });
    world.line.send('enabled', 2, OPEN);
    fireEvent.click(card('5'));
    await settle();
    expect(card('5').getAttribute('aria-pressed')).toBe('false');
    expect(screen.getByText('Voting has closed just before you.')).toBeTruthy();
  });

  test('the line of progress names a few who are missing, and counts the rest', () => {
    world.line.send('enabled', 2, OPEN);
    expect(document.querySelector('.progress')?.textContent).toBe(
      '1 of 5 have voted · waiting for Ana, Béla, Cili, and 1 more',
    );
  });

  test('arrow keys go from card to card', () => {
    card('1').focus();
    fireEvent.keyDown(card('1'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(card('5'));
    fireEvent.keyDown(card('5'), { key: 'End' });
    expect(document.activeElement).toBe(card('13'));
    fireEvent.keyDown(card('13'), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(card('13'));
  });

  test('arrow keys that are pressed with others are left to the browser', () => {
    card('5').focus();
    expect(fireEvent.keyDown(card('5'), { key: 'ArrowLeft', altKey: true })).toBe(true);
    expect(document.activeElement).toBe(card('5'));
  });

  test('the result takes the place of the cards until the next start', () => {
    world.line.send('enabled', 2, OPEN);
    world.line.send('disabled', 3, {
      Open: false,
      Votes: { Béla: '5', Ana: '5', Cili: '13' },
      Statistics: { Votes: 3, Abstentions: 0, Mean: '7.67', Median: '5.00' },
    });
    expect(screen.queryByRole('group', { name: 'Your vote' })).toBeNull();
    const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
    expect(lines).toEqual(['5: 2 votes 52Béla, Ana', '13: 1 vote 131Cili']);
    expect(screen.getByText('Average').closest('dt')?.nextSibling?.textContent).toBe('7.67');
    world.line.send('enabled', 4, OPEN);
    expect(card('5')).toBeTruthy();
  });

  test('what a round came down to is said and heard, and who speaks first', () => {
    const Seats = [
      { Seat: 1, Name: 'Béla', State: 'voted' },
      { Seat: 3, Name: 'Ana', State: 'waiting' },
      { Seat: 4, Name: 'Cili', State: 'voted' },
    ];
    world.line.send('snapshot', 2, { ...OPEN, Seats, Seat: 3, Name: 'Ana', Own: null });
    world.line.send('disabled', 3, {
      Open: false,
      Votes: { Béla: '1', Cili: '13' },
      Statistics: { Votes: 2, Abstentions: 0, Median: '7.00', Lowest: '1', Highest: '13' },
      Asked: 3,
      First: ['Béla', 'Cili'],
    });
    const text = 'Closed. 2 of 3 voted, median 7, from 1 to 13';
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(text);
    const heard = screen.getAllByRole('status').map((status) => status.textContent);
    expect(heard).toContain(text);
    expect(document.querySelector('.speakers')?.textContent).toBe(
      'First to speak: Béla (1) and Cili (13)',
    );
    const seats = [...document.querySelectorAll('.seat')].map((seat) => seat.textContent);
    expect(seats).toEqual(['1Béla voted 1', 'You no vote', '13Cili voted 13']);
  });

  test('everybody lies around what is said, with the reader’s card as soon as it counts', async () => {
    const Seats = [
      { Seat: 1, Name: 'Béla', State: 'voted' },
      { Seat: 3, Name: 'Ana', State: 'waiting' },
    ];
    const seats = () => [...document.querySelectorAll('.seat')].map((seat) => seat.textContent);
    world.line.send('snapshot', 2, { ...OPEN, Seats, Seat: 3, Name: 'Ana', Own: null });
    expect(seats()).toEqual(['Béla voted', 'You waiting']);
    expect(document.querySelector('.progress')?.textContent).toBe('1 of 2 have voted');
    server.set('PUT /api/abc?as=Ana&seat=3', 202);
    server.seq = 3;
    fireEvent.click(card('5'));
    await settle();
    expect(seats()).toEqual(['Béla voted', 'You voted']);
    expect(document.querySelector('.progress')?.textContent).toBe('2 of 2 have voted');
  });

  test('what is voted on, the attempt and the time stand above the cards', () => {
    const about = { Topic: 'https://example.org/PAJ-1', Attempt: 2, EndsAt: 65_000, Now: 0 };
    world.line.send('enabled', 2, { ...OPEN, ...about });
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://example.org/PAJ-1');
    expect(screen.getByText('Attempt 2')).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toBe('1:05');
    world.line.send('reset', 3, { Open: false });
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.queryByRole('timer')).toBeNull();
  });

  describe('what the reader has voted stays in view once the round is over', () => {
    const ANA = { Seat: 3, Name: 'Ana', Own: '5' };
    const Seats = [
      { Seat: 1, Name: 'Béla', State: 'voted' },
      { Seat: 3, Name: 'Ana', State: 'voted' },
    ];
    const COUNTED = { Open: false, Counts: { 5: 1, 13: 1 } };
    const seats = () => [...document.querySelectorAll('.seat')].map((seat) => seat.textContent);
    const said = () =>
      [...document.querySelectorAll('.said-more')].filter(
        ({ textContent }) => textContent === 'You voted 5',
      );

    test('on the reader’s card alone where names are not shown', () => {
      world.line.send('snapshot', 2, { ...OPEN, Results: 'counts', Seats, ...ANA });
      expect(seats()).toEqual(['Béla voted', 'You voted']);
      world.line.send('disabled', 3, COUNTED);
      expect(seats()).toEqual(['Béla voted', '5You voted 5']);
      expect(said()).toHaveLength(0);
    });

    test('on the reader’s card alone where no result is shown, until it is cleared', () => {
      world.line.send('snapshot', 2, { ...CLOSED, Results: 'controllers', Seats, ...ANA });
      expect(seats()).toEqual(['Béla voted', '5You voted 5']);
      expect(said()).toHaveLength(0);
      world.line.send('reset', 3, { Open: false });
      expect(seats()).toEqual(['Béla here', 'You here']);
    });

    test('in words where there are too many for seats', () => {
      world.line.send('snapshot', 2, { ...OPEN, Results: 'counts', ...ANA });
      expect(said()).toHaveLength(0);
      world.line.send('disabled', 3, COUNTED);
      expect(said()).toHaveLength(1);
      world.line.send('reset', 4, { Open: false });
      expect(said()).toHaveLength(0);
    });

    test('in words where the reader’s seat is not among them', () => {
      const others = Seats.slice(0, 1);
      world.line.send('snapshot', 2, { ...CLOSED, Results: 'controllers', Seats: others, ...ANA });
      expect(seats()).toEqual(['Béla voted']);
      expect(said()).toHaveLength(1);
    });

    test('and nowhere for who has not voted, or watches', async () => {
      server.set('PUT /api/abc/leave?as=Ana&seat=3', 204);
      world.line.send('snapshot', 2, { ...OPEN, Seats: Seats.slice(0, 1), ...ANA, Own: null });
      world.line.send('disabled', 3, COUNTED);
      expect(said()).toHaveLength(0);
      world.line.send('you', 4, ANA);
      expect(said()).toHaveLength(1);
      fireEvent.click(card('Watch'));
      await settle();
      expect(screen.getByText('You are watching')).toBeTruthy();
      expect(said()).toHaveLength(0);
    });
  });

  test('who may not see the result is told so', () => {
    const hidden = 'Only the host sees the result';
    world.line.send('snapshot', 2, { ...OPEN, Results: 'controllers' });
    expect(screen.queryByText(hidden)).toBeNull();
    world.line.send('disabled', 3, { Open: false });
    expect(screen.getByText(hidden)).toBeTruthy();
    expect(screen.getByText('Waiting for the next vote')).toBeTruthy();
  });

  test('a name that can’t be had is said at its field', async () => {
    await tapWay('You are Ana. Change name');
    const field = screen.getByLabelText('Another name');
    fireEvent.input(field, { target: { value: 'Béla' } });
    fireEvent.click(card('Change name'));
    await settle();
    const taken = screen.getByText(/^This name is taken/);
    expect(field.closest('form')?.contains(taken)).toBe(true);
  });

  test('the focus goes on where the page does, from voting to watching and back', async () => {
    card('Watch').focus();
    fireEvent.click(card('Watch'));
    await settle();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    fireEvent.click(card('Join the vote'));
    expect(document.activeElement).toBe(screen.getByLabelText('Your name'));
    await join();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  test('the seat goes to another device by its link where the code can’t be fetched', async () => {
    const link = 'https://p.test/id#Ana:secret';
    const device = () => document.querySelector('.seat-panel')?.textContent;
    fetchDevice.mockRejectedValue(new Error('no network'));
    await tapWay('This device');
    expect(device()).toContain(link);
    await tapWay('This device');
    expect(device()).toBeUndefined();
    fetchDevice.mockResolvedValue((shown) => `a code for ${shown}`);
    await tapWay('This device');
    expect(device()).toContain(`a code for ${link}`);
  });

  test('who keeps no cookies reads why nothing is live, and still votes', async () => {
    server.set('GET /api/abc?as=Ana&seat=3', 401, { type: 'urn:pajthy:key-required' });
    server.setKeyed('GET /api/abc?as=Ana', 200, { ...OPEN, Seat: 3, Name: 'Ana', Own: null });
    world.line.drop(1006);
    world.pass(200);
    world.line.drop(1006);
    await settle();
    expect(screen.getByText('Not live')).toBeTruthy();
    expect(screen.getByText(/Your browser keeps no cookies/)).toBeTruthy();
    server.set('PUT /api/abc?as=Ana&seat=3', 202);
    fireEvent.click(card('5'));
    await settle();
    expect(card('5').getAttribute('aria-pressed')).toBe('true');
  });

  describe('draws once', () => {
    const ANA = { Seat: 3, Name: 'Ana' };
    let draws: number;

    beforeEach(() => {
      world.line.send('snapshot', 2, { ...OPEN, ...ANA, Own: null });
      draws = 0;
      onDraw = () => {
        draws += 1;
      };
    });

    test('for each frame, whatever it changes', () => {
      const time = { EndsAt: 60_000, Now: 0 };
      world.line.send('snapshot', 3, {
        ...OPEN,
        ...ANA,
        Name: 'Anna',
        Own: '5',
        ...time,
        Round: 2,
      });
      world.line.send('you', 4, { ...ANA, Name: 'Annie', Own: '13' });
      world.line.send('progress', 5, { Voted: 2, Of: 5, Waiting: [] });
      expect(draws).toBe(3);
      world.line.send('kicked', 6);
      expect(draws).toBe(4);
    });

    test('for a tap, and for its answer', async () => {
      server.set('PUT /api/abc?as=Ana&seat=3', 202);
      server.seq = 3;
      fireEvent.click(card('5'));
      expect(draws).toBe(1);
      await settle();
      expect(card('5').getAttribute('aria-pressed')).toBe('true');
      expect(draws).toBe(2);
    });

    test('for a vote that gets lost, and for the next tap', async () => {
      server.set('PUT /api/abc?as=Ana&seat=3', 400, { type: 'urn:pajthy:not-a-valid-choice' });
      fireEvent.click(card('5'));
      await settle();
      expect(draws).toBe(2);
      fireEvent.click(card('1'));
      expect(draws).toBe(3);
    });

    test('for standing up, and for sitting down again', async () => {
      await tapWay('More');
      draws = 0;
      fireEvent.click(card('Not Ana? Join as somebody else'));
      expect(draws).toBe(1);
      await join();
      // The button says that it joins, and then the cards are there.
      expect(draws).toBe(3);
    });
  });

  test('a connection that was lost is visible', () => {
    expect(screen.getByText('Live')).toBeTruthy();
    world.line.drop(1006);
    expect(screen.getByText('Reconnecting…')).toBeTruthy();
  });

  test('the end offers a new beginning', () => {
    world.line.drop(4004);
    expect(screen.getByRole('heading').textContent).toBe('This session is over');
    expect(screen.getByRole('link').getAttribute('href')).toBe('/');
  });
});
