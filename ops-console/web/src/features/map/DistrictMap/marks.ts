import type { Level } from '../../../ui/LevelBadge/LevelBadge';

/** How a district looks on the map: as a level, or as an order without a number (tsunami). */
export interface DistrictMark {
  look: Level | 'unnumbered';
  /** Said after the name of the district; short, for districts are small. */
  label: string;
}

export type DistrictMarks = ReadonlyMap<string, DistrictMark>;
