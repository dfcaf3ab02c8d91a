import { defineConfig } from 'vitest/config';
import { PAGES, relativeToPage, servePages } from './vite/pages.ts';
import { precompress } from './vite/precompress.ts';
import { smallPreload } from './vite/small_preload.ts';

// What home and control share, and the vote page, which has to stay small, does without: links that are
// copied, decks, and what is folded away.
const NOT_FOR_VOTERS =
  /\/((CopyLink|Fault|Fold|Options|Stack|SureButton)\.tsx|(copier|clipboard|cards|deck|host_icons|settings|host_slugs)\.ts|en\/(copy|faults|home|host)\.ts|(copy|options|signs)\.css)$/;
// Of these, what home needs once the decks are there.
const NOT_AT_FIRST =
  /\/((CopyLink|Fault|Options|SureButton)\.tsx|en\/(copy|faults)\.ts|host_icons\.ts|(copy|options|signs)\.css)$/;
// Nor these, which are asked for when all else is there.
const ALONE = /\/(last_sessions|home_rest)\.ts$|\/QrCode\.tsx$|\/lean-qr\//;
const server = process.env['PAJTHY_URL'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [servePages(), smallPreload(), precompress()],
  experimental: { renderBuiltUrl: relativeToPage },
  build: {
    // Nothing older knows `translate` (Chrome) and AbortSignal.timeout (Firefox, Safari).
    target: ['es2022', 'chrome104', 'firefox100', 'safari16'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: PAGES,
      // One chunk for what all pages share: three small ones would be three requests, and larger.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              minShareCount: 2,
              test: (id) => !NOT_FOR_VOTERS.test(id) && !ALONE.test(id),
              priority: 2,
            },
            {
              name: 'desk',
              minShareCount: 2,
              test: (id) => !NOT_AT_FIRST.test(id) && !ALONE.test(id),
              priority: 1,
            },
            { name: 'fields', minShareCount: 2, test: NOT_AT_FIRST },
          ],
        },
      },
    },
  },
  server: {
    // Host stays as the browser sent it, so that it equals Origin: the server refuses foreign ones.
    proxy: { '/api': { target: server, changeOrigin: false, ws: true } },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'vite/**/*.test.ts'],
    restoreMocks: true,
  },
});
