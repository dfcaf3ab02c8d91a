import { effect } from '@preact/signals-core';
import { type ComponentChild, render } from 'preact';
import { text } from '../i18n/message';
import { commonWords } from '../i18n/words';
import { ignoreHeld } from './ignore_held';
import { ownTexts } from './own_texts';

/** A page: what the tab says beside the app's name (may be empty), and what is shown. */
export interface MountProps {
  readonly title: () => string;
  readonly page: () => ComponentChild;
}

/**
 * Shows a page in `place`, and shows it anew whenever a signal that it reads has changed. Pages are drawn
 * from the top: they are small, and so components stay plain functions of their props.
 */
export function mount(place: HTMLElement, { title, page }: MountProps): void {
  ownTexts();
  place.addEventListener('keydown', ignoreHeld);
  effect(() => {
    const focused = document.activeElement;
    render(page(), place);
    if (focused?.isConnected === false) keepFocus(place);
  });
  effect(() => {
    const what = title();
    document.title = what === '' ? commonWords.app : text(commonWords.titled, { what });
  });
}

/** What had the focus is gone: it goes to where the page goes on, rather than to its beginning. */
function keepFocus(place: Element): void {
  if (document.activeElement !== document.body) return;
  place.querySelector<HTMLElement>('[data-goes-on]')?.focus();
}

/** The place for the page in its html entry. */
export function pagePlace(): HTMLElement {
  const place = document.getElementById('app');
  if (place === null) throw new Error('the html entry has no #app');
  return place;
}
