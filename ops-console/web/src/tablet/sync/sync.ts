import type { Journal } from '../log/journal';
import type { CheckinEvent } from '../log/event';
import { Declined, type Hub, LockedOut, Unreachable } from './hub';

/** What the tablet knows of its connection. */
export type Connection =
  { state: 'CONNECTING' | 'OFFLINE' } | { state: 'CONNECTED'; since: number } | { state: 'LOCKED_OUT'; reason: string };

/** The most events handed over at once. */
export const batch = 500;
const leastPace = 20;
/** The hub takes no larger document than 1 MiB. */
const mostBytes = 700_000;
const firstDelayMs = 1_000;
const longestDelayMs = 60_000;
/** Asks this often even when nothing was announced: an announcement may get lost. */
const askEveryMs = 60_000;

/** How long to wait after so many failures in a row; chance keeps many tablets from knocking all at once. */
export function delayAfter(failures: number, chance: number): number {
  const delay = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures - 1, 10));
  return delay / 2 + (delay / 2) * chance;
}

/**
 * Hands over what only this device has and fetches what others wrote, again and again. Nothing on the tablet waits
 * for it. Stops for good when the hub locks the device out: what is unsent stays.
 */
export class Sync {
  private readonly journal: Journal;
  private readonly hub: Hub;
  private readonly afterwards: () => Promise<void>;
  private readonly listeners = new Set<() => void>();
  private shown: Connection = { state: 'CONNECTING' };
  private failures = 0;
  /** How many events go at once: fewer over a thin line, where a large request never arrives in time. */
  private pace = batch;
  private running: Promise<void> | null = null;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private live: AbortController | null = null;
  private stopped = true;
  private unwatch = () => {};

  /** `afterwards` is done at the end of each round that succeeded so far. */
  constructor(journal: Journal, hub: Hub, afterwards: () => Promise<void> = async () => {}) {
    this.journal = journal;
    this.hub = hub;
    this.afterwards = afterwards;
  }

  get connection(): Connection {
    return this.shown;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start() {
    this.stopped = false;
    this.unwatch = this.journal.subscribe(() => {
      // While nobody answers the pace is kept: a tap does not knock once more.
      if (this.shown.state === 'CONNECTED' && this.journal.view.unsent > 0) void this.now();
    });
    void this.now();
  }

  stop() {
    this.stopped = true;
    this.unwatch();
    clearTimeout(this.timer);
    this.live?.abort();
    this.live = null;
  }

  /** Does a round now. While one is under way another one follows it. */
  now = (): Promise<void> => {
    if (this.stopped || this.shown.state === 'LOCKED_OUT') return Promise.resolve();
    clearTimeout(this.timer);
    this.again = this.running !== null;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  };

  private async run() {
    do {
      this.again = false;
      await this.round();
    } while (this.again && this.shown.state === 'CONNECTED');
  }

  private async round() {
    try {
      await this.push();
      await this.pull();
      // What is only good to know must not make a connection look broken.
      await this.afterwards().catch(() => {});
      this.failures = 0;
      this.pace = batch;
      this.show({ state: 'CONNECTED', since: Date.now() });
      this.follow();
      this.later(askEveryMs);
    } catch (error) {
      if (error instanceof LockedOut) {
        this.show({ state: 'LOCKED_OUT', reason: error.reason });
        this.stop();
        return;
      }
      this.failures++;
      this.pace = Math.max(leastPace, Math.floor(this.pace / 2));
      // A stream over a network that went away may hang for ever without a word.
      this.live?.abort();
      this.live = null;
      this.show({ state: 'OFFLINE' });
      this.later(delayAfter(this.failures, Math.random()));
      // What is no answer of the hub is a fault of ours: it is tried again like an outage, and told to whoever debugs.
      if (!(error instanceof Unreachable)) console.error(error);
    }
  }

  private async push() {
    let most = this.pace;
    for (let events = this.next(most); events.length > 0; events = this.next(most)) {
      try {
        await this.hand(events);
        most = this.pace;
      } catch (error) {
        if (!(error instanceof Declined) || !error.ofContent) throw error;
        // One that cannot be taken must not hold up all others: it is looked for by halves, and put aside.
        const [first] = events;
        if (first && events.length === 1)
          await this.journal.mark([first.id], 'REFUSED', new Map([[first.id, 'UNREADABLE']]));
        most = Math.max(1, Math.floor(events.length / 2));
      }
    }
  }

  /** The oldest events that fit into one request. */
  private next(most: number): CheckinEvent[] {
    let bytes = 0;
    return this.journal.unsent(most).filter((event, place) => {
      bytes += new TextEncoder().encode(JSON.stringify(event)).length;
      return place === 0 || bytes <= mostBytes;
    });
  }

  private async hand(events: readonly CheckinEvent[]) {
    const { refused } = await this.hub.send(events, this.journal.view.unsent - events.length);
    const refusals = new Map(refused.flatMap(({ id, code }) => (id ? [[id, code] as const] : [])));
    const ids = events.map(({ id }) => id);
    await this.journal.mark(
      ids.filter((id) => !refusals.has(id)),
      'SENT',
    );
    await this.journal.mark([...refusals.keys()], 'REFUSED', refusals);
  }

  private async pull() {
    for (let more = true; more;) {
      const page = await this.hub.fetch(await this.journal.cursor(), this.pace * 2);
      await this.journal.take(page.events, 'SENT');
      await this.journal.moveCursor(page.next);
      more = page.more;
    }
  }

  private follow() {
    if (this.live || this.stopped) return;
    const live = new AbortController();
    this.live = live;
    void this.hub
      .follow(() => void this.now(), live.signal)
      .catch(() => {})
      .then(() => {
        if (this.live !== live) return;
        this.live = null;
        if (!live.signal.aborted) this.later(delayAfter(this.failures + 1, Math.random()));
      });
  }

  private later(delayMs: number) {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => void this.now(), delayMs);
  }

  private show(connection: Connection) {
    this.shown = connection;
    for (const listener of this.listeners) listener();
  }
}
