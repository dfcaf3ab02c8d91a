// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeWorld } from '../api/world.fake';
import { Copier } from '../state/copier';
import { pagePlace } from './mount';
import { OtherDevice } from './OtherDevice';

const generate = vi.hoisted(() => vi.fn(() => ({ toCanvas: () => {} })));

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
  show('https://p.test/#Anna:a');
  expect(generate).toHaveBeenCalledTimes(2);
});
