// The story once more, in WebKit.
import { existsSync } from 'node:fs';
import { after, test } from 'node:test';
import { playStory } from './engine_story.mjs';
import { openWebkit, webkit } from './webkit.mjs';

const skip = !existsSync(webkit) && `there is no ${webkit}`;
const ends = [];

after(async () => {
  for (const end of ends.reverse()) await end();
});

test(
  'a team grooms in WebKit, also over a line that is cut',
  { skip },
  () => playStory(openWebkit, ends, 'Béla'), // its driver types no emoji
);
