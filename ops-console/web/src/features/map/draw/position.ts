/** Longitude, latitude. */
export type Position = readonly [number, number];

const metresPerDegree = 111_320;

/** How far north a distance reaches, and how far east at a place, in degrees. */
export function degreesOf(metres: number, [, latitude]: Position): { north: number; east: number } {
  const north = metres / metresPerDegree;
  return { north, east: north / Math.cos((latitude * Math.PI) / 180) };
}

/** Metres between two places, near enough for a municipality. */
export function metresBetween(one: Position, other: Position): number {
  const east = (other[0] - one[0]) * Math.cos((one[1] * Math.PI) / 180);
  return Math.hypot(east, other[1] - one[1]) * metresPerDegree;
}
