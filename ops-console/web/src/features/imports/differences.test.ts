import { describe, expect, it } from 'vitest';
import { differencesOf } from './differences';

describe('the differences of a row', () => {
  it('are the fields that change, and nothing else', () => {
    expect(
      differencesOf({
        label: '会館',
        change: 'CHANGED',
        doubts: [],
        before: { name: '会館', capacity: 80, location: { latitude: 35, longitude: 138 }, details: { 備考: '旧' } },
        after: { name: '会館', capacity: 120, location: { latitude: 35, longitude: 138 }, details: { 備考: '新' } },
      }),
    ).toEqual([
      { field: 'capacity', before: '80', after: '120' },
      { field: '備考', before: '旧', after: '新' },
    ]);
  });

  it('name what comes and what goes', () => {
    expect(
      differencesOf({
        label: '会館',
        change: 'CHANGED',
        doubts: [],
        before: { capacity: null },
        after: { capacity: 1 },
      }),
    ).toEqual([{ field: 'capacity', before: '', after: '1' }]);
  });
});
