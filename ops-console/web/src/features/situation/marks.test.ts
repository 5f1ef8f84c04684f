import { describe, expect, it } from 'vitest';
import type { InForce } from '../../api/types';
import { ja } from '../../i18n/ja';
import { situationOf } from '../../testing/samples';
import { marksOfAlerts, marksOfOrders } from './marks';

const since = '2026-11-21T00:00:00Z';

function alertOf(publisher: InForce['publisher'], level: number, districts: string[]): InForce {
  const alertId = '00000000-0000-4000-8000-000000000001';
  return {
    alertId,
    publisher,
    publisherName: '',
    name: '',
    hazard: 'LANDSLIDE',
    level,
    areas: [],
    districts,
    since,
    asOf: since,
  };
}

describe('the map of orders', () => {
  it('shows the gravest order of a district', () => {
    const orders = [4, 3].map((level) => ({ hazard: 'FLOOD' as const, level, showsLevel: true, since }));
    const marks = marksOfOrders([{ district: { code: 'a', name: '甲' }, orders }], ja);
    expect(marks.get('a')).toEqual({ look: 4, label: '4' });
  });

  it('never gives a tsunami a number', () => {
    const orders = [{ hazard: 'TSUNAMI' as const, level: 4, showsLevel: false, since }];
    const marks = marksOfOrders([{ district: { code: 'a', name: '甲' }, orders }], ja);
    expect(marks.get('a')).toEqual({ look: 'unnumbered', label: '津波' });
  });
});

describe('the map of warnings', () => {
  it('spreads what is said of the municipality over all its districts, the highest level first', () => {
    const situation = situationOf({ inForce: [alertOf('JMA', 3, ['22225']), alertOf('JMA', 4, ['b'])] });
    const marks = marksOfAlerts(situation, ['a', 'b']);
    expect([marks.get('a')?.look, marks.get('b')?.look]).toEqual([3, 4]);
  });

  it('leaves out what the municipality says itself', () => {
    const situation = situationOf({ inForce: [alertOf('MUNICIPALITY', 4, ['a'])] });
    expect(marksOfAlerts(situation, ['a']).size).toBe(0);
  });
});
