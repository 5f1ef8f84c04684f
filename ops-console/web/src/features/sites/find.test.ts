import { describe, expect, it } from 'vitest';
import type { Site } from '../../api/types';
import { everything, find } from './find';

function site(name: string, more: Partial<Site> = {}): Site {
  return {
    id: name,
    name,
    kana: '',
    address: '',
    location: { latitude: 35, longitude: 138.9 },
    kinds: ['EMERGENCY_SITE'],
    hazards: [],
    closed: false,
    spread: 0,
    designations: [],
    ...more,
  };
}

const open: Site['opening'] = {
  state: 'OPEN',
  crowding: 'ROOM',
  since: '2026-11-01T00:00:00Z',
  asOf: '2026-11-01T00:00:00Z',
  by: 'shelter',
};
const hall = site('ひだまり会館', { kana: 'ヒダマリカイカン', hazards: ['FLOOD'], capacity: 120, opening: open });
const school = site('若葉小学校', { kana: 'ワカバショウガッコウ', kinds: ['SHELTER'], capacity: 480 });
const gone = site('昔の集会所', { closed: true });
const all = [school, hall, gone];
const names = (wanted: Partial<typeof everything>, column: 'name' | 'capacity' | 'state' = 'name', down = false) =>
  find(all, { ...everything, ...wanted }, column, down).map((each) => each.name);

describe('looking for sites', () => {
  it('leaves out what is in no list any more', () => {
    expect(names({})).toEqual(['ひだまり会館', '若葉小学校']);
  });

  it('finds by kana whichever way it is written', () => {
    expect(names({ words: 'わかば' })).toEqual(['若葉小学校']);
    expect(names({ words: 'ﾋﾀﾞﾏﾘ' })).toEqual(['ひだまり会館']);
  });

  it('chooses by hazard, kind and opening', () => {
    expect(names({ hazard: 'FLOOD' })).toEqual(['ひだまり会館']);
    expect(names({ kind: 'SHELTER' })).toEqual(['若葉小学校']);
    expect(names({ opening: 'OPEN' })).toEqual(['ひだまり会館']);
    expect(names({ opening: 'NOT_OPEN' })).toEqual(['若葉小学校']);
  });

  it('sorts by capacity and by state', () => {
    expect(names({}, 'capacity', true)).toEqual(['若葉小学校', 'ひだまり会館']);
    expect(names({}, 'state')).toEqual(['ひだまり会館', '若葉小学校']);
  });
});
