// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/preact';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeWorld, settle } from '../api/world.fake';
import { Copier } from '../state/copier';
import { Invite } from '../state/invite';
import { Invitation, InviteOverlay } from './Invitation';
import { mount, pagePlace } from './mount';

const LINK = 'https://vote.example/k3vq7x2m9tda';
const copyText = vi.fn(async () => true);
const share = vi.fn(async () => {});

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
  copyText.mockClear();
  share.mockClear();
});

afterEach(() => render(null, pagePlace()));

function invitation(canShare = true): Invite {
  const copier = new Copier(LINK, { world: new FakeWorld(), copyText });
  return new Invite({ copier, share: canShare ? share : undefined });
}

const button = (name: string) => screen.getByRole('button', { name });

test('the invitation shows the link as a code, in words and to copy', async () => {
  const invite = invitation();
  mount(pagePlace(), {
    title: () => '',
    page: () => <Invitation invite={invite} isLocked={false} />,
  });
  expect(screen.getByRole('img', { name: /code for a camera/ })).toBeTruthy();
  expect(document.querySelector('.spoken')?.textContent).toBe('vote.example/k3vq7x2m9tda');
  expect(screen.getByLabelText('Link to vote')).toHaveProperty('value', LINK);
  fireEvent.click(button('Copy link'));
  await settle();
  expect(copyText).toHaveBeenCalledWith(LINK);
  expect(screen.getByText('Copied')).toBeTruthy();
  fireEvent.click(button('Share'));
  expect(share).toHaveBeenCalledWith(LINK);
});

test('where the device shares nothing, nothing says that it does', () => {
  render(<Invitation invite={invitation(false)} isLocked={false} />, pagePlace());
  expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
});

test('the overlay is a dialog that is there as long as it is open', async () => {
  const invite = invitation();
  mount(pagePlace(), {
    title: () => '',
    page: () => invite.isOpen.value && <InviteOverlay invite={invite} isLocked />,
  });
  expect(screen.queryByRole('dialog')).toBeNull();
  for (const close of [
    () => fireEvent.click(button('Close')),
    () => fireEvent.click(screen.getByRole('dialog')),
    () => fireEvent.keyDown(button('Close'), { key: 'i' }),
  ]) {
    invite.open();
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Take a seat' });
    expect(dialog.open).toBe(true);
    expect(dialog.textContent).toContain('nobody new can join');
    fireEvent.click(screen.getByRole('heading'));
    expect(dialog.open).toBe(true);
    close();
    await settle();
    expect(invite.isOpen.value).toBe(false);
    expect(screen.queryByRole('dialog')).toBeNull();
  }
});
