import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Station } from '../../../api/types';
import { ja } from '../../../i18n/ja';
import { expectAccessible } from '../../../testing/accessible';
import { show } from '../../../testing/render';
import { groupsOf } from '../InView/inView';
import { layersFrom } from '../layers';
import { noFeatures, seenIn } from '../room/overlays';
import { stationFeatures } from './features';
import { signOfStation } from './look';
import { StationLegend } from './StationLegend';

function station(properties: Partial<Station['properties']>): Station {
  return {
    type: 'Feature',
    id: '00000000-0000-4000-8000-000000000001',
    geometry: { type: 'Point', coordinates: [138.94, 35.03] },
    properties: { kind: 'OUTDOOR_STATION', name: '古奈', address: '', thresholds: [], ...properties },
  };
}

const at = '2026-11-28T00:00:00Z';
const horn = (state: NonNullable<Station['properties']['answer']>['state']) =>
  station({ number: '03', operator: '市', answer: { state, asOf: at } });
const gauge = station({
  kind: 'GAUGE',
  name: '見本橋',
  thresholds: [
    { threshold: 'CAUTION', metres: 2.5 },
    { threshold: 'DANGER', metres: 3.8 },
  ],
});
const detailOf = (each: Station) =>
  stationFeatures([each], each.properties.kind, ja, () => '9:00').features[0]?.properties?.['detail'];

describe('屋外拡声子局と水位計の印', () => {
  it('答えた局・答えない局・わからない局は、別の印になる', () => {
    const signs = [horn('OK'), horn('ON_BATTERY'), horn('NO_ANSWER'), horn('BUSY'), horn('NOT_TWO_WAY'), station({})];
    expect(signs.map(({ properties }) => signOfStation(properties))).toEqual([
      'heard',
      'heard',
      'silent',
      'silent',
      'unknown',
      'unknown',
    ]);
  });

  it('いつの応答かを言い、聞いていない局はそう言う', () => {
    expect(detailOf(horn('NO_ANSWER'))).toBe('応答なし（9:00） ・ 市');
    expect(detailOf(station({}))).toBe('問い合わせの記録なし');
  });

  it('水位は基準とくらべ、観測値がなければ基準だけを言う', () => {
    const level = { metres: 3.85, asOf: at, reached: 'DANGER' } as const;
    const measured = station({ ...gauge.properties, level });
    expect(signOfStation(measured.properties)).toBe('reached');
    expect(detailOf(measured)).toBe(
      '水位 3.85 m（9:00観測） 氾濫危険水位に到達 ・ 氾濫注意水位 2.50 m ・ 氾濫危険水位 3.80 m',
    );
    expect(signOfStation(gauge.properties)).toBe('place');
    expect(detailOf(gauge)).toContain('観測値は届いていません');
  });
});

describe('地図の層', () => {
  it('取り込んだ種類だけが層に並び、地図の横の一覧でも読める', () => {
    expect(layersFrom([], [gauge], ja).map(({ name }) => name)).toEqual(['gauges']);
    const layers = layersFrom([], [gauge, station({})], ja);
    expect(layers.map(({ title }) => title)).toEqual(['屋外拡声子局', '水位計・雨量計']);
    const radio = stationFeatures([gauge, horn('OK')], 'OUTDOOR_STATION', ja, () => '9:00');
    const seen = seenIn({ sites: noFeatures, closures: noFeatures, radio, gauges: noFeatures });
    expect(groupsOf(seen, layers, ja)[0]?.items.map(({ name }) => name)).toEqual(['03 古奈']);
  });

  it('凡例は印ごとに言葉がある', async () => {
    const { container } = show(<StationLegend layer="radio" />);
    expect(screen.getByText('鳴ったと確かめられない（応答なし・故障・使用中）')).toBeTruthy();
    await expectAccessible(container);
  });
});
