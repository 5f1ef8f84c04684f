import { cleanup } from '@testing-library/react';
import { CompressionStream, DecompressionStream } from 'node:stream/web';
import { afterEach } from 'vitest';

// Browsers have them; a context of its own inside Node has not.
Object.assign(globalThis, { CompressionStream, DecompressionStream });

afterEach(() => {
  cleanup();
  localStorage.clear();
});
