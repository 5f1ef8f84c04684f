import type { FieldGroup, LegalBasis, LookPurpose } from '../../../api/types';

/** What for, and by which provision, somebody looks at people. Goes with every request. */
export interface Look {
  purpose: LookPurpose;
  basis: LegalBasis;
  emergency?: string;
}

/** The provisions that go with a purpose, the usual one first. The hub decides; this only offers. */
export const bases: Partial<Record<LookPurpose, readonly LegalBasis[]>> = {
  REGISTER: ['REGISTER_MAKING', 'REGISTER_INTERNAL'],
  PLANNING: ['PLAN_MAKING', 'PLAN_INTERNAL'],
  CONTACTING: ['REGISTER_INTERNAL', 'PLAN_INTERNAL'],
  ASSISTANCE: ['REGISTER_INTERNAL', 'REGISTER_DISASTER', 'PLAN_DISASTER'],
  INQUIRY: ['REGISTER_INTERNAL'],
  DRILL: ['REGISTER_INTERNAL', 'PLAN_INTERNAL'],
  REVIEW: ['REGISTER_INTERNAL'],
};

/** The purposes for which people are looked at on the screen. */
export const purposes = Object.keys(bases) as LookPurpose[];

/** What a purpose shows; the hub holds to the same. */
export const shown: Partial<Record<LookPurpose, readonly FieldGroup[]>> = {
  REGISTER: ['IDENTITY', 'CONDITION', 'CONTACTS', 'CONSENTS', 'DISCLOSURES', 'HISTORY', 'PLAN', 'SUPPORTERS'],
  PLANNING: ['IDENTITY', 'CONDITION', 'CONTACTS', 'CONSENTS', 'DISCLOSURES', 'HISTORY', 'PLAN', 'SUPPORTERS'],
  CONTACTING: ['IDENTITY', 'CONTACTS', 'CONSENTS'],
  ASSISTANCE: ['IDENTITY', 'CONDITION', 'CONTACTS', 'PLAN', 'SUPPORTERS'],
  INQUIRY: ['IDENTITY', 'CONDITION', 'CONTACTS', 'CONSENTS', 'DISCLOSURES', 'HISTORY', 'PLAN', 'SUPPORTERS'],
  DRILL: ['IDENTITY', 'PLAN', 'SUPPORTERS'],
  REVIEW: ['IDENTITY'],
};

export function needsEmergency(basis: LegalBasis): boolean {
  return basis === 'REGISTER_DISASTER' || basis === 'PLAN_DISASTER';
}

const storageKey = (account: string) => `noroshi.look.${account}`;

/** What this person last looked for, in this window; gone when the window is closed. */
export function remembered(account: string): Look | null {
  try {
    const look: unknown = JSON.parse(sessionStorage.getItem(storageKey(account)) ?? 'null');
    return isLook(look) ? look : null;
  } catch {
    return null;
  }
}

export function remember(account: string, look: Look | null) {
  if (look) sessionStorage.setItem(storageKey(account), JSON.stringify(look));
  else sessionStorage.removeItem(storageKey(account));
}

function isLook(value: unknown): value is Look {
  if (typeof value !== 'object' || value === null) return false;
  const { purpose, basis } = value as Partial<Look>;
  return purpose !== undefined && basis !== undefined && (bases[purpose]?.includes(basis) ?? false);
}
