// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { TopicLine } from './TopicLine';

afterEach(cleanup);

test('a topic is a heading', () => {
  render(<TopicLine topic="Login" attempt={1} />);
  expect(screen.getByRole('heading').textContent?.trim()).toBe('Login');
  expect(screen.queryByRole('link')).toBeNull();
});

test('an address leads there, in a tab that knows nothing of this one', () => {
  render(<TopicLine topic="https://example.org/PAJ-1" attempt={2} />);
  expect(screen.getByRole('heading').textContent).toBe('https://example.org/PAJ-1 Attempt 2');
  const link = screen.getByRole('link');
  expect(link.textContent).toBe('https://example.org/PAJ-1');
  expect(link.getAttribute('href')).toBe('https://example.org/PAJ-1');
  expect(link.getAttribute('target')).toBe('_blank');
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
});

test('what only looks like an address is text', () => {
  render(<TopicLine topic="javascript:alert(1)" attempt={1} />);
  expect(screen.queryByRole('link')).toBeNull();
});

test('a second attempt is said without a topic, too, and a first one is not', () => {
  const { container, rerender } = render(<TopicLine topic={undefined} attempt={2} />);
  expect(container.textContent).toBe('Attempt 2');
  rerender(<TopicLine topic={undefined} attempt={1} />);
  expect(container.innerHTML).toBe('');
});
