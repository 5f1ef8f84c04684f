import type { DistrictCollection, Site } from '../../api/types';
import type { Position } from './draw/position';
import type { KnownPlace } from './draw/place';

/** Every place of this map that has a name: the sites where they stand, the districts at their middle. */
export function knownPlaces(districts: DistrictCollection | undefined, sites: readonly Site[]): KnownPlace[] {
  return [
    ...sites
      .filter((site) => !site.closed)
      .map(({ name, location }) => ({ name, at: [location.longitude, location.latitude] as const })),
    ...(districts?.features.map(({ properties: { name }, geometry }) => ({ name, at: middleOf(geometry) })) ?? []),
  ];
}

/** The middle of the corners of the outer ring with the most of them: near enough to look there. */
function middleOf({ type, coordinates }: DistrictCollection['features'][number]['geometry']): Position {
  const outlines = (type === 'MultiPolygon' ? coordinates : [coordinates]) as number[][][][];
  const rings = outlines.map((outline) => outline[0] ?? []);
  const [ring = []] = rings.toSorted((one, other) => other.length - one.length);
  const corners = ring.slice(1);
  const sum = (axis: 0 | 1) => corners.reduce((total, corner) => total + (corner[axis] ?? 0), 0);
  return [sum(0) / corners.length, sum(1) / corners.length];
}
