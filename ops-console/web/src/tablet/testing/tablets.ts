import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { keyOf } from '../../offline/seal';
import { Journal } from '../log/journal';
import type { CheckinEvent } from '../log/event';
import { DeviceKeeping, type RefusalCode } from '../storage/keeping';
import { type Enrolment, Safe } from '../storage/safe';
import { type Hub, type Page, type Taken, Unreachable } from '../sync/hub';

/** The real number of rounds is there to be slow. */
const quickKey: typeof keyOf = (word, salt) => keyOf(word, salt, 10);

export const pin = '482915';
export const place = {
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  name: '見本小学校 体育館',
  capacity: 200,
  state: 'OPEN' as const,
};
export const otherPlace = {
  id: 'aaaaaaaa-0000-4000-8000-000000000002',
  name: '見本公民館',
  capacity: 60,
  state: 'OPEN' as const,
};

export function enrolmentOf(number = 1): Enrolment {
  const device = `dddddddd-0000-4000-8000-00000000000${number}`;
  return {
    device,
    token: 'token',
    name: `受付${number}`,
    mode: 'DRILL',
    shelter: place.id,
    shelters: [place, otherPlace],
  };
}

/** A tablet on a disk of its own. */
export async function newTablet(number = 1, clock = { now: Date.parse('2026-11-28T06:00:00Z') + number }) {
  globalThis.indexedDB = new IDBFactory();
  const keeping = new DeviceKeeping();
  // The database is opened now, while the disk is this tablet's.
  await keeping.tablet();
  const safe = new Safe(keeping, () => clock.now, quickKey);
  const enrolment = enrolmentOf(number);
  await safe.enrol(enrolment, pin);
  const origin = { device: enrolment.device, shelter: place.id };
  const openJournal = () => Journal.open(keeping, safe, origin, () => clock.now++);
  return { keeping, safe, clock, enrolment, openJournal, journal: await openJournal() };
}

/** A hub in memory that may be cut off, lose answers, or refuse. */
export class FakeHub implements Hub {
  readonly aheadMs = 0;
  readonly events: CheckinEvent[] = [];
  reachable = true;
  loseNextAnswer = false;
  refusal: (event: CheckinEvent) => RefusalCode | null = () => null;
  told: number[] = [];

  async send(events: readonly CheckinEvent[], unsent: number): Promise<Taken> {
    if (!this.reachable) throw new Unreachable();
    this.told.push(unsent);
    const refused = events.flatMap((event) => {
      const code = this.refusal(event);
      return code ? [{ id: event.id, code }] : [];
    });
    const known = new Set([...this.events, ...refused].map(({ id }) => id));
    this.events.push(...events.filter(({ id }) => !known.has(id)));
    if (this.loseNextAnswer) {
      this.loseNextAnswer = false;
      throw new Unreachable();
    }
    return { refused };
  }

  async fetch(after: number): Promise<Page> {
    if (!this.reachable) throw new Unreachable();
    const events = this.events.slice(after, after + 3);
    const next = after + events.length;
    return { events, next, more: next < this.events.length };
  }

  follow(_: () => void, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
  }
}
