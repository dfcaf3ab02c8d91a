/** Which folder knows which: read from left to right, nothing points back. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What the code of a folder may import from, beside itself. */
const KNOWS = {
  model: [],
  api: ['model'],
  state: ['api', 'model'],
  i18n: ['model'],
  components: ['api', 'i18n', 'model', 'state', 'styles'],
  pages: ['api', 'components', 'i18n', 'model', 'state'],
} as const satisfies Record<string, readonly string[]>;

/** Of these also the types: words are written for them. */
const TYPES: Partial<Record<string, readonly string[]>> = { i18n: ['api', 'state'] };

const here = new URL('.', import.meta.url);
const files = (folder: string) =>
  readdirSync(new URL(folder, here), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|fake)\./.test(file),
  );

test.each(Object.entries(KNOWS))('%s imports from %j only', (folder, known) => {
  const strays = files(folder).flatMap((file) => {
    const place = new URL(`${folder}/${file}`, here);
    const text = readFileSync(place, 'utf8');
    const imports = text.matchAll(/import (type )?[^;]*?'(\.\.\/[^']+)'/g);
    return [...imports].flatMap(([, type, path = '']) => {
      const [from = ''] = new URL(path, place).pathname.slice(here.pathname.length).split('/');
      const allowed: readonly string[] = [...known, folder, ...((type && TYPES[folder]) || [])];
      return allowed.includes(from) ? [] : [`${file} from ${from}`];
    });
  });
  expect(strays).toEqual([]);
});
