import { describe, expect, test, vi } from 'vitest';
import { FakeWorld } from '../api/world.fake';
import { Copier } from './copier';
import { Invite } from './invite';

function open(link = 'https://vote.example/k3vq7x2m9tda', share?: (link: string) => Promise<void>) {
  const copyText = vi.fn(async () => true);
  const copier = new Copier(link, { world: new FakeWorld(), copyText });
  return { copyText, invite: new Invite({ copier, share }) };
}

test.each([
  ['https://vote.example/k3vq7x2m9tda', 'vote.example/', ['k3vq', '7x2m', '9tda']],
  ['http://10.0.0.5:8000/team/pajthy/abcde', '10.0.0.5:8000/team/pajthy/', ['abcd', 'e']],
])('a link is said as where it leads and a code in groups: %s', (link, host, groups) => {
  expect(open(link).invite.spoken).toEqual({ host, groups });
});

describe('sharing', () => {
  test('hands the link to the device', async () => {
    const share = vi.fn(async () => {});
    const { invite, copyText } = open('https://vote.example/abcde', share);
    expect(invite.canShare).toBe(true);
    await invite.share();
    expect(share).toHaveBeenCalledWith('https://vote.example/abcde');
    expect(copyText).not.toHaveBeenCalled();
  });

  test('that fails copies the link', async () => {
    const { invite, copyText } = open('https://vote.example/abcde', async () => {
      throw new DOMException('no', 'NotAllowedError');
    });
    await invite.share();
    expect(copyText).toHaveBeenCalledWith('https://vote.example/abcde');
    expect(invite.copier.outcome.value).toBe('copied');
  });

  test('that somebody thinks better of does nothing', async () => {
    const { invite, copyText } = open('https://vote.example/abcde', async () => {
      throw new DOMException('no', 'AbortError');
    });
    await invite.share();
    expect(copyText).not.toHaveBeenCalled();
  });

  test('is not offered where the device knows of none', () => {
    expect(open().invite.canShare).toBe(false);
  });
});
