import type { components } from '../../api/schema';
import type { Station } from '../../api/types';
import type { Texts } from '../../i18n/language';
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
  /** Absent: the console draws it from features it has itself. */
  tiles?: TileLayer;
}

const hazardPrefix = 'hazard-';

/** The id of a hazard map, by which the hub counts inside it and retires it. */
export function hazardLayerId({ name }: RoomLayer): string {
  return name.slice(hazardPrefix.length);
}

type Listed = components['schemas']['MapLayer'];

/** Places first, for whoever asks where to go; then the dangers, the law's order of kinds. */
const places = ['sites', 'closures', 'facilities'] as const;

/** What stands somewhere and reports. */
const reporting = { radio: 'OUTDOOR_STATION', gauges: 'GAUGE' } as const;

/** The layers the hub offers, as readers choose them. The districts lie under all of them anyway. */
export function layersFrom(listed: readonly Listed[], stations: readonly Station[], texts: Texts): RoomLayer[] {
  const { layers } = texts.mapRoom;
  const plain = places.flatMap((name) => {
    const found = listed.find((layer) => layer.name === name);
    if (!found) return [];
    // Sites are drawn with how they stand, closures as they are known this moment: no tile says that.
    return [{ name, title: layers[name], ...(name === 'facilities' && { tiles: { name, version: found.version } }) }];
  });
  const reports = (Object.keys(reporting) as (keyof typeof reporting)[])
    .filter((name) => stations.some(({ properties }) => properties.kind === reporting[name]))
    .map((name) => ({ name, title: layers[name] }));
  const dangers = listed.flatMap(({ name, version, hazard, title, scenario, source, edition, licence }) =>
    hazard
      ? [
          {
            name,
            title: `${title ?? texts.mapRoom.kind[hazard]} ${scenario ?? ''}`.trim(),
            hazard,
            ...(source && { source }),
            ...(edition && { edition }),
            ...(licence && { licence }),
            tiles: { name, version, hazard },
          },
        ]
      : [],
  );
  return [...plain, ...reports, ...dangers];
}
