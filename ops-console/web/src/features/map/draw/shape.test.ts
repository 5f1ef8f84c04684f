import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { metresBetween } from './position';
import { circleOf, crossesItself, shapeOf } from './shape';

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

  it('knows an outline that crosses itself', () => {
    const bow = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ] as const;
    expect(crossesItself(bow)).toBe(true);
    expect(crossesItself([bow[0], bow[2], bow[1], bow[3]])).toBe(false);
    for (let corners = 0; corners < 4; corners += 1) expect(crossesItself(bow.slice(0, corners))).toBe(false);
  });
});
