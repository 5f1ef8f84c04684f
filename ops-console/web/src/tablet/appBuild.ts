const lookEveryMs = 3_600_000;

/**
 * The build of the app that runs here. The browser keeps it, so that it opens without any network, and looks for a
 * newer one while it runs. A newer one lies ready beside it and is used from the next opening on; what was written
 * lies elsewhere and is not touched.
 */
export class AppBuild {
  private newer = false;
  private readonly listeners = new Set<() => void>();

  /** Whether a newer build lies ready. */
  get outdated(): boolean {
    return this.newer;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Opens the newer build. Everything that was written is on the disk; whatever is half written is not. */
  renew = () => location.reload();

  keep() {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    let served = serviceWorker.controller !== null;
    serviceWorker.addEventListener('controllerchange', () => {
      // The first worker of all has nothing older beside it.
      if (served) this.tell();
      served = true;
    });
    void serviceWorker.register('/tablet/sw.js', { scope: '/tablet/' }).then((registration) => {
      const look = () => void registration.update().catch(() => {});
      setInterval(look, lookEveryMs);
      globalThis.addEventListener('online', look);
    });
  }

  private tell() {
    this.newer = true;
    for (const listener of this.listeners) listener();
  }
}
