import { HybridClock } from '../clock/clock';
import { project } from '../projection/project';
import type { CheckinState } from '../projection/state';
import type { Keeping, KeptEvent, RefusalCode, Standing } from '../storage/keeping';
import type { Safe } from '../storage/safe';
import type { CheckinEvent, Fact } from './event';
import { EventLog } from './log';

/** An event that the hub would not take, and why. */
export interface Refused {
  event: CheckinEvent;
  refusal: RefusalCode;
}

/** What a journal shows at one moment. The same object until something changes. */
export interface JournalView {
  events: readonly CheckinEvent[];
  state: CheckinState;
  /** How many events only this device has. */
  unsent: number;
  refused: readonly Refused[];
  /** The last thing that happened could not be put on the disk, and so did not count. */
  failing: boolean;
}

interface Origin {
  device: string;
  shelter: string;
}

/**
 * All events that a tablet knows, in memory to be read and sealed on the disk to last. An event counts from the
 * moment it is on the disk.
 */
export class Journal {
  private readonly keeping: Keeping;
  private readonly safe: Safe;
  private readonly origin: Origin;
  private readonly now: () => number;
  private readonly clock: HybridClock;
  private readonly log = new EventLog();
  private readonly kept = new Map<string, KeptEvent>();
  private readonly listeners = new Set<() => void>();
  private projected: { events: readonly CheckinEvent[]; state: CheckinState } | null = null;
  private failing = false;
  private shown: JournalView;

  private constructor(keeping: Keeping, safe: Safe, origin: Origin, now: () => number, hubNow: () => number) {
    this.keeping = keeping;
    this.safe = safe;
    this.origin = origin;
    this.now = now;
    this.clock = new HybridClock(now, hubNow);
    this.shown = this.look();
  }

  /** Reads what lies on the device; the safe is open. */
  static async open(
    keeping: Keeping,
    safe: Safe,
    origin: Origin,
    now: () => number,
    hubNow: () => number = now,
  ): Promise<Journal> {
    const journal = new Journal(keeping, safe, origin, now, hubNow);
    const kept = await keeping.events();
    const events = await Promise.all(kept.map(({ id, sealed }) => safe.open(id, sealed) as Promise<CheckinEvent>));
    for (const each of kept) journal.kept.set(each.id, each);
    journal.admit(events);
    return journal;
  }

  get view(): JournalView {
    return this.shown;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Writes down what happened here, or at another shelter as seen from here. All of them or none. */
  async write(by: string, facts: readonly Fact[], shelter = this.origin.shelter): Promise<CheckinEvent[]> {
    const at = new Date(this.now()).toISOString();
    const events = facts.map((fact): CheckinEvent => ({
      id: crypto.randomUUID(),
      device: this.origin.device,
      shelter,
      clock: this.clock.tick(),
      at,
      by,
      fact,
    }));
    await this.keep(events, 'UNSENT');
    return events;
  }

  /** Takes in what others wrote, and returns how much of it was new. What another tablet handed over is still to be sent. */
  async take(events: readonly CheckinEvent[], standing: 'SENT' | 'UNSENT'): Promise<number> {
    const fresh = [...new Map(events.map((event) => [event.id, event])).values()].filter(
      ({ id }) => !this.kept.has(id),
    );
    await this.keep(fresh, standing);
    // The hub has told an event that still waited here: an answer was lost on the way.
    if (standing === 'SENT')
      await this.mark(
        events.map(({ id }) => id).filter((id) => this.waits(id)),
        'SENT',
      );
    return fresh.length;
  }

  /** The oldest events that only this device has. */
  unsent(most: number): CheckinEvent[] {
    return this.log.events.filter(({ id }) => this.waits(id)).slice(0, most);
  }

  /** Notes what became of events. */
  async mark(ids: readonly string[], standing: Standing, refusals: ReadonlyMap<string, RefusalCode> = new Map()) {
    const changed = ids.flatMap((id): KeptEvent[] => {
      const kept = this.kept.get(id);
      const refusal = refusals.get(id);
      return kept ? [{ id, sealed: kept.sealed, standing, ...(refusal ? { refusal } : {}) }] : [];
    });
    if (changed.length === 0) return;
    await this.keeping.putEvents(changed);
    for (const each of changed) this.kept.set(each.id, each);
    this.announce();
  }

  /** How far the hub's events have been fetched. */
  async cursor(): Promise<number> {
    return (await this.keeping.tablet())?.cursor ?? 0;
  }

  async moveCursor(cursor: number): Promise<void> {
    const tablet = await this.keeping.tablet();
    if (tablet) await this.keeping.putTablet({ ...tablet, cursor });
  }

  private waits(id: string): boolean {
    return this.kept.get(id)?.standing === 'UNSENT';
  }

  private async keep(events: readonly CheckinEvent[], standing: Standing) {
    if (events.length === 0) return;
    const kept = await Promise.all(
      events.map(async (event) => ({ id: event.id, standing, sealed: await this.safe.seal(event.id, event) })),
    );
    try {
      await this.keeping.putEvents(kept);
      this.failing = false;
    } catch (error) {
      this.failing = true;
      this.announce();
      throw error;
    }
    for (const each of kept) this.kept.set(each.id, each);
    this.admit(events);
  }

  private admit(events: readonly CheckinEvent[]) {
    for (const { device, clock } of this.log.add(events)) {
      if (device === this.origin.device) this.clock.remember(clock);
      else this.clock.observe(clock);
    }
    this.announce();
  }

  private announce() {
    this.shown = this.look();
    for (const listener of this.listeners) listener();
  }

  private look(): JournalView {
    const { events } = this.log;
    const standings = [...this.kept.values()];
    const stateOf = () => this.stateOf(events);
    return {
      events,
      // Worked out when somebody looks: a hundred events that come at once are counted once.
      get state() {
        return stateOf();
      },
      failing: this.failing,
      unsent: standings.filter(({ standing }) => standing === 'UNSENT').length,
      refused: events.flatMap((event) => {
        const refusal = this.kept.get(event.id)?.refusal;
        return refusal ? [{ event, refusal }] : [];
      }),
    };
  }

  private stateOf(events: readonly CheckinEvent[]): CheckinState {
    if (this.projected?.events !== events) this.projected = { events, state: project(events) };
    return this.projected.state;
  }
}
