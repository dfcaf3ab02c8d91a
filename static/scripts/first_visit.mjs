// Usage: node scripts/first_visit.mjs [folder]      (after `npm run build`)
//
// What a first visit to each page transfers: the page and every file that it refers to, as brotli where
// the server has that, headers apart. Exit status 1 if a page takes more than its budget in any language:
// everybody of a team opens the vote page, often on a phone.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Just above what it takes. To raise one is a decision, not an accident.
const MOST_BYTES = { vote: 25_000, index: 30_000, control: 42_000 };

const DIST = process.argv[2] ?? join(import.meta.dirname, '..', 'dist');

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

const pages = readdirSync(DIST).filter((file) => file.endsWith('.html'));
for (const [name, most] of Object.entries(MOST_BYTES)) {
  for (const [file, size] of visit(`${name}.html`)) say(`    ${file}`, size);
  say(`${name}, of ${most}:`, '');
  for (const page of pages.filter((file) => file.startsWith(`${name}.`))) {
    const bytes = sumOf(visit(page));
    const fits = bytes <= most;
    say(`    ${page}`, bytes, fits ? ' bytes' : ' bytes: TOO MUCH');
    if (!fits) process.exitCode = 1;
  }
}
