import type { CaseLine, ResponseFigures, ResponsePage } from '../../api/types';

/** Invented figures for tests. */
export function figuresOf(some: Partial<ResponseFigures> = {}): ResponseFigures {
  return {
    people: 3,
    notYetSafe: 2,
    safe: 1,
    ended: 0,
    helpWanted: 0,
    waiting: 0,
    open: 0,
    asked: 1,
    claimed: 0,
    onTheWay: 0,
    staff: 1,
    safeBy: { checkIn: 1, staff: 0, supporter: 0, own: 0, assumed: 0 },
    ...some,
  };
}

/** An invented line of the list for tests. */
export function lineOf(some: Partial<CaseLine> = {}): CaseLine {
  return {
    id: '00000000-0000-0000-0000-00000000000a',
    number: 12,
    districts: [{ code: '22225-08', name: '南江間' }],
    state: 'STAFF',
    reason: 'NO_SUPPORTER',
    helpWanted: false,
    risk: { home: 4, condition: 3, alone: 3, time: 2, score: 72 },
    planned: true,
    asked: 1,
    openedAt: '2026-09-01T00:00:00Z',
    changedAt: '2026-09-01T00:10:00Z',
    ...some,
  };
}

/** An invented response for tests. */
export function pageOf(some: Partial<ResponsePage> = {}): ResponsePage {
  return {
    asOf: '2026-09-01T00:12:00Z',
    response: {
      id: '00000000-0000-0000-0000-0000000000b1',
      number: 3,
      startedAt: '2026-09-01T00:00:00Z',
      startedBy: '承認者（見本）',
      causes: [
        {
          district: { code: '22225-08', name: '南江間' },
          hazard: 'FLOOD',
          level: 4,
          since: '2026-09-01T00:00:00Z',
          by: '承認者（見本）',
        },
      ],
      looksUntil: '2026-09-02T00:00:00Z',
    },
    callingUp: false,
    figures: figuresOf(),
    districts: [{ district: { code: '22225-08', name: '南江間' }, figures: figuresOf() }],
    ...some,
  };
}
