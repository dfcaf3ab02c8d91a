// Usage: node scripts/first_visit.mjs      (after `npm run build`)
//
// What a first visit to each page transfers: the page and every file that it refers to, as brotli where
// the server has that, headers apart. Exit status 1 if the vote page, which everybody of a team opens,
// often on a phone, takes more than its budget in any language.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Just above what it takes. To raise it is a decision, not an accident.
const MOST_BYTES_TO_VOTE = 25_000;

const DIST = join(import.meta.dirname, '..', 'dist');
const PAGES = { home: 'index.html', vote: 'vote.html', control: 'control.html' };

/** Bytes by file, the page's own first. */
function visit(page) {
  const html = readFileSync(join(DIST, page), 'utf8');
  const addresses = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g)];
  // Relative to wherever the page is served: the control page one level deeper than it lies.
  const files = addresses.map(([, address]) => address.replace(/^(\.{1,2}\/)+/, ''));
  if (!files.some((file) => file.endsWith('.js'))) throw new Error(`${page} refers to no script`);
  return new Map([page, ...files].map((file) => [file, transferred(file)]));
}

function transferred(file) {
  const path = join(DIST, file);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
}

function sumOf(sizes) {
  return [...sizes.values()].reduce((total, size) => total + size, 0);
}

function say(text, bytes, unit = '') {
  process.stdout.write(`${text.padEnd(36)}${String(bytes).padStart(8)}${unit}\n`);
}

for (const [name, page] of Object.entries(PAGES)) {
  const sizes = visit(page);
  say(name, sumOf(sizes), ' bytes');
  for (const [file, size] of sizes) say(`    ${file}`, size);
}

say(`the vote page, of ${MOST_BYTES_TO_VOTE}:`, '');
for (const page of readdirSync(DIST).filter((file) => /^vote(\.[\w-]+)?\.html$/.test(file))) {
  const bytes = sumOf(visit(page));
  const fits = bytes <= MOST_BYTES_TO_VOTE;
  say(`    ${page}`, bytes, fits ? ' bytes' : ' bytes: TOO MUCH');
  if (!fits) process.exitCode = 1;
}
