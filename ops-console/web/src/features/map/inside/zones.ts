import type { InForce } from '../../../api/types';
import type { Texts } from '../../../i18n/language';
import { type HazardKind, isWater, looksOf } from '../hazards/hazardLook';
import { hazardLayerId, type RoomLayer } from '../layers';
import type { TargetArea } from './targetArea';

/** An area nobody needs to draw: part of a hazard map, or where a warning holds. */
export interface Zone {
  key: string;
  name: string;
  area: TargetArea;
  /** Of which danger; absent: a warning. */
  hazard?: HazardKind;
}

/** The zones of the hazard maps that are current, from the widest to the worst. */
export function dangersOf(layers: readonly RoomLayer[], texts: Texts): Zone[] {
  const { zones, depth } = texts.mapRoom;
  return layers.flatMap((layer) => {
    const { name, title, hazard } = layer;
    return hazard
      ? looksOf(hazard).map(({ rank, from }) => ({
          key: `${name}/${rank}`,
          name: `${title} ${
            rank === 1 ? zones.all : isWater(hazard) ? depth.above(from ?? 0) : (depth.zone[rank] ?? depth.unranked)
          }`,
          area: { hazard: { layer: hazardLayerId(layer), minRank: rank } } as TargetArea,
          hazard,
        }))
      : [];
  });
}

/** Where the warnings in force hold, each once. */
export function warningsOf(inForce: readonly InForce[]): Zone[] {
  const zones = new Map<string, Zone>();
  for (const { alertId, name, publisherName } of inForce)
    if (!zones.has(alertId))
      zones.set(alertId, { key: alertId, name: `${name}（${publisherName}）`, area: { alert: alertId } });
  return [...zones.values()];
}
