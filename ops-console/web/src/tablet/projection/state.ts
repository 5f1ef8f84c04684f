import type { HouseholdCard, PersonCard } from '../log/card';
import type { CheckinEvent, Destination, FactOf, Form, Kept, Unnamed } from '../log/event';

/** Where somebody is, by the last that was seen of them. */
export interface Whereabouts {
  state: 'PRESENT' | 'OUT' | 'GONE';
  /** The shelter at which this was seen. */
  shelter: string;
  at: string;
  /** How they stay, as of their last arrival. */
  form: Form;
  /** Only of those who are gone. */
  to?: Destination;
  note?: string;
}

/** A card with all its versions that nobody has replaced: more than one is a conflict. */
export interface CardState<E extends CheckinEvent, C> {
  card: C | null;
  /** The unreplaced versions, the last one at the end. */
  heads: readonly E[];
}

export interface EvacueeState extends CardState<CheckinEvent<FactOf<'evacuee'>>, PersonCard> {
  id: string;
  household: string;
  whereabouts: Whereabouts | null;
}

export interface HouseholdState extends CardState<CheckinEvent<FactOf<'household'>>, HouseholdCard> {
  id: string;
  /** The evacuees of it, in the order in which they were first seen. */
  evacuees: readonly string[];
}

export interface Supply {
  item: string;
  unit: string;
  wanted: number | null;
  stock: number | null;
  at: string;
}

export interface ShelterState {
  /** 人: unnamed and present, those who went out for a while included. */
  people: number;
  /** 世帯. */
  households: number;
  /** 氏名判明. */
  named: number;
  /** Those counted without a name; never below zero. */
  unnamed: Unnamed;
  /** 外出中, among the people. */
  out: number;
  supplies: readonly Supply[];
  /** When somebody last said that the figures stand. */
  confirmedAt: string | null;
}

/** What a person has to decide: nothing of it is decided or dropped by the program. */
export type Doubt =
  | { type: 'CARD'; what: Kept; id: string; heads: readonly string[] }
  | { type: 'TWO_PLACES'; evacuee: string; here: string; there: string }
  | { type: 'TWICE'; what: Kept; a: string; b: string }
  | { type: 'BELOW_ZERO'; shelter: string };

/** All that a set of events says. */
export interface CheckinState {
  evacuees: ReadonlyMap<string, EvacueeState>;
  households: ReadonlyMap<string, HouseholdState>;
  shelters: ReadonlyMap<string, ShelterState>;
  doubts: readonly Doubt[];
  /** The id that stands for an evacuee or a household after all joining. */
  standing: (what: Kept, id: string) => string;
}

const nothingYet: ShelterState = {
  people: 0,
  households: 0,
  named: 0,
  unnamed: { people: 0, households: 0 },
  out: 0,
  supplies: [],
  confirmedAt: null,
};

/** The figures of a shelter; zero where nothing was said of it yet. */
export function shelterOf(state: CheckinState, shelter: string): ShelterState {
  return state.shelters.get(shelter) ?? nothingYet;
}
