import { describe, expect, it } from 'vitest';
import type { InForce } from '../../../api/types';
import { ja } from '../../../i18n/ja';
import { dangersOf, warningsOf } from './zones';

const layers = [
  { name: 'sites', title: '避難場所' },
  { name: 'hazard-1b4e28ba-2fa1-41d2-883f-0016d3cca427', title: '土砂災害警戒区域', hazard: 'LANDSLIDE' as const },
];

describe('areas nobody needs to draw', () => {
  it('are the zones of hazard maps, from all of it to the worst', () => {
    expect(dangersOf(layers, ja).map(({ name, area }) => [name, area])).toEqual([
      ['土砂災害警戒区域 区域ぜんぶ', { hazard: { layer: '1b4e28ba-2fa1-41d2-883f-0016d3cca427', minRank: 1 } }],
      ['土砂災害警戒区域 特別警戒区域', { hazard: { layer: '1b4e28ba-2fa1-41d2-883f-0016d3cca427', minRank: 2 } }],
    ]);
  });

  it('are the warnings in force, each once', () => {
    const alert = { alertId: 'a', name: '大雨警報', publisherName: '静岡地方気象台' } as InForce;
    expect(warningsOf([alert, alert])).toEqual([
      { key: 'a', name: '大雨警報（静岡地方気象台）', area: { alert: 'a' } },
    ]);
  });
});
