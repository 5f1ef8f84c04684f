import type { Shelter } from '../../api/types';

/** A shelter of which nothing was said yet, changed as a test needs it. */
export function shelterOf(change: Partial<Shelter> = {}): Shelter {
  return {
    id: '00000000-0000-4000-8000-000000000021',
    name: '見本小学校',
    kind: 'SITE',
    outside: false,
    address: '見本市見本1-1',
    district: { code: '22225-01', name: '長岡' },
    capacity: 80,
    hazards: [],
    announced: true,
    retired: false,
    state: 'NOT_OPENED',
    crowding: 'UNKNOWN',
    ...change,
  };
}
