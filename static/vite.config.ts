import { defineConfig } from 'vitest/config';
import { chunkName, isOfLanguage, languages } from './vite/languages.ts';
import { PAGES, relativeToPage, servePages } from './vite/pages.ts';
import { precompress } from './vite/precompress.ts';
import { smallPreload } from './vite/small_preload.ts';

// What home and control share, and the vote page, which has to stay small, does without: links that are
// copied, decks, and what is folded away.
const NOT_FOR_VOTERS =
  /\/((CopyLink|Fault|Fold|Options|Stack|SureButton)\.tsx|(copier|clipboard|cards|deck|host_icons|settings|host_slugs|host_words)\.ts|(copy|options)\.css)$/;
// Of these, what home needs once the decks are there.
const NOT_AT_FIRST =
  /\/((CopyLink|Fault|Options|SureButton)\.tsx|host_icons\.ts|(copy|options)\.css)$/;
// Nor these, which are asked for when all else is there.
const ALONE = /\/last_sessions\.ts$|\/QrCode\.tsx$|\/lean-qr\//;
/** What is seen by whoever sits at the table, a host as well: a voter sees the join form without it. */
const AT_THE_TABLE =
  /\/(Result|SeatCard|DeviceSwitch|Speakers|Progress|TimerBar|TopicLine|TopicText)\.tsx$|\/(buddies|seat_cards|said|voter_news)\.ts$|\/(switch|result|table|round)\.css$/;
const isForVoters = (id: string) =>
  !isOfLanguage(id) && !NOT_FOR_VOTERS.test(id) && !AT_THE_TABLE.test(id) && !ALONE.test(id);
const server = process.env['PAJTHY_URL'] ?? 'http://127.0.0.1:8000';

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [servePages(), ...languages(), smallPreload(), precompress()],
  experimental: { renderBuiltUrl: relativeToPage },
  build: {
    // Nothing older knows dvh (Chrome) and :has() (Firefox), which the styles can't do without.
    target: ['es2022', 'chrome108', 'firefox121', 'safari16'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: PAGES,
      output: {
        chunkFileNames: chunkName,
        codeSplitting: {
          groups: [
            { name: 'shared', minShareCount: 3, test: isForVoters, priority: 3 },
            { name: 'room', minShareCount: 2, test: isForVoters, priority: 2 },
            { name: 'table', test: AT_THE_TABLE, priority: 1 },
            {
              name: 'desk',
              minShareCount: 2,
              test: (id) => !isOfLanguage(id) && !NOT_AT_FIRST.test(id) && !ALONE.test(id),
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
    setupFiles: ['src/i18n/teach_english.fake.ts'],
  },
});
