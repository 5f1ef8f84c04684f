import type { FeatureCollection } from 'geojson';
import type { CaseHome, CaseLine, Report } from '../../../api/types';
import type { Seen } from '../room/RoomSheet';
import { caseSign, gradeOf, reportSign, standingOf } from './look';

/** Somebody not yet safe, and their home where it is known. */
export interface Placed {
  line: CaseLine;
  home: CaseHome | undefined;
}

/** The homes of those not yet safe; their number is all that stands beside the sign. */
export function missingFeatures(missing: readonly Placed[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: missing.flatMap(({ line, home }) =>
      home
        ? [
            {
              type: 'Feature' as const,
              geometry: pointOf(home.location),
              properties: {
                id: line.id,
                label: String(line.number),
                icon: caseSign(standingOf(line), gradeOf(line)),
                help: line.helpWanted ? 1 : 0,
                order: line.helpWanted ? 10_000 + line.risk.score : line.risk.score,
              },
            },
          ]
        : [],
    ),
  };
}

/** Where residents were when they reported. */
export function reportFeatures(reports: readonly Report[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: reports.flatMap(({ id, number, kind, location }) =>
      location
        ? [
            {
              type: 'Feature' as const,
              geometry: pointOf(location),
              properties: { id, label: String(number), icon: reportSign(kind), order: kind === 'HELP' ? 1 : 0 },
            },
          ]
        : [],
    ),
  };
}

/** Something at a place, for the map to mark. */
export function seenAt(layer: string, at: CaseHome['location']): Seen {
  return { layer, properties: {}, geometry: pointOf(at) };
}

function pointOf({ longitude, latitude }: CaseHome['location']) {
  return { type: 'Point' as const, coordinates: [longitude, latitude] };
}
