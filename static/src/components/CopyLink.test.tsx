// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { FakeWorld } from '../api/world.fake';
import { Copier } from '../state/copier';
import { CopyLink } from './CopyLink';

test('a tap on the link selects all of it, and its end, which would clear that in Safari, is kept from it', () => {
  const link = 'https://p.test/0123456789ab';
  const copier = new Copier(link, { world: new FakeWorld(), copyText: async () => true });
  render(<CopyLink action="Copy link" label="Link to vote" copier={copier} />);
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to vote' });
  fireEvent.focus(field);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, link.length]);
  expect(fireEvent.mouseUp(field)).toBe(false);
});
