import { describe, expect, it } from 'vitest';
import type { Shelter } from '../../api/types';
import { canBeInstructed, countByState, districtsOf, everything, find } from './find';
import { shelterOf } from './testing';

const hall = shelterOf({ name: 'ひだまり会館', state: 'OPEN', crowding: 'FULL' });
const school = shelterOf({ name: '若葉小学校', state: 'INSTRUCTED', hazards: ['FLOOD'] });
const park = shelterOf({ name: '河原の駐車場', kind: 'CAR_PARK', district: { code: '22225-02', name: '古奈' } });
const all: readonly Shelter[] = [hall, park, school];
const names = (wanted: Partial<typeof everything>) => find(all, { ...everything, ...wanted }).map(({ name }) => name);

describe('looking for shelters', () => {
  it('puts first what waits for somebody', () => {
    expect(names({})).toEqual(['若葉小学校', 'ひだまり会館', '河原の駐車場']);
  });

  it('chooses by words, state, district and hazard', () => {
    expect(names({ words: 'ヒダマリ' })).toEqual(['ひだまり会館']);
    expect(names({ state: 'INSTRUCTED' })).toEqual(['若葉小学校']);
    expect(names({ state: 'FULL' })).toEqual(['ひだまり会館']);
    expect(names({ district: '22225-02' })).toEqual(['河原の駐車場']);
    expect(names({ hazard: 'FLOOD' })).toEqual(['若葉小学校']);
  });

  it('counts how many stand how', () => {
    expect(countByState(all)).toEqual([
      ['OPEN', 1],
      ['FULL', 1],
      ['INSTRUCTED', 1],
    ]);
  });

  it('names every district once', () => {
    expect(districtsOf(all).map(({ code }) => code)).toEqual(['22225-01', '22225-02']);
  });

  it('knows who may still be told to open', () => {
    expect(all.filter(canBeInstructed)).toEqual([park]);
    expect(canBeInstructed({ ...park, retired: true })).toBe(false);
  });
});
