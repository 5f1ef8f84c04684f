import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where a hub under development listens; the console's own server passes `/api` on to it. */
const hub = process.env['NOROSHI_HUB'] ?? 'http://localhost:8080';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: process.env['NOROSHI_CONSOLE_OUT'] ?? 'dist',
    emptyOutDir: true,
    // Inlined files would need data: sources that the hub's content security policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
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
