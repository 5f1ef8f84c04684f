import type { LoadedSupporter, Plan } from './plan';

/** Somebody who helps, changed as a test needs it. All people are invented. */
export function supporterOf(change: Partial<LoadedSupporter> = {}): LoadedSupporter {
  return {
    id: '00000000-0000-4000-8000-000000000051',
    entry: {
      version: 1,
      kind: 'PERSON',
      name: '見本 次郎',
      phone: '000-0000-0002',
      maxLoad: 2,
      consent: 'UNANSWERED',
      gone: false,
    },
    people: 3,
    overloaded: true,
    absent: false,
    ...change,
  };
}

/** A plan that was written and not agreed yet. */
export function planOf(change: Partial<Plan> = {}): Plan {
  const at = '2026-11-20T01:00:00Z';
  return {
    id: '00000000-0000-4000-8000-000000000041',
    hazard: 'FLOOD',
    state: 'DRAFT',
    version: 2,
    content: {
      author: 'PROFESSIONAL',
      authorName: '見本 花子',
      startSignal: 'LEVEL_3',
      destinations: [
        {
          site: '00000000-0000-4000-8000-000000000061',
          name: '見本小学校',
          point: { latitude: 35.03, longitude: 138.93 },
        },
      ],
      directToWelfareShelter: false,
      transport: 'WHEELCHAIR',
      helpersNeeded: 2,
      minutesNeeded: 25,
      routes: [],
      items: ['常用薬 3日分'],
      supporters: [{ supporter: supporterOf().id, role: 'ACCOMPANY' }],
      nextReview: '2027-11-20',
    },
    settledAt: at,
    layers: [],
    rehearsals: [],
    versions: [
      { version: 2, change: 'WRITTEN', state: 'DRAFT', at, by: '福祉係' },
      { version: 1, change: 'WRITTEN', state: 'DRAFT', at, by: '福祉係' },
    ],
    createdAt: at,
    createdBy: '福祉係',
    changedAt: at,
    changedBy: '福祉係',
    person: {
      id: '00000000-0000-4000-8000-000000000031',
      state: 'LISTED',
      mobility: 'WHEELCHAIR',
      district: { code: '22225-07', name: '長岡' },
      home: { latitude: 35.035, longitude: 138.9475 },
      homeDoubtful: false,
      name: '見本 太郎',
      kana: 'ミホン タロウ',
      birthDate: '1940-04-03',
      address: '見本町1番地',
    },
    zones: [],
    exposures: [
      { layer: '見本川 洪水浸水想定区域', scenario: '想定最大規模', edition: '2025-04-01', rank: 3, label: '3〜5 m' },
    ],
    supporters: [supporterOf()],
    provision: { allowed: false, personAgrees: false, missing: [supporterOf().id] },
    consents: { registerProvision: 'GIVEN', planMaking: 'UNANSWERED', planProvision: 'REFUSED' },
    health: { severity: 'SERIOUS', reasons: ['ROUTE_MISSING', 'TOO_FEW_SUPPORTERS'], checkedAt: at },
    ...change,
  };
}
