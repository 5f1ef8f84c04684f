import { useEffect, useSyncExternalStore } from 'react';

/** How bright the room is. */
export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'noroshi.theme';
const night = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let chosen: Theme = remembered();

function remembered(): Theme {
  const stored = localStorage.getItem(storageKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  night?.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    night?.removeEventListener('change', listener);
  };
}

function isDark(): boolean {
  return chosen === 'dark' || (chosen === 'system' && (night?.matches ?? false));
}

export function chooseTheme(theme: Theme) {
  chosen = theme;
  localStorage.setItem(storageKey, theme);
  for (const listener of listeners) listener();
}

export function useChosenTheme(): Theme {
  return useSyncExternalStore(subscribe, () => chosen);
}

/** Whether the page is dark now, by choice or by the system. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}

/** Puts the theme on the page. */
export function useThemeOnPage() {
  const dark = useDark();
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
}
