// @vitest-environment happy-dom
import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { fetchWords, teach } from '../i18n/books';
import { waysWords } from '../i18n/host_words';
import { lately } from './lately';

const { go } = waysWords;

afterEach(async () => {
  teach('en', {});
  Object.assign(waysWords, { go });
  await fetchWords();
});

test('what is fetched shows itself when the words for it are there as well', async () => {
  let arrive = () => {};
  const words = new Promise<void>((done) => {
    arrive = done;
  });
  teach('en', {}, async () => {
    await words;
    return [{ waysWords: { ...waysWords, go: 'Los' } }];
  });
  const Button = lately(async () => () => <button type="button">{waysWords.go}</button>);
  const place = document.createElement('div');
  effect(() => render(<Button />, place));
  await new Promise((done) => setTimeout(done));
  expect(place.textContent).toBe('');
  arrive();
  await expect.poll(() => place.textContent).toBe('Los');
});
