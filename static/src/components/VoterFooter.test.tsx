// @vitest-environment happy-dom

import { effect } from '@preact/signals-core';
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bad } from '../api/api.fake';
import { settle } from '../api/world.fake';
import { fakeSettings } from '../state/device_settings.fake';
import { api, device, known, place, room, seated, setUpRoom, world } from '../state/vote_room.fake';
import { pagePlace } from './mount';
import type { ShowDevice } from './SeatPanel';
import { VoterFooter } from './VoterFooter';

const fetchDevice = vi.fn<() => Promise<ShowDevice>>();
let stop: () => void;
let keys = 0;

beforeEach(async () => {
  document.body.innerHTML = '<div id="app"></div>';
  fetchDevice.mockReset();
  setUpRoom();
  await seated();
  // What was looked at is of one seat, and each test has its own.
  keys += 1;
  room.seat.sit({ ...known, key: `secret${keys}` });
  stop = effect(() => {
    render(
      <VoterFooter
        room={room}
        here="https://p.test/abc"
        fetchDevice={fetchDevice}
        settings={fakeSettings()}
        LanguagePicker={() => null}
      />,
      pagePlace(),
    );
  });
});

afterEach(() => {
  stop();
  render(null, pagePlace());
});

const button = (name: string) => screen.getByRole('button', { name });
const panel = () => document.querySelector('.seat-panel');
const isOpen = (name: string) => button(name).getAttribute('aria-expanded');
const NAME = 'You are Ana. Change name';

async function tap(name: string): Promise<void> {
  fireEvent.click(button(name));
  await vi.dynamicImportSettled();
  await settle();
}

describe('below the cards', () => {
  test('stands who the reader is, and nothing else is open', () => {
    expect(button(NAME).textContent).toBe('You are Ana');
    expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual([
      'You are Ana',
      'This device',
      'Watch',
      'More',
    ]);
    expect(panel()).toBeNull();
  });

  test('one thing is open at a time, and a second tap closes it', async () => {
    await tap('More');
    expect([isOpen(NAME), isOpen('This device'), isOpen('More')]).toEqual([
      'false',
      'false',
      'true',
    ]);
    await tap(NAME);
    expect([isOpen(NAME), isOpen('More')]).toEqual(['true', 'false']);
    expect(screen.queryByText('Leave')).toBeNull();
    await tap(NAME);
    expect(isOpen(NAME)).toBe('false');
    expect(panel()).toBeNull();
  });

  test('Escape closes it, and not one that gives up a word', async () => {
    await tap('More');
    fireEvent.keyDown(button('More'), { key: 'Escape', isComposing: true });
    expect(panel()).toBeTruthy();
    fireEvent.keyDown(button('More'), { key: 'Escape' });
    expect(panel()).toBeNull();
  });

  test('what is open stays so under another name', async () => {
    await tap(NAME);
    world.line.send('you', 2, { Seat: 3, Name: 'Anna', Own: null });
    expect(isOpen('You are Anna. Change name')).toBe('true');
    expect(screen.getByLabelText<HTMLInputElement>('Another name').value).toBe('Anna');
  });

  test('another seat begins with nothing open', async () => {
    await tap('More');
    room.seat.sit({ ...known, key: 'another' });
    expect(panel()).toBeNull();
    expect(isOpen('More')).toBe('false');
  });

  test('a watcher is told so, and may join', () => {
    room.seat.standUp();
    expect(screen.getByText('You are watching')).toBeTruthy();
    fireEvent.click(button('Join the vote'));
    expect(room.phase.value).toBe('joining');
  });

  test('what goes wrong is said', async () => {
    api.leave.mockResolvedValue(bad('busy', 503));
    await tap('More');
    await tap('Leave');
    expect(screen.getByRole('alert').textContent).not.toBe('');
    expect(room.phase.value).toBe('seated');
  });
});

describe('the name', () => {
  const rename = async (name: string) => {
    await tap(NAME);
    fireEvent.input(screen.getByLabelText('Another name'), { target: { value: name } });
    await tap('Change name');
  };

  test('changes', async () => {
    await rename(' Anna ');
    expect(api.rename.mock.calls.map(([, name]) => name)).toEqual(['Anna']);
    expect(button('You are Anna. Change name')).toBeTruthy();
  });

  test('is not changed to nothing', async () => {
    await rename('  ');
    expect(api.rename).not.toHaveBeenCalled();
  });

  test('that can’t be had is said at its field', async () => {
    api.rename.mockResolvedValue(bad('already-joined', 409));
    await rename('Béla');
    const field = screen.getByLabelText('Another name');
    const alert = screen.getByText(/^This name is taken/);
    expect(field.closest('form')?.contains(alert)).toBe(true);
  });
});

describe('the ways out', () => {
  test('lead to watching', async () => {
    await tap('Watch');
    expect(api.leave).toHaveBeenCalledTimes(1);
    expect(room.phase.value).toBe('watching');
  });

  test('give the seat back, behind More', async () => {
    expect(screen.queryByRole('button', { name: 'Leave' })).toBeNull();
    await tap('More');
    await tap('Leave');
    expect(api.leave).toHaveBeenCalledTimes(1);
    expect(room.notice.value).toBe('left');
  });

  test('make room for somebody else, and the seat stays for the device’s other tabs', async () => {
    await tap('More');
    await tap('Not Ana? Join as somebody else');
    expect(room.phase.value).toBe('joining');
    expect(api.leave).not.toHaveBeenCalled();
    expect(room.seat.suggestedName.value).toBe('');
    expect(device.seat(place)).toBeUndefined();
  });
});

describe('another device', () => {
  const link = () => `https://p.test/abc#Ana:secret${keys}`;

  test('is shown the link, by what is fetched once it is asked for', async () => {
    fetchDevice.mockResolvedValue((shown) => `a code for ${shown}`);
    await tap(NAME);
    expect(fetchDevice).not.toHaveBeenCalled();
    await tap('This device');
    expect(panel()?.textContent).toContain(`a code for ${link()}`);
  });
});

test('who keeps no cookies reads why nothing is live', () => {
  expect(screen.queryByText(/keeps no cookies/)).toBeNull();
  room.status.value = 'cookieless';
  expect(screen.getByText(/keeps no cookies/)).toBeTruthy();
});
