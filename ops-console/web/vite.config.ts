import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Where a hub under development listens; the console's own server passes `/api` on to it. */
const hub = process.env['NOROSHI_HUB'] ?? 'http://localhost:8080';

/** The typefaces that the hub prints with, under names of their own and with their licence. */
const paperFonts: Plugin = {
  name: 'paper-fonts',
  apply: 'build',
  buildStart() {
    const files = {
      'BIZUDPGothic-Regular.ttf': '400Regular/BIZUDPGothic_400Regular.ttf',
      'BIZUDPGothic-Bold.ttf': '700Bold/BIZUDPGothic_700Bold.ttf',
      'OFL.txt': 'LICENSE_FONT',
    };
    for (const [fileName, source] of Object.entries(files)) {
      this.emitFile({
        type: 'asset',
        fileName: `fonts/${fileName}`,
        source: readFileSync(`node_modules/@expo-google-fonts/biz-udpgothic/${source}`),
      });
    }
  },
};

/** The tablet's service worker: it keeps exactly the files of this build that the tablet's page needs. */
const tabletWorker: Plugin = {
  name: 'tablet-worker',
  apply: 'build',
  enforce: 'post',
  // What lies beside the tablet's page is asked for there, within the reach of its worker.
  transformIndexHtml: { order: 'post', handler: (html) => html.replaceAll('/console/tablet/', '/tablet/') },
  generateBundle(_, bundle) {
    const needed = new Set<string>();
    const need = (fileName: string) => {
      const chunk = bundle[fileName];
      if (needed.has(fileName) || chunk?.type !== 'chunk') return;
      needed.add(fileName);
      for (const style of chunk.viteMetadata?.importedCss ?? []) needed.add(style);
      for (const asset of chunk.viteMetadata?.importedAssets ?? []) needed.add(asset);
      for (const other of [...chunk.imports, ...chunk.dynamicImports]) need(other);
    };
    const entry = Object.values(bundle).find((each) => each.type === 'chunk' && each.isEntry && each.name === 'tablet');
    if (!entry) this.error('the tablet has no entry');
    need(entry.fileName);
    const files = ['/tablet/', ...tabletFiles, ...[...needed].sort().map((name) => `/console/${name}`)];
    const worker = readFileSync('src/tablet/worker.js', 'utf8');
    const html = readFileSync('tablet/index.html', 'utf8');
    const version = createHash('sha256').update(JSON.stringify(files)).update(worker).update(html).digest('hex');
    const names = `const VERSION = '${version.slice(0, 16)}';\nconst FILES = ${JSON.stringify(files)};\n`;
    this.emitFile({ type: 'asset', fileName: 'tablet/sw.js', source: names + worker });
  },
};

const tabletFiles = ['/tablet/manifest.webmanifest', '/tablet/icon.svg', '/tablet/icon-192.png'];

export default defineConfig({
  base: '/console/',
  plugins: [react(), paperFonts, tabletWorker],
  build: {
    outDir: process.env['NOROSHI_CONSOLE_OUT'] ?? 'dist',
    emptyOutDir: true,
    // Inlined files would need data: sources that the hub's content security policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { console: 'index.html', tablet: 'tablet/index.html', 'public-map': 'src/public/publicMap.ts' },
      output: {
        // The residents' page names this file itself, so its name carries no hash.
        entryFileNames: ({ name }) => (name === 'public-map' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': hub } },
  test: {
    environment: 'happy-dom',
    // A context per file instead of a process per file: the same isolation for a quarter of the work.
    pool: 'vmThreads',
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    // No test waits for time to pass; this only bears with a machine that is busy with a whole build.
    testTimeout: 60_000,
  },
});
