// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Question } from '../model/round';
import type { Place } from '../model/seat_cards';
import type { SeatState } from '../model/table';
import { pagePlace } from './mount';
import type { Stage } from './SeatCard';
import { Table } from './Table';

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});

afterEach(() => render(null, pagePlace()));

const place = (number: number, state: SeatState = 'waiting', more: Partial<Place> = {}): Place => ({
  number,
  name: `P${number}`,
  state,
  choice: undefined,
  mark: undefined,
  ...more,
});

const crowd = (count: number, state: SeatState = 'waiting') =>
  Array.from({ length: count }, (_, index) => place(index + 1, state));

function show(
  places: readonly Place[],
  {
    stage = 'open',
    own,
    questions,
  }: { stage?: Stage; own?: number; questions?: readonly Question[] } = {},
) {
  render(
    <Table places={places} stage={stage} own={own} {...(questions && { questions })}>
      <h1>Pick a card</h1>
    </Table>,
    pagePlace(),
  );
}

const all = () => [...document.querySelectorAll<HTMLElement>('.seat')];
/** What a seat is, to who sees it not. */
const textOf = (seat: Element) => seat.textContent?.trim() ?? '';
/** What is there on a screen of that width. */
const on = (width: 'narrow' | 'wide') =>
  all()
    .filter((seat) => seat.dataset['off'] !== width)
    .map(textOf);
const names = () => [...document.querySelectorAll('.seat-name')].map((name) => name.textContent);
const card = (name: string) =>
  document
    .querySelector(`[title="${name}"]`)
    ?.parentElement?.querySelector<HTMLElement>('.seat-card');
const rank = (name: string) =>
  document
    .querySelector(`[title="${name}"]`)
    ?.closest<HTMLElement>('.seat')
    ?.style.getPropertyValue('--rank');

describe('a seat', () => {
  test('says who sits there and how they stand, in words', () => {
    show([place(1, 'voted'), place(2), place(3, 'away')]);
    expect(all().map(textOf)).toEqual(['P1 voted', 'P2 waiting', 'P3 away']);
  });

  test('waits for nothing before a vote is open', () => {
    show([place(1), place(2, 'away')], { stage: 'none' });
    expect(all().map(textOf)).toEqual(['P1 here', 'P2 away']);
  });

  test('says what was chosen, and marks who speaks first', () => {
    show([place(1, 'voted', { choice: '5', mark: 'end' }), place(2)], { stage: 'revealed' });
    expect(all().map(textOf)).toEqual(['5P1 voted 5', 'P2 no vote']);
    expect(card('P1')?.dataset).toMatchObject({ shows: 'shown', mark: 'end' });
  });

  test('shows a face while it is waited for, a card face down once it has voted', () => {
    show([place(1), place(2, 'voted'), place(3, 'away')]);
    const shown = ['P1', 'P2', 'P3'].map((name) => card(name)?.dataset['shows']);
    expect(shown).toEqual(['waiting', 'voted', 'away']);
    expect(card('P1')?.querySelector('svg')).toBeTruthy();
    expect(card('P2')?.childNodes).toHaveLength(0);
    expect(card('P3')?.querySelector('path')?.getAttribute('d')).not.toBe(
      card('P1')?.querySelector('path')?.getAttribute('d'),
    );
  });

  test('has its whole name in its title, though it may be cut off', () => {
    const name = 'Ana of the team with a very long name';
    show([place(1, 'waiting', { name })]);
    expect(document.querySelector('.seat-name')?.getAttribute('title')).toBe(name);
  });

  test('of the reader is “You”, and has the name in its title', () => {
    show([place(1), place(2)], { own: 2 });
    expect(names()).toEqual(['P1', 'You']);
    expect(document.querySelectorAll('.seat-name')[1]?.getAttribute('title')).toBe('P2');
  });
});

describe('the table', () => {
  test('has half of the seats above what is said, and half below, in their order', () => {
    show(crowd(5));
    const lists = [...document.querySelectorAll('ul')].map((list) =>
      [...list.querySelectorAll('.seat-name')].map((name) => name.textContent),
    );
    expect(lists).toEqual([
      ['P1', 'P2', 'P3'],
      ['P4', 'P5'],
    ]);
    expect(document.querySelector('ul + .table-middle + ul')).toBeTruthy();
  });

  test('of nobody has what is said alone', () => {
    show([]);
    expect(document.querySelector('ul')).toBeNull();
    expect(document.querySelector('h1')?.textContent).toBe('Pick a card');
  });

  test('ranks the reader first, then those who are missed, have voted, and are away', () => {
    show([place(1, 'away'), place(2, 'voted'), place(3), place(4, 'voted')], { own: 4 });
    expect(['P4', 'P3', 'P2', 'P1'].map(rank)).toEqual(['0', '1', '2', '3']);
    expect(names()).toEqual(['P1', 'P2', 'P3', 'You']);
  });

  test('turns the cards one after the other, those that are there alone', () => {
    show([place(1, 'voted', { choice: '1' }), place(2), place(3, 'voted', { choice: '5' })]);
    const turns = all().map((seat) => seat.style.getPropertyValue('--turn'));
    expect([turns[0], turns[2]]).toEqual(['0', '1']);
  });
});

describe('where there is not room for all', () => {
  test('seven are all there, on a phone and on a wide screen', () => {
    show(crowd(7));
    expect(on('narrow')).toHaveLength(7);
    expect(on('wide')).toEqual(on('narrow'));
  });

  test('the eighth makes a pile on a phone, which stands for two', () => {
    show(crowd(8));
    expect(on('narrow')).toHaveLength(7);
    expect(on('narrow').at(-1)).toBe('+2and 2 more');
    expect(on('wide')).toHaveLength(8);
    expect(on('wide').at(-1)).toBe('P8 waiting');
  });

  test('24 are all there on a wide screen', () => {
    show(crowd(24));
    expect(on('wide')).toHaveLength(24);
    expect(on('narrow')).toHaveLength(7);
    expect(on('narrow').at(-1)).toBe('+18and 18 more');
  });

  test('the 25th makes a pile there, too', () => {
    show(crowd(25));
    expect(on('wide')).toHaveLength(24);
    expect(on('wide').at(-1)).toBe('+2and 2 more');
    expect(on('narrow').at(-1)).toBe('+19and 19 more');
  });

  test('those who are missed stay in view, whoever sits where', () => {
    const places = [...crowd(30, 'voted'), place(31), place(32), place(33, 'away')];
    show(places);
    expect(on('narrow').slice(0, 2)).toEqual(['P1 voted', 'P2 voted']);
    for (const width of ['narrow', 'wide'] as const) {
      expect(on(width)).toContain('P31 waiting');
      expect(on(width)).toContain('P32 waiting');
      expect(on(width)).not.toContain('P33 away');
    }
  });

  test('the reader does, too, whatever the reader has done', () => {
    show([...crowd(30), place(31, 'voted')], { own: 31 });
    for (const width of ['narrow', 'wide'] as const) expect(on(width)).toContain('You voted');
    expect(rank('P31')).toBe('0');
  });

  test('the pile counts those who are not there, to the last', () => {
    for (const count of [8, 24, 25, 60, 100]) {
      show(crowd(count));
      for (const width of ['narrow', 'wide'] as const) {
        const seats = on(width);
        const pile = /\+(\d+)/.exec(seats.at(-1) ?? '')?.[1];
        const shown = pile === undefined ? seats.length : seats.length - 1;
        expect(shown + Number(pile ?? 0)).toBe(count);
      }
    }
  });
});

describe('who has a question', () => {
  const asking = () => document.querySelectorAll('.seat-card > .question-mark').length;

  test('has a mark at the card, and words for who can’t see it', () => {
    show([place(1), place(2, 'voted')], { questions: [{ number: 2, name: 'P2' }] });
    expect(asking()).toBe(1);
    expect(all().map(textOf)).toEqual(['P1 waiting', 'P2 P2 has a question voted']);
  });

  test('is in view, however many there are', () => {
    show(crowd(9, 'voted'), { questions: [{ number: 9, name: 'P9' }] });
    expect(on('narrow').some((text) => text.startsWith('P9 '))).toBe(true);
  });
});
