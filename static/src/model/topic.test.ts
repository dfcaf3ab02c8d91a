import { describe, expect, test } from 'vitest';
import { asKept, isKey, readTopic, topicFault, topicText } from './topic';

describe('the key of a topic', () => {
  test.each([
    ['PAJ-1 Login', 'PAJ-1', 'Login'],
    ['PAJ-1: Login', 'PAJ-1', 'Login'],
    ['PAJ-1 - Login', 'PAJ-1', 'Login'],
    ['[PAJ-1] Login', 'PAJ-1', 'Login'],
    ['(PAJ-1) Login', 'PAJ-1', 'Login'],
    ['sc-12 Login', 'sc-12', 'Login'],
    ['US1234 Login', 'US1234', 'Login'],
    ['AB#12 Login', 'AB#12', 'Login'],
    ['!12 Login', '!12', 'Login'],
    ['#12 Login', '#12', 'Login'],
    ['app#12 Login', 'app#12', 'Login'],
    ['owner/app#12 Login', 'owner/app#12', 'Login'],
    ['group/sub/app!12 Login', 'group/sub/app!12', 'Login'],
    ['PAJ-1', 'PAJ-1', 'PAJ-1'],
  ])('%s', (text, key, title) => {
    expect(readTopic(text)).toEqual({ key, title });
  });

  test.each([
    'Login',
    'UTF-8 everywhere',
    'ISO-8601 dates',
    'MP3 player',
    '3D view',
    'PAJ-1a Login',
    'PAJ-1, once more',
    'A plan for PAJ-1',
    '# Login',
  ])('is none: %s', (text) => {
    expect(readTopic(text)).toEqual({ title: text });
  });
});

describe('the address of a topic', () => {
  const url = 'https://tracker.example/1';

  test.each([
    [`Login ${url}`, 'Login'],
    [`Login: ${url}`, 'Login'],
    [`Login (${url})`, 'Login'],
    [`Login <${url}>`, 'Login'],
    [`${url} Login`, 'Login'],
    [`${url} – Login`, 'Login'],
    [`[Login](${url})`, 'Login'],
    [`[Login](${url} "the page")`, 'Login'],
    [`See [Login](${url}) first`, 'See Login first'],
    [`See ${url} first`, `See ${url} first`],
    [url, url],
    [`[${url}](${url})`, url],
  ])('%s', (text, title) => {
    expect(readTopic(text)).toEqual({ url, title });
  });

  test('stands beside a key', () => {
    expect(readTopic(`PAJ-1 Login ${url}`)).toEqual({ key: 'PAJ-1', url, title: 'Login' });
    expect(readTopic(`[PAJ-1](${url}) Login`)).toEqual({ key: 'PAJ-1', url, title: 'Login' });
    expect(readTopic(`PAJ-1 ${url}`)).toEqual({ key: 'PAJ-1', url, title: 'PAJ-1' });
  });

  test('may have parentheses of its own', () => {
    const page = 'https://en.example/wiki/Login_(page)';
    expect(readTopic(`[Login](${page})`)).toEqual({ url: page, title: 'Login' });
    expect(readTopic(`Login ${page}`)).toEqual({ url: page, title: 'Login' });
  });

  test.each([
    'javascript:alert(1)',
    '[Login](javascript:alert(1))',
    'ftp://tracker.example',
    'https:// no',
  ])('is of the web only: %s', (text) => {
    expect(readTopic(text)).toEqual({ title: text });
  });
});

test('a topic is kept as a text that any client can show', () => {
  const url = 'https://tracker.example/1';
  expect(topicText({ key: 'PAJ-1', url, title: 'Login' })).toBe(`PAJ-1 Login ${url}`);
  expect(topicText({ key: 'PAJ-1', title: 'PAJ-1 Login' })).toBe('PAJ-1 Login');
  expect(topicText({ key: 'PAJ-1', title: '[PAJ-1] Login' })).toBe('[PAJ-1] Login');
  expect(topicText({ key: 'PAJ-1', title: 'PAJ-1' })).toBe('PAJ-1');
  expect(topicText({ url, title: `[Login](${url})` })).toBe(`Login ${url}`);
  expect(topicText({ url, title: url })).toBe(url);
});

test('what is written in any other form is kept so', () => {
  expect(asKept(' [Login](https://tracker.example/1)\u200b ')).toBe(
    'Login https://tracker.example/1',
  );
  expect(asKept('https://tracker.example/1 Login')).toBe('Login https://tracker.example/1');
  expect(asKept('See https://tracker.example/1 first')).toBe('See https://tracker.example/1 first');
  expect(asKept('Login\n  now')).toBe('Login now');
});

test.each([
  { key: 'PAJ-1', title: 'Login' },
  { key: '#12', url: 'https://tracker.example/1', title: 'Login, now' },
  { url: 'https://tracker.example/1', title: 'https://tracker.example/1' },
  { title: 'Login' },
])('what is kept can be taken apart again: %j', (topic) => {
  expect(readTopic(topicText(topic))).toEqual(topic);
});

test('nothing but a key is a key', () => {
  expect(['PAJ-1', 'sc-12', 'DE77', '#1', 'owner/app#12'].every(isKey)).toBe(true);
  expect(['', 'PAJ', 'paj 1', 'UTF-8', 'PAJ-1 Login', '12'].some(isKey)).toBe(false);
});

test('only what can’t be mended can’t be kept', () => {
  expect(topicFault('Login')).toBeUndefined();
  expect(topicFault('👍'.repeat(200))).toBeUndefined();
  expect(topicFault('x'.repeat(201))).toBe('tooLong');
  expect(topicFault('Login\u0007')).toBe('unfit');
  expect(topicFault('Z\u0301\u0301\u0301\u0301\u0301algo')).toBe('unfit');
  expect(topicFault('a\ud800b')).toBe('unfit');
});
