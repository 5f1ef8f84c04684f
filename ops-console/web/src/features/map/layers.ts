import type { HazardKind } from './hazards/hazardLook';
import type { TileLayer } from './room/mapStyle';

/** A layer as readers choose it: what it is called, and where it comes from. */
export interface RoomLayer {
  name: string;
  title: string;
  hazard?: HazardKind;
  source?: string;
  edition?: string;
  licence?: string;
  note?: string;
  /** Absent: the console draws it from features it has itself. */
  tiles?: TileLayer;
}
