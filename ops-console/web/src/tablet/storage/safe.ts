import type { Mode, OpeningState } from '../../api/types';
import { keyOf, newSalt, open, seal, type Sealed } from '../../offline/seal';
import type { Keeping } from './keeping';

/** A shelter as the tablet knows it when nobody can be asked. */
export interface KnownShelter {
  id: string;
  name: string;
  capacity: number | null;
  /** How it stood when the hub was last asked. */
  state: OpeningState;
}

/** What makes this device a tablet of a shelter. */
export interface Enrolment {
  device: string;
  token: string;
  name: string;
  /** Whether the hub it belongs to is in a drill. */
  mode: Mode;
  /** The id of the shelter it stands in. */
  shelter: string;
  /** All shelters, for moves between them. */
  shelters: readonly KnownShelter[];
}

/** Another PIN opens nothing. Nothing is ever thrown away for it: what lies here may be the only copy. */
export class WrongPin extends Error {
  /** So long no further PIN is tried. */
  readonly waitMs: number;

  constructor(waitMs: number) {
    super();
    this.waitMs = waitMs;
  }
}

export type SafeState = 'EMPTY' | 'LOCKED' | 'OPEN';

const freeTries = 5;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

/** How long to wait after so many wrong PINs: a slip costs nothing, guessing soon costs hours. */
export function waitAfter(wrong: number): number {
  return wrong < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (wrong - freeTries));
}

/**
 * Holds the key of what lies on the tablet while it is unlocked. The key is made of a PIN that is kept nowhere;
 * who has forgotten it cannot read what was not sent.
 */
export class Safe {
  private readonly keeping: Keeping;
  private readonly now: () => number;
  private readonly makeKey: typeof keyOf;
  private key: { key: CryptoKey; salt: Uint8Array<ArrayBuffer> } | null = null;

  constructor(keeping: Keeping, now: () => number, makeKey: typeof keyOf = keyOf) {
    this.keeping = keeping;
    this.now = now;
    this.makeKey = makeKey;
  }

  async look(): Promise<SafeState> {
    if (this.key) return 'OPEN';
    return (await this.keeping.tablet()) ? 'LOCKED' : 'EMPTY';
  }

  /** Makes this device a tablet, under a new PIN. */
  async enrol(enrolment: Enrolment, pin: string): Promise<void> {
    const salt = newSalt();
    this.key = { key: await this.makeKey(pin, salt), salt };
    const sealed = await this.seal('tablet', enrolment);
    await this.keeping.putTablet({ id: 'tablet', sealed, wrong: 0, notBefore: 0, cursor: 0 });
  }

  /** Opens what lies here. Rejects with {@link WrongPin}. */
  async unlock(pin: string): Promise<Enrolment> {
    const kept = await this.keeping.tablet();
    if (!kept) throw new Error('this device is no tablet yet');
    if (kept.notBefore > this.now()) throw new WrongPin(kept.notBefore - this.now());
    // Counted before it is tried: whoever switches off in between does not get it for nothing.
    const wrong = kept.wrong + 1;
    const waitMs = waitAfter(wrong);
    await this.keeping.putTablet({ ...kept, wrong, notBefore: this.now() + waitMs });
    const key = await this.makeKey(pin, kept.sealed.salt);
    const enrolment = await open(key, 'tablet', kept.sealed).catch(() => {
      throw new WrongPin(waitMs);
    });
    await this.keeping.putTablet({ ...kept, wrong: 0, notBefore: 0 });
    this.key = { key, salt: kept.sealed.salt };
    return enrolment as Enrolment;
  }

  /** Keeps what the tablet has learnt of the shelters. */
  async keep(enrolment: Enrolment): Promise<void> {
    const kept = await this.keeping.tablet();
    if (kept) await this.keeping.putTablet({ ...kept, sealed: await this.seal('tablet', enrolment) });
  }

  lock() {
    this.key = null;
  }

  /** Seals a value under a name; only while unlocked. */
  seal(name: string, value: unknown): Promise<Sealed> {
    const { key, salt } = this.opened();
    return seal(key, salt, name, value);
  }

  open(name: string, sealed: Sealed): Promise<unknown> {
    return open(this.opened().key, name, sealed);
  }

  private opened() {
    if (!this.key) throw new Error('the tablet is locked');
    return this.key;
  }
}
