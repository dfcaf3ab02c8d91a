// The story once more, in Firefox.
import { existsSync } from 'node:fs';
import { after, test } from 'node:test';
import { playStory } from './engine_story.mjs';
import { firefox, openFirefox } from './firefox.mjs';

const skip = !existsSync(firefox) && `there is no ${firefox}`;
const ends = [];

after(async () => {
  for (const end of ends.reverse()) await end();
});

test('a team grooms in Firefox, also over a line that is cut', { skip }, () =>
  playStory(openFirefox, ends),
);
