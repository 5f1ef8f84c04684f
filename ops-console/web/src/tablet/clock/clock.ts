import type { Stamp } from '../log/event';
import { compareStamps } from '../log/order';

const farthestAheadMs = 24 * 3_600_000;

/**
 * The hybrid logical clock of one device: what it stamps is later than everything it has stamped or seen, even
 * when its own clock runs slow or is set back. A stamp of others that is more than a day ahead is a wrong clock
 * and moves nothing.
 */
export class HybridClock {
  private last: Stamp = { wall: 0, count: -1 };
  private readonly now: () => number;
  private readonly hubNow: () => number;

  /** `hubNow` is the hub's time as far as it is known: by it others' clocks are judged, and not by a wrong one here. */
  constructor(now: () => number, hubNow: () => number = now) {
    this.now = now;
    this.hubNow = hubNow;
  }

  /** Takes in what this device itself stamped before it was switched off. */
  remember(own: Stamp) {
    if (compareStamps(own, this.last) > 0) this.last = own;
  }

  /** Takes in what another device stamped. */
  observe(foreign: Stamp) {
    if (foreign.wall <= this.hubNow() + farthestAheadMs) this.remember(foreign);
  }

  /** The next stamp. */
  tick(): Stamp {
    const wall = Math.floor(this.now());
    this.last = wall > this.last.wall ? { wall, count: 0 } : { wall: this.last.wall, count: this.last.count + 1 };
    return this.last;
  }
}
