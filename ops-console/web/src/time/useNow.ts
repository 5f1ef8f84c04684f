import { useSyncExternalStore } from 'react';

/** One clock for the whole page, so that no two figures on it disagree about what time it is. */
const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function tick() {
  now = new Date();
  for (const listener of listeners) listener();
}

function read(): Date {
  if (!timer && Date.now() - now.getTime() > 1000) now = new Date();
  return now;
}

/** The present moment, renewed every second while somebody looks. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, read);
}
