import { expect, test } from 'vitest';
import { topicLink } from './round';

test('a topic that is an address of the web is a link', () => {
  expect(topicLink('https://example.org/PAJ-1')).toBe('https://example.org/PAJ-1');
  expect(topicLink('HTTP://example.org')).toBe('http://example.org/');
});

test.each([
  'Login',
  'see https://example.org',
  'https://example.org and more',
  'javascript:alert(1)',
  'ftp://example.org',
  'http://',
  'https://[',
])('%s is text', (topic) => {
  expect(topicLink(topic)).toBeUndefined();
});
