import { describe, expect, test } from 'vitest';
import { readWayIn } from './way_in';

const here = { origin: 'https://vote.example', base: '' };
const below = { origin: 'http://tools.example:8000', base: '/team/pajthy' };
const ID = 'k3vq7x2m9tda';

const page = (path: string) => ({ kind: 'page', path, id: ID });

describe('a code', () => {
  test.each([ID, ` ${ID}\n`, 'K3VQ7X2M9TDA', 'k3vq 7x2m 9tda', 'k3vq-7x2m-9tda', `“${ID}”.`])(
    'leads to the vote: %j',
    (text) => {
      expect(readWayIn(text, here)).toEqual(page(`/${ID}`));
    },
  );

  test('leads below the path prefix', () => {
    expect(readWayIn(ID, below)).toEqual(page(`/team/pajthy/${ID}`));
  });

  test('has no letter that looks like a digit', () => {
    expect(readWayIn('l3vqIx2mOtda', here)).toMatchObject({ id: '13vq1x2m0tda' });
  });
});

describe('a link', () => {
  test.each([
    [`https://vote.example/${ID}`, `/${ID}`],
    [`  https://vote.example/${ID}/ `, `/${ID}`],
    [`HTTPS://VOTE.EXAMPLE/${ID.toUpperCase()}`, `/${ID}`],
    [`http://vote.example/${ID}`, `/${ID}`],
    [`vote.example/${ID}`, `/${ID}`],
    [`/${ID}`, `/${ID}`],
    [`Join us: https://vote.example/${ID}, we begin at 10.`, `/${ID}`],
    [`<https://vote.example/${ID}>`, `/${ID}`],
    [`https://vote.example/${ID}/control`, `/${ID}/control`],
    [`https://vote.example/${ID}/control#Key_-1`, `/${ID}/control#Key_-1`],
    [`https://vote.example/${ID}#Ana:Key_-1`, `/${ID}#Ana:Key_-1`],
  ])('leads where it says: %j', (text, path) => {
    expect(readWayIn(text, here)).toEqual(page(path));
  });

  test('has the path prefix', () => {
    const link = `http://tools.example:8000/team/pajthy/${ID}/control`;
    expect(readWayIn(link, below)).toEqual(page(`/team/pajthy/${ID}/control`));
  });

  test('of a recipe keeps all that it says', () => {
    const link = 'https://vote.example/new?deck=1,2,Big&title=Sprint%2E';
    const path = '/new?deck=1,2,Big&title=Sprint%2E';
    expect(readWayIn(link, here)).toEqual({ kind: 'page', path, id: undefined });
  });

  test.each([
    [`https://other.example/${ID}`, here, 'other.example'],
    [`https://vote.example:8443/${ID}`, here, 'vote.example:8443'],
    ['tracker.example/browse/PAJ-1', here, 'tracker.example'],
    [`http://tools.example:8000/${ID}`, below, `tools.example:8000/${ID}`],
  ])('that leads elsewhere is not followed: %j', (text, at, host) => {
    expect(readWayIn(text, at)).toEqual({ kind: 'foreign', host });
  });
});

test.each(['', '  ', '“”'])('nothing is nothing: %j', (text) => {
  expect(readWayIn(text, here)).toEqual({ kind: 'empty' });
});

test.each([
  'abc',
  'sprint #12',
  'https://vote.example/',
  'https://vote.example/assets/a.js',
  `https://vote.example/${ID}/history`,
  'https://vote.example/%00',
  'http://',
  'javascript:alert(1)//k3vq7x2m9tda',
  '//evil.example/k3vq7x2m9tda/x',
  'a/b\\c d',
])('what is neither leads nowhere: %j', (text) => {
  expect(readWayIn(text, here).kind).toMatch(/unclear|foreign/);
});
