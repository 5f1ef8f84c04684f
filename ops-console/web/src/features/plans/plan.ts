import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Plan = Schemas['Plan'];
export type PlanContent = Schemas['PlanContent'];
export type PlanDraft = Schemas['PlanDraft'];
export type PlanLine = Schemas['PlanLine'];
export type PlanHealth = Schemas['PlanHealth'];
export type PlanHazard = Schemas['PlanHazard'];
export type PlanState = Schemas['PlanState'];
export type PlanReason = Schemas['PlanReason'];
export type PlanSeverity = Schemas['PlanSeverity'];
export type PlanPerson = Schemas['PlanPerson'];
export type PlanExposure = Schemas['PlanExposure'];
export type PlanZone = Schemas['PlanZone'];
export type PlanProposal = Schemas['PlanProposal'];
export type PlanAgreement = Schemas['PlanAgreement'];
export type PlanRehearsal = Schemas['PlanRehearsal'];
export type PlanAnswer = Schemas['PlanConsentAnswer'];
export type LoadedSupporter = Schemas['LoadedSupporter'];
export type SupporterEntry = Schemas['SupporterEntry'];

/** The order in which dangers are offered: those of every year first. */
export const hazards: readonly PlanHazard[] = [
  'FLOOD',
  'LANDSLIDE',
  'INLAND_FLOOD',
  'EARTHQUAKE',
  'TSUNAMI',
  'STORM_SURGE',
  'LARGE_FIRE',
  'VOLCANO',
];

/** The worst first, as the hub sorts them. */
export const severities: readonly PlanSeverity[] = ['URGENT', 'SERIOUS', 'NOTICE', 'WELL'];

/** What a page of a plan knows besides what is written in it. */
export interface Surroundings {
  person: PlanPerson;
  hazard: PlanHazard;
  exposures: readonly PlanExposure[];
  zones: readonly PlanZone[];
  supporters: readonly LoadedSupporter[];
}

type Mobility = PlanPerson['mobility'];

/** How somebody goes who moves like this, until somebody says otherwise. */
const transports: Record<Mobility, PlanContent['transport']> = {
  WALKS: 'ON_FOOT',
  WALKS_SLOWLY: 'ON_FOOT',
  WITH_AID: 'ON_FOOT',
  GUIDED: 'ON_FOOT',
  WHEELCHAIR: 'WHEELCHAIR',
  CARRIED: 'CARRIED',
  BY_VEHICLE: 'WELFARE_VEHICLE',
};

/** A plan in which nothing was decided. */
export function emptyContent(hazard: PlanHazard, nextReview: string, mobility: Mobility): PlanContent {
  return {
    author: 'PROFESSIONAL',
    startSignal: hazard === 'EARTHQUAKE' ? 'STRONG_SHAKING' : hazard === 'TSUNAMI' ? 'TSUNAMI_WARNING' : 'LEVEL_3',
    destinations: [{}],
    directToWelfareShelter: false,
    transport: transports[mobility],
    helpersNeeded: 1,
    routes: [],
    items: [],
    supporters: [],
    nextReview,
  };
}

/** The proposal taken over: nearest fitting site, the ways there, the nearest supporters. */
export function accept(content: PlanContent, proposal: PlanProposal): PlanContent {
  const nearest = proposal.destinations.slice(0, 2).map(({ site, name, point }) => ({ site, name, point }));
  return {
    ...content,
    destinations: nearest.length > 0 ? nearest : content.destinations,
    routes: proposal.routes,
  };
}

/** What a plan lacks. The first is needed to keep it, all are needed to agree on it. */
export type Lack = 'DESTINATION' | 'ROUTE' | 'SUPPORTERS' | 'PLAN_MAKING';

export function isNamed(destination: PlanContent['destinations'][number] | undefined): boolean {
  return destination !== undefined && Boolean(destination.site ?? destination.name?.trim());
}

/** What is still missing before the person can agree. Unanswered is not a yes. */
export function lacks(content: PlanContent, planMaking: PlanAnswer): Lack[] {
  const missing: Lack[] = [];
  if (!isNamed(content.destinations[0])) missing.push('DESTINATION');
  if (content.routes.length === 0) missing.push('ROUTE');
  if (content.supporters.length < content.helpersNeeded) missing.push('SUPPORTERS');
  if (planMaking !== 'GIVEN') missing.push('PLAN_MAKING');
  return missing;
}

/** The content as it is handed in: without empty words and places nobody named. */
export function tidied(content: PlanContent): PlanContent {
  const kept = Object.entries(content).filter(([, value]) => typeof value !== 'string' || value.trim() !== '');
  const tidy = Object.fromEntries(kept) as PlanContent;
  return {
    ...tidy,
    destinations: content.destinations.filter(isNamed),
    items: content.items.map((item) => item.trim()).filter((item) => item !== ''),
  };
}

/** The parts of a plan by which two writings of it are laid side by side. */
export const parts = {
  places: ['destinations', 'directToWelfareShelter', 'startSignal', 'startDetail', 'minutesNeeded'],
  ways: ['routes', 'transport', 'meetingPlace', 'meetingPoint'],
  helpers: ['supporters', 'helpersNeeded'],
  items: ['items'],
  pets: ['pets'],
  house: ['house'],
  remarks: ['remarks'],
  making: ['author', 'authorName', 'nextReview'],
} as const satisfies Record<string, readonly (keyof PlanContent)[]>;

export type Part = keyof typeof parts;

/** The parts in which two writings differ. */
export function differences(mine: PlanContent, theirs: PlanContent): Part[] {
  return (Object.keys(parts) as Part[]).filter((part) =>
    parts[part].some((key) => JSON.stringify(mine[key]) !== JSON.stringify(theirs[key])),
  );
}

/** Theirs, with the chosen parts of mine. */
export function merged(mine: PlanContent, theirs: PlanContent, keepMine: ReadonlySet<Part>): PlanContent {
  const result: Record<string, unknown> = { ...theirs };
  for (const part of keepMine) {
    for (const key of parts[part]) {
      if (mine[key] === undefined) delete result[key];
      else result[key] = mine[key];
    }
  }
  return result as PlanContent;
}
