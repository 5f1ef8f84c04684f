import { describe, expect, it } from 'vitest';
import type { Exposure } from '../../../api/types';
import { sitesJa } from '../../../i18n/sites.ja';
import { judgementOf } from './judgement';

const flood: Exposure = {
  kind: 'FLOOD',
  scenario: '想定最大規模',
  layer: '00000000-0000-0000-0000-000000000001',
  layerName: '狩野川',
  edition: '2026-04-01',
  rank: 2,
  minDepth: 0.5,
  maxDepth: 3,
  label: '0.5m以上3m未満',
};

describe('what a map means for a site', () => {
  it('is a depth between two bounds', () => {
    expect(judgementOf(flood, sitesJa)).toBe('洪水（想定最大規模）で0.5〜3m浸水します');
  });

  it('is a depth with one bound where there is only one', () => {
    expect(judgementOf({ ...flood, minDepth: 0, maxDepth: 0.5 }, sitesJa)).toContain('0.5m未満');
    const { maxDepth: _, ...deep } = { ...flood, minDepth: 20 };
    expect(judgementOf(deep, sitesJa)).toContain('20m以上');
  });

  it('is a zone where the danger has no depth, and says so where the depth is not written', () => {
    const { minDepth: _, maxDepth: __, ...zone } = flood;
    expect(
      judgementOf({ ...zone, kind: 'LANDSLIDE', scenario: '警戒区域', label: '土石流 特別警戒区域' }, sitesJa),
    ).toBe('土砂災害（警戒区域）の土石流 特別警戒区域の中です');
    expect(judgementOf({ ...zone, rank: 0 }, sitesJa)).toContain('深さは書かれていません');
  });
});
