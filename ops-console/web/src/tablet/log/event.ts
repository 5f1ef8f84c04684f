import type { HouseholdCard, PersonCard } from './card';

export const forms = ['IN_SHELTER', 'CAR', 'TENT', 'HOME', 'RELATIVES', 'OTHER'] as const;
export const destinations = [
  'HOME',
  'RELATIVES',
  'SHELTER',
  'HOSPITAL',
  'FACILITY',
  'TEMPORARY_HOUSING',
  'OTHER',
  'UNKNOWN',
] as const;

/** 避難の形態. */
export type Form = (typeof forms)[number];
/** 退所先. */
export type Destination = (typeof destinations)[number];

/** People and households that were counted without a name. */
export interface Unnamed {
  people: number;
  households: number;
}

export type Kept = 'EVACUEE' | 'HOUSEHOLD';

/** What happened. Ids of evacuees, households, shelters and events are UUIDs as text. */
export type Fact =
  | ({ type: 'counted' } & Unnamed)
  | ({ type: 'recounted'; seen: number } & Unnamed)
  | { type: 'household'; household: string; basedOn: readonly string[]; card: HouseholdCard }
  | { type: 'evacuee'; evacuee: string; household: string; basedOn: readonly string[]; card: PersonCard }
  | {
      type: 'arrived';
      household: string;
      evacuees: readonly string[];
      form: Form;
      /** 転所: the shelter whence they come. */
      from: string | null;
      /** So many of them had been counted here without a name. */
      fromCount: Unnamed;
    }
  | { type: 'left'; evacuees: readonly string[]; to: Destination; note: string }
  | { type: 'went-out' | 'came-back'; evacuees: readonly string[] }
  | { type: 'undone'; event: string }
  | { type: 'same'; what: Kept; keep: string; other: string }
  | { type: 'different'; what: Kept; a: string; b: string }
  | { type: 'supplies'; item: string; unit: string; wanted: number | null; stock: number | null }
  | { type: 'confirmed' };

export type FactType = Fact['type'];
export type FactOf<T extends FactType> = Extract<Fact, { type: T }>;

/** A stamp of a hybrid logical clock: milliseconds since 1970, and a count within one of them. */
export interface Stamp {
  wall: number;
  count: number;
}

/** 受付の出来事: what one device saw at one shelter. Never changed, never deleted. */
export interface CheckinEvent<F extends Fact = Fact> {
  id: string;
  device: string;
  shelter: string;
  clock: Stamp;
  /** The device's own clock as people read it. */
  at: string;
  /** Who held the device; may be empty. */
  by: string;
  fact: F;
}

/** Narrows an event to those that say this. */
export function says<T extends FactType>(event: CheckinEvent, ...types: T[]): event is CheckinEvent<FactOf<T>> {
  return (types as FactType[]).includes(event.fact.type);
}
