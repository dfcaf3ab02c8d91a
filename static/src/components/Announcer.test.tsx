// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { News } from '../state/news';
import { Announcer, spoken } from './Announcer';

test('the same fact that is told twice changes what a screen reader looks at', () => {
  const place = document.createElement('div');
  const news = new News<string>();
  const texts = ['', 'opened', 'opened', 'opened', 'closed'].map((fact) => {
    if (fact !== '') news.tell(fact);
    render(<Announcer>{spoken(news.last.value, (text) => text)}</Announcer>, place);
    return place.textContent;
  });
  expect(texts.map((text) => text?.trim())).toEqual(['', 'opened', 'opened', 'opened', 'closed']);
  expect(texts[1]).not.toBe(texts[2]);
  expect(texts[2]).not.toBe(texts[3]);
  // Nothing is added where it is not needed.
  expect(texts[4]).toBe('closed');
});
