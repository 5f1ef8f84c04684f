import { useEffect, useSyncExternalStore } from 'react';
import { DeviceShelf, type Stored } from './shelf';
import { Vault } from './vault';

/** The plans taken along on this device. */
export const device = new Vault(new DeviceShelf());

/** Whether the browser can seal and keep anything here: only over https, or on this machine itself. */
export function canKeep(): boolean {
  return globalThis.isSecureContext && 'indexedDB' in globalThis && 'serviceWorker' in navigator;
}

const lookEveryMs = 30_000;

/** What lies on the device, and whether it is unlocked; looked at again while the page is open. */
export function useDevice(): { stored: readonly Stored[]; unlocked: boolean } {
  const stored = useSyncExternalStore(device.subscribe, () => device.stored);
  const unlocked = useSyncExternalStore(device.subscribe, () => device.unlocked);
  useEffect(() => {
    if (!canKeep()) return;
    const look = () => void device.look().catch(() => {});
    look();
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  }, []);
  return { stored, unlocked };
}

/**
 * Has the service worker keep the console as it is loaded now, so that it opens without a connection.
 * Nothing that the hub says of people is ever kept by it.
 */
export async function keepConsole(): Promise<void> {
  const base = import.meta.env.BASE_URL;
  const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
  await navigator.serviceWorker.ready;
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith(`${base}assets/`))
    .map(({ pathname }) => pathname);
  const worker = registration.active;
  if (!worker) throw new Error('the console could not be kept on this device');
  const { port1, port2 } = new MessageChannel();
  const kept = new Promise<void>((resolve, reject) => {
    port1.onmessage = ({ data }) => (data === 'kept' ? resolve() : reject(new Error(String(data))));
  });
  worker.postMessage({ keep: [...new Set(loaded)] }, [port2]);
  await kept;
}

/** Removes everything that was taken along. */
export async function wipeDevice(): Promise<void> {
  if (canKeep()) await device.wipe();
}
