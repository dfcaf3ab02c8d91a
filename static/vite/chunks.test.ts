import { expect, test } from 'vitest';
import { chunkOf } from './chunks';

/** Who imports whom, statically (`->`) or as soon as it is needed (`~>`). */
const IMPORTS = `
  vote.html -> vote.tsx
  home.html -> home.tsx
  control.html -> control.tsx
  vote.tsx -> preact
  home.tsx -> preact
  control.tsx -> preact
  vote.tsx -> room.ts
  control.tsx ~> own_vote.ts
  own_vote.ts -> room.ts
  vote.tsx ~> voting.ts
  voting.ts -> seats.ts
  control.tsx -> seats.ts
  home.tsx -> decks.ts
  control.tsx -> decks.ts
  control.tsx -> desk.ts
  control.tsx ~> folds.ts
  home.tsx ~> settings.ts
  settings.ts -> options.ts
  control.tsx -> options.ts
  folds.ts -> names.ts
`;

const lines = IMPORTS.trim()
  .split('\n')
  .map((line) => line.trim().replace('home.html', 'index.html').split(' '));
const importersOf = (id: string, by: string) =>
  lines.filter(([, how, what]) => what === id && how === by).map(([from = '']) => from);
const graph = {
  getModuleInfo: (id: string) => ({
    importers: importersOf(id, '->'),
    dynamicImporters: importersOf(id, '~>'),
  }),
};

test.each([
  ['what the vote page and another need at first', 'preact', 'shared'],
  ['what the vote page needs at first, and a host later', 'room.ts', 'voter'],
  ['what a host needs at first, and voters later', 'seats.ts', 'table'],
  ['what the pages of hosts need at first', 'decks.ts', 'desk'],
  ['what one of them needs at first, and the other later', 'options.ts', 'desk'],
])('%s is in a chunk of its own', (_, id, chunk) => {
  expect(chunkOf(id, graph)).toBe(chunk);
});

test.each([
  ['the script of a page', 'vote.tsx'],
  ['what one page alone needs', 'desk.ts'],
  ['what is fetched by itself', 'voting.ts'],
  ['what is needed by that alone', 'names.ts'],
  ['words', '/src/i18n/hu/vote.ts'],
])('%s is left where it is', (_, id) => {
  expect(chunkOf(id, graph)).toBeNull();
});
