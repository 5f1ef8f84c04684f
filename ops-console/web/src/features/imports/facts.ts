import type { HazardKind, ImportKind } from '../../api/types';

/** What a person says of a file because nothing in it does. */
export interface Facts {
  subject?: string;
  scenario?: string;
  name?: string;
  source?: string;
  edition?: string;
  licence?: string;
  column?: string;
}

export type FactName = keyof Facts;

/** Which kinds are brought in here, in the order of their tabs. */
export const kinds = ['SITES', 'HAZARDS', 'DISTRICTS', 'AREA_SETS', 'FACILITIES'] as const satisfies ImportKind[];

export type OfferedKind = (typeof kinds)[number];

/** What is asked of a file of a kind. */
export const asked: Record<OfferedKind, readonly FactName[]> = {
  SITES: ['source', 'edition', 'licence'],
  HAZARDS: ['subject', 'scenario', 'name', 'source', 'edition', 'licence', 'column'],
  DISTRICTS: ['column'],
  AREA_SETS: [],
  FACILITIES: ['subject', 'source', 'edition', 'licence'],
};

/** What a file may be of, where it does not say itself. */
export const subjects = {
  HAZARDS: [
    'FLOOD',
    'LANDSLIDE',
    'STORM_SURGE',
    'EARTHQUAKE',
    'TSUNAMI',
    'LARGE_FIRE',
    'INLAND_FLOOD',
    'VOLCANO',
  ] as const satisfies readonly HazardKind[],
  FACILITIES: ['CARE', 'OUTDOOR_STATION', 'GAUGE', 'HELIPORT', 'WELL', 'SANDBAGS', 'OTHER'] as const,
};

/** Only what was said: an empty text is nothing. */
export function said(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, text]) => text.trim() !== ''));
}
