export const residences = ['IN_CITY', 'IN_PREFECTURE', 'OUTSIDE', 'UNKNOWN'] as const;
export const damages = [
  'NONE',
  'PARTIAL',
  'HALF',
  'TOTAL',
  'FLOODED_BELOW_FLOOR',
  'FLOODED_ABOVE_FLOOR',
  'UNKNOWN',
] as const;
export const disclosures = ['YES', 'NO', 'UNANSWERED'] as const;
export const sexes = ['MALE', 'FEMALE', 'UNSTATED', 'UNKNOWN'] as const;
export const conditions = ['WELL', 'INJURED', 'SEVERELY_INJURED', 'ILL', 'UNKNOWN'] as const;
export const needs = [
  'PREGNANT',
  'INFANT',
  'NEEDS_CARE',
  'LIVES_ALONE',
  'DEMENTIA',
  'PHYSICAL_DISABILITY',
  'INTELLECTUAL_DISABILITY',
  'MENTAL_DISABILITY',
  'SIGHT',
  'HEARING',
  'MEDICAL_DEVICE',
  'ALLERGY',
  'DIET',
  'LANGUAGE',
  'OTHER',
] as const;

export type Residence = (typeof residences)[number];
export type Damage = (typeof damages)[number];
export type Disclosure = (typeof disclosures)[number];
export type Sex = (typeof sexes)[number];
export type Condition = (typeof conditions)[number];
export type Need = (typeof needs)[number];

export interface Pets {
  dogs: number;
  cats: number;
  others: number;
}

/** 世帯票: what a household says of itself as a whole. */
export interface HouseholdCard {
  number?: string;
  residence: Residence;
  district?: string;
  address?: string;
  phone?: string;
  community?: string;
  damage: Damage;
  car?: string;
  pets?: Pets;
  /** 安否公表可否: whether others who ask may be told that they are safe. */
  disclosure: Disclosure;
  /** Null: nobody has asked yet. */
  helpWanted?: boolean | null;
  language?: string;
  note?: string;
}

/** 個人: what one person says, or somebody of the household for them. */
export interface PersonCard {
  name?: string;
  kana?: string;
  /** `1950-04-03`; absent when it is not known. */
  birth?: string | null;
  /** In years, when the birth date is not known. */
  age?: number | null;
  sex: Sex;
  relation?: string;
  needs?: readonly Need[];
  condition: Condition;
  medicine?: string;
  allergies?: string;
  /** The hours that the battery of a device lasts that needs power; null: no such device. */
  powerHours?: number | null;
  contact?: string;
  skills?: string;
  note?: string;
}

/** A card on which nothing is written yet. */
export const blankHousehold: HouseholdCard = { residence: 'UNKNOWN', damage: 'UNKNOWN', disclosure: 'UNANSWERED' };
export const blankPerson: PersonCard = { sex: 'UNKNOWN', condition: 'UNKNOWN' };

/** The most characters each text of a card may have; the hub refuses more. */
export const longest = {
  number: 20,
  district: 40,
  address: 200,
  phone: 20,
  community: 60,
  car: 60,
  language: 20,
  note: 500,
  name: 60,
  kana: 60,
  relation: 20,
  medicine: 200,
  allergies: 200,
  contact: 100,
  skills: 100,
} as const;
