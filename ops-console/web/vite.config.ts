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

export default defineConfig({
  base: '/console/',
  plugins: [react(), paperFonts],
  build: {
    outDir: process.env['NOROSHI_CONSOLE_OUT'] ?? 'dist',
    emptyOutDir: true,
    // Inlined files would need data: sources that the hub's content security policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { console: 'index.html', 'public-map': 'src/public/publicMap.ts' },
      output: {
        // The residents' page names this file itself, so its name carries no hash.
        entryFileNames: ({ name }) => (name === 'public-map' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': hub } },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    // No test waits for time to pass; this only bears with a machine that is busy with a whole build.
    testTimeout: 60_000,
  },
});
