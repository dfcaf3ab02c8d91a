// @vitest-environment happy-dom

import { readdirSync } from 'node:fs';
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { LANGUAGES } from '../i18n/languages';
import { LanguagePicker } from './LanguagePicker';

test('each language that the page has is offered by its own name', () => {
  const folders = readdirSync('src/i18n', { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  expect(Object.keys(LANGUAGES).sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('the page’s own is chosen, until another one is', () => {
  document.documentElement.lang = 'hu';
  const choose = vi.fn<(tag: string) => void>();
  render(<LanguagePicker language={{ choose }} />);
  const picker = screen.getByLabelText<HTMLSelectElement>('Language');
  expect(picker.selectedOptions[0]?.textContent).toBe('magyar');
  fireEvent.change(picker, { target: { value: 'ja' } });
  expect(choose.mock.calls).toEqual([['ja']]);
});
