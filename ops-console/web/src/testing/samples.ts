import type { BoardRow, Dispatch, Role, Session, Situation } from '../api/types';

const municipality = { code: '22225', name: '見本市' };

/** Somebody signed in with these roles. */
export function sessionOf(...roles: Role[]): Session {
  return {
    account: 'toban',
    displayName: '当直',
    roles,
    csrfToken: 'token-1',
    mode: 'DRILL',
    municipality,
    signedInAt: '2026-11-21T00:00:00Z',
    idleAfterSeconds: 3600,
    expiresAt: '2026-11-21T10:00:00Z',
  };
}

/** A draft that waits for approval, changed as a test needs it. */
export function dispatchOf(change: Partial<Dispatch> = {}): Dispatch {
  return {
    id: '00000000-0000-4000-8000-000000000012',
    number: 12,
    version: 3,
    mode: 'DRILL',
    state: 'AWAITING_APPROVAL',
    reason: 'FIRST',
    title: '警戒レベル4 避難指示',
    hazard: 'LANDSLIDE',
    level: 4,
    urgent: true,
    media: ['LINE', 'FCM'],
    audience: { type: 'everyone' },
    author: 'hanako',
    authorName: '花子',
    createdAt: '2026-11-21T00:00:00Z',
    updatedAt: '2026-11-21T00:00:00Z',
    expiresAt: '2026-11-21T10:00:00Z',
    texts: [{ medium: 'LINE', language: 'ja', title: '避難指示', body: '逃げてください。' }],
    previews: [],
    recipients: [
      { medium: 'LINE', everyone: false, count: 8412 },
      { medium: 'FCM', everyone: false, count: 4068 },
    ],
    faults: [],
    reach: [],
    allowedActions: [],
    ...change,
  };
}

/** The row of a medium that took everything. */
export function boardRowOf(change: Partial<BoardRow> = {}): BoardRow {
  return {
    medium: 'LINE',
    recipients: 100,
    handedOver: 100,
    accepted: 100,
    refused: 0,
    waiting: 0,
    unknown: 0,
    progress: 'COMPLETE',
    deadline: '2026-11-21T06:00:00Z',
    late: false,
    reasons: [],
    ...change,
  };
}

/** A quiet day. */
export function situationOf(change: Partial<Situation> = {}): Situation {
  return {
    asOf: '2026-11-21T00:00:00Z',
    mode: 'DRILL',
    municipality,
    inForce: [],
    orders: [],
    sources: [],
    media: [],
    decisions: [],
    ...change,
  };
}
