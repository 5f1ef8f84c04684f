import { useEffect } from 'react';

const touches = ['pointerdown', 'keydown'] as const;
const lookEveryMs = 5_000;

/** Calls when nobody has touched the page for so long. A device that slept meanwhile is found out when it wakes. */
export function useIdle(afterMs: number, onIdle: () => void) {
  useEffect(() => {
    let touched = Date.now();
    const touch = () => (touched = Date.now());
    const look = () => {
      if (Date.now() - touched >= afterMs) onIdle();
    };
    const timer = setInterval(look, lookEveryMs);
    for (const each of touches) document.addEventListener(each, touch, true);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const each of touches) document.removeEventListener(each, touch, true);
      document.removeEventListener('visibilitychange', look);
    };
  }, [afterMs, onIdle]);
}
