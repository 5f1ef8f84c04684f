import { useEffect, useSyncExternalStore } from 'react';

/** Without a sign of life for this long the connection counts as lost; with the rhythm of asking, within 3 s. */
const lostAfterMs = 2200;
const askEveryMs = 700;
/** A slow hub still answers: questions may be older than the silence that counts as lost. */
const giveUpAfterMs = 6000;

let lastHeard = Date.now();
let lost = false;
const listeners = new Set<() => void>();

/** Notes a sign of life of the hub: any answer, any live event. */
export function heard() {
  lastHeard = Date.now();
  judge();
}

function judge() {
  const judged = Date.now() - lastHeard > lostAfterMs;
  if (judged === lost) return;
  lost = judged;
  for (const listener of listeners) listener();
}

/** When the hub was last heard of. */
export function lastHeardAt(): Date {
  return new Date(lastHeard);
}

/**
 * Asks the hub for a sign of life while the page is looked at. A cut cable closes no connection, so
 * silence alone tells, and an open event stream cannot.
 */
export function useHeartbeat() {
  useEffect(() => {
    const ask = () => {
      if (document.hidden) return;
      fetch('/api/hub', { cache: 'no-store', signal: AbortSignal.timeout(giveUpAfterMs) })
        .then((answer) => answer.ok && heard())
        .catch(judge);
      judge();
    };
    const wake = () => {
      // Timers sleep with a hidden page: its silence says nothing about the hub.
      if (!document.hidden) heard();
    };
    const timer = setInterval(ask, askEveryMs);
    document.addEventListener('visibilitychange', wake);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, []);
}

/** Whether the hub can be reached. */
export function useConnected(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => !lost,
  );
}
