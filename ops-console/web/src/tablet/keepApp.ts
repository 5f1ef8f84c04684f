const lookEveryMs = 3_600_000;

/**
 * Has the browser keep the app, so that it opens without any network, and look for a newer one while it runs. A
 * newer one is used from the next opening on; what was written lies elsewhere and is not touched.
 */
export function keepApp() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register('/tablet/sw.js', { scope: '/tablet/' }).then((registration) => {
    const look = () => void registration.update().catch(() => {});
    setInterval(look, lookEveryMs);
    globalThis.addEventListener('online', look);
  });
}
