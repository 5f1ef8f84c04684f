import type { Geometry, MultiPolygon, Polygon, Position as Corner } from 'geojson';
import type { DistrictCollection } from '../../../api/types';
import type { Drawing, Position } from './drawing';

const metresPerDegree = 111_320;
const corners = 64;

/** A circle as a polygon, near enough for a municipality. */
export function circleOf(centre: Position, metres: number): Polygon {
  const [longitude, latitude] = centre;
  const high = metres / metresPerDegree;
  const wide = high / Math.cos((latitude * Math.PI) / 180);
  const ring = Array.from({ length: corners }, (_, corner) => {
    const angle = (corner / corners) * 2 * Math.PI;
    return [longitude + wide * Math.cos(angle), latitude + high * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Corner]] };
}

/** Metres between two places, near enough for a municipality. */
export function metresBetween(one: Position, other: Position): number {
  const east = (other[0] - one[0]) * Math.cos((one[1] * Math.PI) / 180);
  return Math.hypot(east, other[1] - one[1]) * metresPerDegree;
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

/** Codes of the districts an area touches. */
export function districtsTouched(area: Geometry | null, districts: DistrictCollection | undefined): string[] {
  const mine = ringsOf(area);
  if (mine.length === 0) return [];
  return (districts?.features ?? [])
    .filter((feature) => {
      const theirs = ringsOf(feature.geometry as Geometry);
      return mine.some((ring) => theirs.some((other) => touch(ring, other)));
    })
    .map((feature) => feature.properties.code);
}

/** Outer rings; lines and points have none. */
function ringsOf(geometry: Geometry | null): Corner[][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates.slice(0, 1);
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.map((polygon) => polygon[0] as Corner[]);
  return [];
}

/** Whether two rings share more than an edge: neighbours along one line do not touch each other here. */
function touch(one: Corner[], other: Corner[]): boolean {
  return (
    isWithin(one, other) ||
    isWithin(other, one) ||
    one.some((corner) => isInside(corner, other)) ||
    other.some((corner) => isInside(corner, one)) ||
    edgesOf(one).some((edge) => edgesOf(other).some((against) => cross(edge, against)))
  );
}

function middleOf(ring: Corner[]): Corner {
  const count = ring.length - 1;
  return ring.slice(0, count).reduce(([x, y], at) => [x! + at[0]! / count, y! + at[1]! / count], [0, 0]);
}

/** Rings that coincide share no inner corner and cross nowhere: their middles tell. */
function isWithin(one: Corner[], other: Corner[]): boolean {
  const middle = middleOf(one);
  return isInside(middle, one) && isInside(middle, other);
}

type Edge = [Corner, Corner];

function edgesOf(ring: Corner[]): Edge[] {
  return ring.slice(1).map((corner, before) => [ring[before] as Corner, corner]);
}

function isInside([x, y]: Corner, ring: Corner[]): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of edgesOf(ring)) {
    if (side([ax!, ay!], [bx!, by!], [x!, y!]) === 0 && between(x!, ax!, bx!) && between(y!, ay!, by!)) return false;
    if (ay! > y! !== by! > y! && x! < ((bx! - ax!) * (y! - ay!)) / (by! - ay!) + ax!) inside = !inside;
  }
  return inside;
}

function between(value: number, one: number, other: number): boolean {
  return value >= Math.min(one, other) && value <= Math.max(one, other);
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
  const edges = edgesOf(closed(points));
  return edges.some((edge, at) => edges.slice(at + 2).some((other) => cross(edge, other)));
}
