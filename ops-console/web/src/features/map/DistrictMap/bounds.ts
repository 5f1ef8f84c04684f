import type { DistrictCollection } from '../../../api/types';

/** West, south, east, north. */
export type Bounds = [number, number, number, number];

/** The smallest box around every district, null where there is none. */
export function boundsOf(districts: DistrictCollection): Bounds | null {
  const bounds: Bounds = [180, 90, -180, -90];
  for (const feature of districts.features) widen(bounds, feature.geometry.coordinates);
  return bounds[0] <= bounds[2] ? bounds : null;
}

function widen(bounds: Bounds, coordinates: unknown) {
  if (!Array.isArray(coordinates)) return;
  const [longitude, latitude] = coordinates;
  if (typeof longitude === 'number' && typeof latitude === 'number') {
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  } else {
    for (const part of coordinates) widen(bounds, part);
  }
}
