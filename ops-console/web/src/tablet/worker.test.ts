import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Answering = { waitUntil?: (work: Promise<unknown>) => void; respondWith?: (answer: Promise<unknown>) => void };

/** A browser's caches and network, and the worker of one build in it. */
class Browser {
  readonly shelves = new Map<string, Map<string, string>>();
  network: ((path: string) => string) | null = (path) => `${path} of the hub`;

  private fetched(path: string): string {
    if (!this.network) throw new TypeError('Failed to fetch');
    return this.network(path);
  }

  private readonly caches = {
    open: async (name: string) => {
      const shelf = this.shelves.get(name) ?? new Map<string, string>();
      this.shelves.set(name, shelf);
      return {
        addAll: async (requests: { path: string }[]) => {
          const found = requests.map(({ path }) => [path, this.fetched(path)] as const);
          for (const [path, content] of found) shelf.set(path, content);
        },
        match: async (path: string) => shelf.get(path),
      };
    },
    keys: async () => [...this.shelves.keys()],
    delete: async (name: string) => this.shelves.delete(name),
  };

  /** Starts the worker of a build; returns how it answers the browser's events. */
  worker(version: string, files: string[]) {
    const listeners = new Map<string, (event: Answering & { request?: object }) => void>();
    const self = {
      addEventListener: (name: string, listener: (event: Answering) => void) => listeners.set(name, listener),
      skipWaiting: async () => {},
      clients: { claim: async () => {} },
      location: { origin: 'https://hub.example.jp' },
    };
    class Request {
      constructor(readonly path: string) {}
    }
    const source = readFileSync('src/tablet/worker.js', 'utf8');
    const fetch = async (request: { url: string }) => this.fetched(new URL(request.url).pathname);
    new Function('VERSION', 'FILES', 'self', 'caches', 'fetch', 'Request', source)(
      version,
      files,
      self,
      this.caches,
      fetch,
      Request,
    );
    const happen = async (name: string) => {
      let work: Promise<unknown> = Promise.resolve();
      listeners.get(name)?.({ waitUntil: (promise) => (work = promise) });
      await work;
    };
    return {
      install: () => happen('install'),
      activate: () => happen('activate'),
      /** What the page gets, or null where the worker keeps out of it. */
      get: async (path: string, mode = 'cors', method = 'GET') => {
        let answer: Promise<unknown> | null = null;
        const request = { url: `https://hub.example.jp${path}`, mode, method };
        listeners.get('fetch')?.({ request, respondWith: (promise) => (answer = promise) });
        return answer === null ? null : await answer;
      },
    };
  }
}

const files = ['/tablet/', '/console/assets/tablet-1.js'];

describe('端末に入れたアプリ', () => {
  it('通信がなくても、どの画面からでも開く', async () => {
    const browser = new Browser();
    const worker = browser.worker('1', files);
    await worker.install();
    await worker.activate();
    browser.network = null;
    for (const path of ['/tablet/', '/tablet/people', '/tablet/card/0']) {
      expect(await worker.get(path, 'navigate')).toBe('/tablet/ of the hub');
    }
    expect(await worker.get('/console/assets/tablet-1.js')).toBe('/console/assets/tablet-1.js of the hub');
  });

  it('本部とのやりとりと管理画面には手を出さない', async () => {
    const worker = new Browser().worker('1', files);
    await worker.install();
    expect(await worker.get('/api/checkin/events')).toBeNull();
    expect(await worker.get('/tablet/', 'navigate', 'POST')).toBeNull();
    expect(await worker.get('/console/', 'navigate')).toBeNull();
  });

  it('新しい版は全部そろってから入れかわり、途中で切れたら前の版のまま', async () => {
    const browser = new Browser();
    const first = browser.worker('1', files);
    await first.install();
    await first.activate();
    const second = browser.worker('2', ['/tablet/', '/console/assets/tablet-2.js']);
    browser.network = (path) => {
      if (path.endsWith('.js')) throw new TypeError('Failed to fetch');
      return 'half of it';
    };
    await expect(second.install()).rejects.toThrow();
    expect(await first.get('/tablet/', 'navigate')).toBe('/tablet/ of the hub');
    browser.network = (path) => `${path} anew`;
    await second.install();
    await second.activate();
    expect([...browser.shelves.keys()]).toEqual(['tablet-2']);
    browser.network = null;
    expect(await second.get('/tablet/', 'navigate')).toBe('/tablet/ anew');
    expect(await second.get('/console/assets/tablet-2.js')).toBe('/console/assets/tablet-2.js anew');
  });
});
