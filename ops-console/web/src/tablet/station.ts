import type { AppBuild } from './appBuild';
import { Journal } from './log/journal';
import { DeviceKeeping, type Keeping } from './storage/keeping';
import { type Enrolment, type KnownShelter, Safe } from './storage/safe';
import { HttpHub } from './sync/httpHub';
import { Sync } from './sync/sync';

/** A tablet that is unlocked and at work. */
export interface OpenTablet {
  enrolment: Enrolment;
  shelter: KnownShelter;
  journal: Journal;
  sync: Sync;
  hub: HttpHub;
  /** Who holds it; may be empty. */
  by: string;
  /** Nobody is at it: names are shown to nobody until the PIN was given again. It goes on sending. */
  away: boolean;
}

export type StationView = { state: 'LOADING' | 'UNFIT' | 'EMPTY' | 'LOCKED' } | { state: 'OPEN'; tablet: OpenTablet };

/** Whether the browser can seal and keep anything here: only over https, or on this machine itself. */
function isFit(): boolean {
  return globalThis.isSecureContext && 'indexedDB' in globalThis && 'subtle' in crypto;
}

/** The tablet from switching on to locking: what lies here, who may open it, what runs while it is open. */
export class Station {
  private readonly keeping: Keeping = new DeviceKeeping();
  private readonly safe = new Safe(this.keeping, Date.now);
  private readonly listeners = new Set<() => void>();
  private shown: StationView = { state: 'LOADING' };
  readonly build: AppBuild;

  constructor(build: AppBuild) {
    this.build = build;
  }

  get view(): StationView {
    return this.shown;
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async begin(): Promise<void> {
    if (!isFit()) {
      this.show({ state: 'UNFIT' });
      return;
    }
    const state = await this.safe.look();
    if (state !== 'OPEN') this.show({ state });
    globalThis.addEventListener('online', this.knock);
  }

  /** Makes this device a tablet. The browser is asked not to throw away what lies here when space gets short. */
  async enrol(enrolment: Enrolment, pin: string, by: string): Promise<void> {
    await navigator.storage?.persist?.();
    await this.safe.enrol(enrolment, pin);
    await this.open(enrolment, by);
  }

  async unlock(pin: string, by: string): Promise<void> {
    await this.open(await this.safe.unlock(pin), by);
  }

  /** Nobody is at the tablet any more. */
  goAway = () => {
    if (this.shown.state !== 'OPEN' || this.shown.tablet.away) return;
    this.show({ state: 'OPEN', tablet: { ...this.shown.tablet, away: true } });
  };

  /** Somebody is at it again. Rejects as {@link unlock} does. */
  async comeBack(pin: string, by: string): Promise<void> {
    await this.safe.unlock(pin);
    if (this.shown.state === 'OPEN') this.show({ state: 'OPEN', tablet: { ...this.shown.tablet, by, away: false } });
  }

  /** Closes it: nothing is half written now, so this is the moment for a newer build. */
  lock() {
    if (this.shown.state !== 'OPEN') return;
    this.shown.tablet.sync.stop();
    this.safe.lock();
    this.show({ state: 'LOCKED' });
    if (this.build.outdated) this.build.renew();
  }

  /** Removes everything from this device: only when nothing is left that the hub does not have. */
  async retire(): Promise<void> {
    this.lock();
    await this.keeping.clear();
    this.show({ state: 'EMPTY' });
  }

  private async open(enrolment: Enrolment, by: string) {
    const { device, shelter: id } = enrolment;
    const hub = new HttpHub(enrolment);
    const hubNow = () => Date.now() + hub.aheadMs;
    const journal = await Journal.open(this.keeping, this.safe, { device, shelter: id }, Date.now, hubNow);
    const sync = new Sync(journal, hub, () => this.refresh(hub));
    this.show({
      state: 'OPEN',
      tablet: { enrolment, shelter: shelterIn(enrolment), journal, sync, hub, by, away: false },
    });
    sync.start();
  }

  /** Learns how the shelters stand now. */
  private async refresh(hub: HttpHub) {
    if (this.shown.state !== 'OPEN') return;
    const { tablet } = this.shown;
    const shelters = await hub.shelters();
    if (JSON.stringify(shelters) === JSON.stringify(tablet.enrolment.shelters)) return;
    const enrolment = { ...tablet.enrolment, shelters };
    await this.safe.keep(enrolment);
    if (this.shown.state === 'OPEN') {
      this.show({ state: 'OPEN', tablet: { ...tablet, enrolment, shelter: shelterIn(enrolment) } });
    }
  }

  private knock = () => {
    if (this.shown.state === 'OPEN') void this.shown.tablet.sync.now();
  };

  private show(view: StationView) {
    this.shown = view;
    for (const listener of this.listeners) listener();
  }
}

function shelterIn({ shelter, shelters }: Enrolment): KnownShelter {
  return shelters.find(({ id }) => id === shelter) ?? { id: shelter, name: '', capacity: null, state: 'NOT_OPENED' };
}
