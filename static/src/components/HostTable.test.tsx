// @vitest-environment happy-dom
import { effect } from '@preact/signals-core';
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fake, fakeControllerApi } from '../api/api.fake';
import type { ControllerApi } from '../api/controller_api';
import { FakeWorld, settle } from '../api/world.fake';
import type { ControllerView } from '../model/controller';
import { controllerView } from '../model/view.fake';
import { People } from '../state/people';
import { HostTable } from './HostTable';
import { pagePlace } from './mount';

let api: Fake<ControllerApi>;
let people: People;
let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  api = fakeControllerApi();
});

afterEach(() => {
  stop();
  render(null, pagePlace());
});

function show(members: Partial<ControllerView>): void {
  const view = controllerView(members);
  people = new People({
    world: new FakeWorld(),
    api,
    view: () => view,
    carryOut: async (_, change) => (await change())?.ok === true,
  });
  stop = effect(() => {
    render(
      <HostTable view={view} people={people}>
        <h1>Ready</h1>
      </HostTable>,
      pagePlace(),
    );
  });
}

const five = ['Ana', 'Béla', 'Cili', 'Dóra', 'Edit'];
const crowd = (count: number) => Array.from({ length: count }, (_, index) => `P${index + 1}`);
const seats = () => [...document.querySelectorAll('.seat')].map((seat) => seat.textContent);
const table = () => screen.getByRole('region', { name: 'Participants' });
const lists = () =>
  [...document.querySelectorAll('ul')].map((list) => list.querySelectorAll('li').length);
const seat = (name: RegExp) => screen.getByRole('button', { name });
const dialog = () => document.querySelector('dialog');

describe('the table of a host', () => {
  test('has those who are missed first, then those who have voted, then who is away', () => {
    const votes = new Map([['Ana', '*']]);
    show({ open: true, participants: five, votes, away: new Set(['Béla']) });
    expect(seats()).toEqual([
      'Cili waiting',
      'Dóra waiting',
      'Edit waiting',
      'Ana voted',
      'Béla away',
    ]);
  });

  test('shows no value while the vote is open', () => {
    show({ open: true, participants: five, votes: new Map([['Ana', '*']]) });
    expect(document.body.textContent).not.toContain('*');
  });

  test('shows what was chosen once it has closed, and who did not vote', () => {
    show({ participants: ['Ana', 'Béla'], votes: new Map([['Ana', '5']]) });
    expect(seats()).toEqual(['Béla no vote', '5Ana voted 5']);
  });

  test('has everybody here before the first vote', () => {
    show({ participants: ['Ana', 'Béla'], away: new Set(['Béla']) });
    expect(seats()).toEqual(['Ana here', 'Béla away']);
  });

  test('has seats above what is said and below, up to eleven', () => {
    show({ participants: crowd(11) });
    expect(lists()).toEqual([6, 5]);
    expect(table().dataset['many']).toBe('false');
  });

  test('has twelve and more below what is said', () => {
    show({ participants: crowd(12) });
    expect(lists()).toEqual([12]);
    expect(table().dataset['many']).toBe('true');
    expect(document.querySelector('.table-middle + ul')).toBeTruthy();
  });

  test('shows everybody, however many they are', () => {
    show({ participants: crowd(150) });
    expect(seats()).toHaveLength(150);
  });

  test('of nobody has what is said alone', () => {
    show({});
    expect(lists()).toEqual([]);
    expect(screen.getByRole('heading').textContent).toBe('Ready');
  });
});

describe('a seat', () => {
  beforeEach(() => show({ open: true, participants: five, numbers: [1, 2, 4, 7, 9] }));

  test('has nothing that could be pressed by mistake before it is opened', () => {
    expect(dialog()).toBeNull();
    expect(screen.queryByText('Kick')).toBeNull();
    expect(seat(/^Cili/).getAttribute('aria-haspopup')).toBe('dialog');
  });

  test('opens a dialog that is called by the name, and says how they stand', () => {
    fireEvent.click(seat(/^Cili/));
    expect(people.looked.value).toBe(4);
    expect(dialog()?.open).toBe(true);
    expect(dialog()?.getAttribute('aria-label')).toBe('Cili');
    expect(dialog()?.textContent).toContain('waiting');
  });

  test('is left as it is by Close', () => {
    fireEvent.click(seat(/^Cili/));
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(dialog()).toBeNull();
    expect(people.looked.value).toBeUndefined();
    expect(api.kick).not.toHaveBeenCalled();
  });

  test('is left as it is by a tap beside the dialog, and not by one in it', () => {
    fireEvent.click(seat(/^Cili/));
    fireEvent.click(screen.getByRole('heading', { name: 'Cili' }));
    expect(dialog()?.open).toBe(true);
    fireEvent.click(dialog() ?? document.body);
    expect(dialog()).toBeNull();
    expect(api.kick).not.toHaveBeenCalled();
  });

  test('is removed by one tap there', async () => {
    fireEvent.click(seat(/^Cili/));
    fireEvent.click(screen.getByRole('button', { name: 'Kick Cili' }));
    await settle();
    expect(api.kick.mock.calls).toEqual([['Cili']]);
    expect(dialog()).toBeNull();
  });
});

test('the dialog of somebody who is gone meanwhile closes', () => {
  show({ participants: ['Ana'], numbers: [1] });
  people.looked.value = 7;
  expect(dialog()).toBeNull();
});
