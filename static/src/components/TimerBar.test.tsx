// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { TimerBar } from './TimerBar';

afterEach(cleanup);

const timer = () => screen.getByRole('timer', { name: 'Time left' });
const fill = () => timer().querySelector<HTMLElement>('.timer-fill');

test('the time is text and a bar', () => {
  render(<TimerBar left={{ seconds: 65, part: 0.5 }} />);
  expect(timer().textContent).toBe('1:05');
  expect(timer().dataset['short']).toBe('false');
  expect(fill()?.style.getPropertyValue('--part')).toBe('0.5');
});

test('the last ten seconds are marked', () => {
  const { rerender } = render(<TimerBar left={{ seconds: 11, part: 1 }} />);
  expect(timer().dataset['short']).toBe('false');
  rerender(<TimerBar left={{ seconds: 10, part: 0.9 }} />);
  expect(timer().dataset['short']).toBe('true');
  expect(timer().textContent).toBe('0:10');
});

test('without a timer there is nothing', () => {
  const { container } = render(<TimerBar left={undefined} />);
  expect(container.innerHTML).toBe('');
});

test('a timer that rests says so, and is in no hurry', () => {
  render(<TimerBar left={{ seconds: 8, part: 0.2 }} rests={true} />);
  expect(timer().textContent).toBe('0:08The timer rests');
  expect(timer().dataset['short']).toBe('false');
});
