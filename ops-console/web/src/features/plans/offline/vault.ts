import type { LoadedSupporter, Plan, PlanContent, PlanProposal } from '../plan';
import { keyOf, newSalt, open, seal } from '../../../offline/seal';
import type { Shelf, Stored } from './shelf';

/** A plan as it is taken along; version 0: nobody has written it yet. */
export type TakenPlan = Pick<
  Plan,
  'id' | 'hazard' | 'version' | 'person' | 'exposures' | 'zones' | 'supporters' | 'content'
>;

/** A plan taken along: what the hub said when it was taken, and what has been written since. */
export interface Taken {
  plan: TakenPlan;
  proposal: PlanProposal | null;
  supporters: readonly LoadedSupporter[];
  /** The number of the draft: handed in twice it counts once. */
  draftId: string;
  baseVersion: number;
  content: PlanContent;
}

/** The PIN opens nothing that lies here; so many more may be tried. */
export class WrongPin extends Error {
  readonly left: number;

  constructor(left: number) {
    super();
    this.left = left;
  }
}

/** Whoever tries so often does not know it: what lies here is thrown away. */
export const mostWrongPins = 10;

const hour = 3_600_000;

/**
 * The plans taken along on this device, sealed under a PIN that is kept nowhere. Drafts whose hours are over
 * are removed before anything is read. Holds the key while it is unlocked.
 */
export class Vault {
  private readonly shelf: Shelf;
  private readonly now: () => number;
  private key: { key: CryptoKey; salt: Uint8Array<ArrayBuffer> } | null = null;
  private readonly listeners = new Set<() => void>();
  private lines: readonly Stored[] = [];

  constructor(shelf: Shelf, now: () => number = Date.now) {
    this.shelf = shelf;
    this.now = now;
  }

  /** What lies here, as of the last look. The same array until something changes. */
  get stored(): readonly Stored[] {
    return this.lines;
  }

  get unlocked(): boolean {
    return this.key !== null;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Looks again, and throws away what is over. */
  async look(): Promise<readonly Stored[]> {
    const all = await this.shelf.list();
    const over = all.filter(({ until }) => until <= this.now());
    for (const { id } of over) await this.shelf.remove(id);
    const before = this.lines.length;
    this.lines = all.filter(({ until }) => until > this.now());
    // A PIN that was just chosen for the first plan stays until that plan lies here.
    if (before > 0 && this.lines.length === 0) this.key = null;
    for (const listener of this.listeners) listener();
    return this.lines;
  }

  /**
   * Unlocks with the PIN of what lies here; with nothing here, any PIN is the new one. After too many wrong ones
   * everything is thrown away. Who copies the storage is not stopped by the count: the PIN alone protects from them.
   */
  async unlock(pin: string): Promise<void> {
    const [first] = await this.look();
    const salt = first?.sealed.salt ?? newSalt();
    const key = await keyOf(pin, salt);
    if (first) {
      // Counted before it is tried: whoever switches off in between does not get it for nothing.
      await this.shelf.put({ ...first, wrong: first.wrong + 1 });
      await open(key, first.id, first.sealed).catch(() => this.refuse(first.wrong + 1));
      await this.shelf.put({ ...first, wrong: 0 });
    }
    this.key = { key, salt };
    for (const listener of this.listeners) listener();
  }

  private async refuse(wrong: number): Promise<never> {
    const left = Math.max(0, mostWrongPins - wrong);
    if (left === 0) await this.wipe();
    throw new WrongPin(left);
  }

  lock() {
    this.key = null;
    for (const listener of this.listeners) listener();
  }

  /** Puts a plan here for so many hours. */
  async take(account: string, taken: Taken, hours: number): Promise<void> {
    const { id } = taken.plan;
    const takenAt = this.now();
    const sealed = await this.sealed(id, taken);
    await this.shelf.put({ id, account, takenAt, until: takenAt + hours * hour, waiting: false, wrong: 0, sealed });
    await this.look();
  }

  async read(id: string): Promise<Taken | null> {
    const stored = (await this.look()).find((each) => each.id === id);
    return stored && this.key ? ((await open(this.key.key, id, stored.sealed)) as Taken) : null;
  }

  /** Keeps what was written. It waits to be handed in from now on. */
  async write(taken: Taken): Promise<void> {
    const { id } = taken.plan;
    const stored = this.lines.find((each) => each.id === id);
    if (!stored) throw new Error('this plan is no longer on the device');
    await this.shelf.put({ ...stored, waiting: true, sealed: await this.sealed(id, taken) });
    await this.look();
  }

  async remove(id: string): Promise<void> {
    await this.shelf.remove(id);
    await this.look();
  }

  /** Removes everything: whoever signs out leaves nothing behind. */
  async wipe(): Promise<void> {
    for (const { id } of await this.shelf.list()) await this.shelf.remove(id);
    await this.look();
  }

  private sealed(id: string, taken: Taken) {
    if (!this.key) throw new Error('the device is locked');
    return seal(this.key.key, this.key.salt, id, taken);
  }
}
