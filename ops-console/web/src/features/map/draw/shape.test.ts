import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { DistrictCollection } from '../../../api/types';
import { circleOf, crossesItself, districtsTouched, metresBetween, shapeOf } from './shape';

const square = (west: number, code: string) => ({
  type: 'Feature',
  properties: { code, name: code, kana: code },
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [west, 35],
          [west + 1, 35],
          [west + 1, 36],
          [west, 36],
          [west, 35],
        ],
      ],
    ],
  },
});
const districts = {
  type: 'FeatureCollection',
  features: [square(138, 'a'), square(139, 'b'), square(141, 'c')],
} as unknown as DistrictCollection;

describe('the shape of what is drawn', () => {
  it('draws a circle whose every corner lies at its radius', () => {
    const ring = circleOf([138.95, 35.02], 500).coordinates[0] ?? [];
    for (const [x, y] of ring) expect(metresBetween([138.95, 35.02], [x!, y!])).toBeCloseTo(500, 0);
  });

  it('closes a polygon', () => {
    const shape = shapeOf(
      {
        tool: 'polygon',
        done: false,
        points: [
          [1, 1],
          [2, 1],
          [2, 2],
        ],
      },
      undefined,
    ) as Polygon;
    expect(shape.coordinates[0]).toHaveLength(4);
    expect(shape.coordinates[0]?.at(-1)).toEqual([1, 1]);
  });

  it('names the districts an area lies in, crosses or surrounds, and no neighbour', () => {
    expect(districtsTouched(circleOf([138.5, 35.5], 100), districts)).toEqual(['a']);
    expect(districtsTouched(circleOf([139, 35.5], 100), districts)).toEqual(['a', 'b']);
    expect(districtsTouched(circleOf([139, 35.5], 400_000), districts)).toEqual(['a', 'b', 'c']);
    const chosen = shapeOf({ tool: 'districts', codes: new Set(['a']), done: true }, districts);
    expect(districtsTouched(chosen, districts)).toEqual(['a']);
  });

  it('knows an outline that crosses itself', () => {
    const bow = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ] as const;
    expect(crossesItself(bow)).toBe(true);
    expect(crossesItself([bow[0], bow[2], bow[1], bow[3]])).toBe(false);
  });
});
