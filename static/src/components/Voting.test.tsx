// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { good } from '../api/api.fake';
import { settle } from '../api/world.fake';
import type { SeatState } from '../model/table';
import { fakeSettings } from '../state/device_settings.fake';
import {
  anotherRoom,
  api,
  device,
  known,
  open,
  openFor,
  place,
  setUpRoom,
} from '../state/vote_room.fake';
import { mount, pagePlace } from './mount';
import { Voting } from './Voting';

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  setUpRoom();
});

afterEach(() => render(null, pagePlace()));

const headline = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('before the server has let a seat in', () => {
  /** A page that has come with Ana's seat as everybody sees it, while her own look is under way. */
  async function openAs(state: SeatState) {
    let answer = () => {};
    api.resume.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = () => resolve(good(openFor('5'), 4));
      }),
    );
    device.keepSeat(place, known);
    const seats = [{ number: 3, name: 'Ana', state }];
    const room = anotherRoom({ view: { ...open, seats, you: undefined }, seq: 4 });
    room.start();
    mount(pagePlace(), {
      title: () => '',
      page: () =>
        room.view.value && (
          <Voting
            room={room}
            view={room.view.value}
            here="https://p.test/abc"
            fetchDevice={async () => () => null}
            settings={fakeSettings()}
            LanguagePicker={() => null}
          />
        ),
    });
    await settle();
    return async () => {
      answer();
      await settle();
    };
  }

  test('its cards are there to be tapped', async () => {
    await openAs('waiting');
    expect(headline()).toBe('Pick a card');
    fireEvent.click(screen.getByRole('button', { name: '8' }));
    await settle();
    expect(api.vote).toHaveBeenCalledWith(known, '8', 1);
  });

  test('nobody is asked for a card who may have chosen one', async () => {
    const answer = await openAs('voted');
    expect(headline()).toBe('Voting is open');
    await answer();
    expect(headline()).toBe('You voted 5');
  });
});
