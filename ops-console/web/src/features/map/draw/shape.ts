import type { Geometry, MultiPolygon, Polygon, Position as Corner } from 'geojson';
import type { DistrictCollection } from '../../../api/types';
import type { Drawing } from './drawing';
import { degreesOf, type Position } from './position';

const corners = 64;

/** A circle as a polygon, near enough for a municipality. */
export function circleOf(centre: Position, metres: number): Polygon {
  const [longitude, latitude] = centre;
  const { north, east } = degreesOf(metres, centre);
  const ring = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI;
    return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Corner]] };
}

/** The geometry of what is drawn so far, null while it is too little for one. */
export function shapeOf(drawing: Drawing | null, districts: DistrictCollection | undefined): Geometry | null {
  switch (drawing?.tool) {
    case 'polygon':
      return drawing.points.length < 3 ? null : { type: 'Polygon', coordinates: [closed(drawing.points)] };
    case 'line':
      return drawing.points.length < 2
        ? null
        : { type: 'LineString', coordinates: drawing.points.map((point) => [...point]) };
    case 'circle':
      return drawing.centre && circleOf(drawing.centre, drawing.radius);
    case 'point':
      return drawing.at && { type: 'Point', coordinates: [...drawing.at] };
    case 'districts':
      return together(drawing.codes, districts);
    case undefined:
      return null;
  }
}

function closed(points: readonly Position[]): Corner[] {
  return [...points, points[0] as Position].map((point) => [...point]);
}

function together(codes: ReadonlySet<string>, districts: DistrictCollection | undefined): MultiPolygon | null {
  const chosen = (districts?.features ?? []).filter((feature) => codes.has(feature.properties.code));
  if (chosen.length === 0) return null;
  const coordinates = chosen.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? (geometry.coordinates as Corner[][][]) : [geometry.coordinates as Corner[][]],
  );
  return { type: 'MultiPolygon', coordinates };
}

type Edge = [Corner, Corner];

function edgesOf(ring: Corner[]): Edge[] {
  return ring.slice(1).map((corner, before) => [ring[before] as Corner, corner]);
}

function side([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): number {
  const turn = (bx! - ax!) * (cy! - ay!) - (by! - ay!) * (cx! - ax!);
  return Math.abs(turn) < 1e-14 ? 0 : Math.sign(turn);
}

function cross([a, b]: Edge, [c, d]: Edge): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Whether a polygon's outline crosses itself: nobody can say what is inside such a one. */
export function crossesItself(points: readonly Position[]): boolean {
  if (points.length < 4) return false;
  const edges = edgesOf(closed(points));
  return edges.some((edge, at) => edges.slice(at + 2).some((other) => cross(edge, other)));
}
