// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Hand } from './Hand';
import { mount } from './mount';

const onPick = vi.fn<(choice: string) => void>();
const LADDER = new Map([['5', ['PAJ-7', 'PAJ-1 https://jira.test/PAJ-1']]]);

beforeEach(() => {
  vi.useFakeTimers();
  onPick.mockReset();
  document.body.innerHTML = '<div id="app"></div>';
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show({ ladder = LADDER, isOpen = true } = {}): void {
  const place = document.getElementById('app') as HTMLElement;
  mount(place, {
    title: () => '',
    page: () => (
      <Hand
        choices={['1', '5', '8']}
        isOpen={isOpen}
        chosen={undefined}
        pending={undefined}
        ladder={ladder}
        onPick={onPick}
      />
    ),
  });
}

const card = (face: string) => screen.getByRole('button', { name: face });
const bubble = () => document.querySelector('.card-bubble')?.textContent;
const touch = { pointerType: 'touch' };
const mouse = { pointerType: 'mouse' };

describe('a card that is held', () => {
  test('tells what was agreed at it, and is not chosen by the release', () => {
    show();
    fireEvent.pointerDown(card('5'), touch);
    vi.advanceTimersByTime(400);
    expect(bubble()).toBe('Agreed at 5: PAJ-7 and PAJ-1');
    fireEvent.pointerUp(card('5'), touch);
    fireEvent.click(card('5'));
    expect(bubble()).toBeUndefined();
    expect(onPick).not.toHaveBeenCalled();
  });

  test('says as well that nothing was agreed at it', () => {
    show();
    fireEvent.pointerDown(card('8'), touch);
    vi.advanceTimersByTime(400);
    expect(bubble()).toBe('Nothing is agreed at 8 yet');
  });

  test('opens no menu', () => {
    show();
    fireEvent.pointerDown(card('5'), touch);
    const menu = createEvent.contextMenu(card('5'));
    fireEvent(card('5'), menu);
    expect(menu.defaultPrevented).toBe(true);
  });

  test('is chosen by the release where nothing is agreed in the session', () => {
    show({ ladder: new Map() });
    fireEvent.pointerDown(card('5'), touch);
    vi.advanceTimersByTime(2000);
    expect(bubble()).toBeUndefined();
    fireEvent.pointerUp(card('5'), touch);
    fireEvent.click(card('5'));
    expect(onPick).toHaveBeenCalledWith('5');
  });
});

test('a card that is tapped is chosen', () => {
  show();
  fireEvent.pointerDown(card('5'), touch);
  vi.advanceTimersByTime(150);
  fireEvent.pointerUp(card('5'), touch);
  fireEvent.click(card('5'));
  expect(onPick).toHaveBeenCalledWith('5');
});

test('a mouse that rests on a card is told, and chooses by a click', () => {
  show();
  fireEvent.pointerEnter(card('5'), mouse);
  vi.advanceTimersByTime(600);
  expect(bubble()).toBe('Agreed at 5: PAJ-7 and PAJ-1');
  fireEvent.pointerDown(card('5'), mouse);
  fireEvent.pointerUp(card('5'), mouse);
  fireEvent.click(card('5'));
  expect(onPick).toHaveBeenCalledWith('5');
  expect(bubble()).toBeUndefined();
});

test('a mouse on a card at which nothing was agreed is not bothered', () => {
  show();
  fireEvent.pointerEnter(card('8'), mouse);
  vi.advanceTimersByTime(2000);
  expect(bubble()).toBeUndefined();
});

test('Escape takes away what the keyboard has asked for', () => {
  show();
  const matches = vi.spyOn(card('5'), 'matches').mockReturnValue(true);
  fireEvent.focus(card('5'));
  expect(bubble()).toBe('Agreed at 5: PAJ-7 and PAJ-1');
  fireEvent.keyDown(card('5'), { key: 'Escape' });
  expect(bubble()).toBeUndefined();
  matches.mockRestore();
});

test('a screen reader finds it as the description of the card', () => {
  show();
  const described = card('5').getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toBe('Agreed at 5: PAJ-7 and PAJ-1');
  expect(card('8').getAttribute('aria-describedby')).toBeNull();
});

test('cards at rest tell nothing', () => {
  show({ isOpen: false });
  fireEvent.pointerEnter(card('5'), mouse);
  vi.advanceTimersByTime(2000);
  expect(bubble()).toBeUndefined();
  expect(card('5').getAttribute('aria-describedby')).toBeNull();
});
