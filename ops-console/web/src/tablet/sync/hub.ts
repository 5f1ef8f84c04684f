import type { OpeningState, Schemas } from '../../api/types';
import type { RefusalCode } from '../storage/keeping';
import type { CheckinEvent } from '../log/event';
import type { HouseholdCard, PersonCard } from '../log/card';

/** Nobody answered, or the hub had a fault of its own: what was asked is asked again later. */
export class Unreachable extends Error {}

/** The hub knows this device no longer, or has locked it out. */
export class LockedOut extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super();
    this.reason = reason;
  }
}

/** The hub understood and would not do it; it says why. */
export class Declined extends Error {
  /** The HTTP status. */
  readonly status: number;

  constructor(status: number, why: string) {
    super(why);
    this.status = status;
  }

  /** Whether it was the content that was declined: sent again it would be declined again. */
  get ofContent(): boolean {
    return [400, 413, 422].includes(this.status);
  }
}

export interface Taken {
  refused: readonly { id?: string; code: RefusalCode }[];
}

export interface Page {
  events: readonly CheckinEvent[];
  next: number;
  more: boolean;
}

/** 事前登録: what a resident wrote of their household beforehand. */
export interface Preregistration {
  code: string;
  household: HouseholdCard;
  people: readonly PersonCard[];
}

/** What the reception may know of somebody with a plan; what may not be told is absent. */
export type Brief = Omit<Schemas['ReceptionBrief'], 'register'> & {
  register?: Omit<NonNullable<Schemas['ReceptionBrief']['register']>, 'household' | 'person'> & {
    household: HouseholdCard;
    person: PersonCard;
  };
};

/** A shelter as the hub describes it; more may be said of it. */
export interface ToldShelter {
  id: string;
  name: string;
  capacity?: number;
  state: OpeningState;
}

/** The hub as a tablet meets it. Every call rejects with {@link Unreachable} or {@link LockedOut}. */
export interface Hub {
  /** Hands events over; `unsent` says how many remain here. Repeats are welcome. */
  send(events: readonly CheckinEvent[], unsent: number): Promise<Taken>;
  /** So many events of the shelter after a number, oldest first. */
  fetch(after: number, most: number): Promise<Page>;
  /** Calls back whenever there is something new, until the stream ends or is given up. */
  follow(onNews: () => void, signal: AbortSignal): Promise<void>;
  /** How far the hub's clock is ahead of this device's, as of the last answer. */
  readonly aheadMs: number;
}
