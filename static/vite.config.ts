import { defineConfig } from 'vitest/config';
import { chunkOf } from './vite/chunks.ts';
import { chunkName, languages } from './vite/languages.ts';
import { PAGES, relativeToPage, servePages } from './vite/pages.ts';
import { precompress } from './vite/precompress.ts';
import { smallPreload } from './vite/small_preload.ts';

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
        codeSplitting: { groups: [{ name: chunkOf }], includeDependenciesRecursively: false },
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
