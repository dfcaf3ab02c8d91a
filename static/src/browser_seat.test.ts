// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { takeSeat } from './browser_seat';

const arrive = vi.fn();

beforeEach(() => {
  arrive.mockReset();
  location.hash = '';
});

test('the seat that an address brings is taken, and its key leaves the address bar', () => {
  location.hash = '#Ana:secret';
  expect(takeSeat({ arrive })).toBe(true);
  expect(arrive).toHaveBeenCalledWith({ name: 'Ana', key: 'secret' });
  expect(location.hash).toBe('');
});

test.each(['', '#results', '#Ana:', '#%:b'])('an address with “%s” disturbs nobody', (hash) => {
  location.hash = hash;
  expect(takeSeat({ arrive })).toBe(false);
  expect(arrive).not.toHaveBeenCalled();
  expect(location.hash).toBe('');
});
