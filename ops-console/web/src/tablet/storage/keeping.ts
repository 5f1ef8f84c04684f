import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Schemas } from '../../api/types';
import type { Sealed } from '../../offline/seal';

/** What became of an event: only the device has it, the hub has it too, or the hub would not take it. */
export type Standing = 'UNSENT' | 'SENT' | 'REFUSED';

/** Why the hub did not take an event. */
export type RefusalCode = Schemas['CheckinTaken']['refused'][number]['code'];

/** An event as it lies on the device. What is not sealed says nothing of anybody. */
export interface KeptEvent {
  id: string;
  standing: Standing;
  refusal?: RefusalCode;
  sealed: Sealed;
}

/** The device itself as it lies here: its name and token sealed, the count of wrong PINs not. */
export interface KeptTablet {
  id: 'tablet';
  sealed: Sealed;
  wrong: number;
  /** Before this moment no PIN is tried. */
  notBefore: number;
  /** How far the hub's events have been fetched. */
  cursor: number;
}

/** Where a tablet's events lie. What was put is on the disk when the promise is kept. */
export interface Keeping {
  tablet(): Promise<KeptTablet | undefined>;
  putTablet(tablet: KeptTablet): Promise<void>;
  events(): Promise<KeptEvent[]>;
  /** Puts all of them or none. */
  putEvents(events: readonly KeptEvent[]): Promise<void>;
  /** Removes everything. */
  clear(): Promise<void>;
}

interface Schema extends DBSchema {
  tablet: { key: string; value: KeptTablet };
  events: { key: string; value: KeptEvent };
}

/** The browser's own database on this device. */
export class DeviceKeeping implements Keeping {
  private database: Promise<IDBPDatabase<Schema>> | null = null;

  async tablet() {
    return (await this.open()).get('tablet', 'tablet');
  }

  async putTablet(tablet: KeptTablet) {
    const transaction = (await this.open()).transaction('tablet', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(tablet), transaction.done]);
  }

  async events() {
    return (await this.open()).getAll('events');
  }

  async putEvents(events: readonly KeptEvent[]) {
    const transaction = (await this.open()).transaction('events', 'readwrite', { durability: 'strict' });
    await Promise.all([...events.map((event) => transaction.store.put(event)), transaction.done]);
  }

  async clear() {
    const database = await this.open();
    await Promise.all([database.clear('tablet'), database.clear('events')]);
  }

  private open() {
    this.database ??= openDB<Schema>('noroshi-checkin', 1, {
      upgrade(database) {
        database.createObjectStore('tablet', { keyPath: 'id' });
        database.createObjectStore('events', { keyPath: 'id' });
      },
    });
    return this.database;
  }
}
