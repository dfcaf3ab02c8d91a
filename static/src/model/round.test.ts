import { expect, test } from 'vitest';
import { shownTopic } from './round';

const link = 'https://tracker.example/PAJ-1';

test.each([
  ['Login', { text: 'Login' }],
  [link, { text: link, link }],
  ['HTTP://tracker.example', { text: 'HTTP://tracker.example', link: 'HTTP://tracker.example' }],
  [`PAJ-1 Login ${link}`, { text: 'PAJ-1 Login', link }],
  [`${link} Login`, { text: 'Login', link }],
  [`See ${link} first`, { text: `See ${link} first`, link }],
  [`[Login](${link})`, { text: 'Login', link }],
  [`PAJ-1: [Login](${link}) once more`, { text: 'PAJ-1: Login once more', link }],
  [`[PAJ-1] [Login](${link})`, { text: '[PAJ-1] Login', link }],
  [`[Login](${link}_(2))`, { text: 'Login', link: `${link}_(2)` }],
  [`[PAJ-1] Login ${link}`, { text: '[PAJ-1] Login', link }],
])('a topic leads where its address says: %s', (topic, shown) => {
  expect(shownTopic(topic)).toEqual(shown);
});

test.each([
  'javascript:alert(1)',
  '[Login](javascript:alert(1))',
  'data:text/html,x',
  'ftp://tracker.example',
  'https://',
  'https:// tracker.example',
  '//tracker.example',
  'xhttp:/tracker.example',
])('only the web is led to: %s', (topic) => {
  expect(shownTopic(topic)).toEqual({ text: topic });
});
