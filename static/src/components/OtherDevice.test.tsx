// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeWorld } from '../api/world.fake';
import { Copier } from '../state/copier';
import { pagePlace } from './mount';
import { OtherDevice } from './OtherDevice';

const generate = vi.hoisted(() =>
  vi.fn(() => ({ size: 2, get: (x: number, y: number) => x === y })),
);

vi.mock('lean-qr', () => ({ generate, correction: {} }));

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});

test('the code of a link is drawn once, however often the page is', () => {
  const world = new FakeWorld();
  const show = (link: string) =>
    render(
      <OtherDevice copier={new Copier(link, { world, copyText: async () => true })} />,
      pagePlace(),
    );
  show('https://p.test/#Ana:a');
  show('https://p.test/#Ana:a');
  expect(generate.mock.calls).toEqual([['https://p.test/#Ana:a', {}]]);
  expect(document.querySelector('.qr-dark')?.getAttribute('d')).toBe('M0 0h1v1h-1zM1 1h1v1h-1z');
  show('https://p.test/#Anna:a');
  expect(generate).toHaveBeenCalledTimes(2);
});
