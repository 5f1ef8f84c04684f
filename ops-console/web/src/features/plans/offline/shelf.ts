import type { Sealed } from '../../../offline/seal';

/** A draft as it lies on the device. What is not sealed says nothing of the person. */
export interface Stored {
  /** The plan's number. */
  id: string;
  account: string;
  takenAt: number;
  /** When it is thrown away, handed in or not. */
  until: number;
  /** Whether something was written that the hub does not have. */
  waiting: boolean;
  /** How often a wrong PIN was tried since it was last unlocked. */
  wrong: number;
  sealed: Sealed;
}

/** Where drafts lie. */
export interface Shelf {
  list(): Promise<Stored[]>;
  put(stored: Stored): Promise<void>;
  remove(id: string): Promise<void>;
}

const store = 'drafts';

/** The browser's own database on this device. */
export class DeviceShelf implements Shelf {
  private database: Promise<IDBDatabase> | null = null;

  list(): Promise<Stored[]> {
    return this.run('readonly', (drafts) => drafts.getAll() as IDBRequest<Stored[]>);
  }

  async put(stored: Stored): Promise<void> {
    await this.run('readwrite', (drafts) => drafts.put(stored));
  }

  async remove(id: string): Promise<void> {
    await this.run('readwrite', (drafts) => drafts.delete(id));
  }

  /** Done when it is on the disk, not when it was asked for: the tablet may be switched off next. */
  private async run<T>(mode: IDBTransactionMode, work: (drafts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await (this.database ??= this.open());
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  private open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open('noroshi-taken-along', 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}
