import type { Texts } from '../../../i18n/language';
import { type HazardKind, isWater, looksOf } from '../hazards/hazardLook';
import type { Seen } from '../room/RoomSheet';

/** One thing that can be seen, or several pieces of one that look the same. */
export interface SeenItem {
  key: string;
  name: string;
  detail: string;
  seen: Seen;
}

/** Everything of one layer that can be seen. */
export interface SeenGroup {
  layer: string;
  title: string;
  items: readonly SeenItem[];
  /** How many more there are than the list says. */
  more: number;
}

/** What the list knows of a layer. */
export interface NamedLayer {
  name: string;
  title: string;
  hazard?: HazardKind;
}

/** A list nobody can read to its end helps nobody. */
const most = 100;

/** Sorts what can be seen into a list: each thing once, in the order of the layers. */
export function groupsOf(seen: readonly Seen[], layers: readonly NamedLayer[], texts: Texts): SeenGroup[] {
  return layers
    .map((layer) => {
      const items = new Map<string, SeenItem>();
      for (const each of seen) {
        if (each.layer !== layer.name) continue;
        const item = layer.hazard ? zoneItem(each, layer.hazard, texts) : placeItem(each);
        if (item && !items.has(item.key)) items.set(item.key, item);
      }
      const sorted = [...items.values()].sort((one, other) => one.key.localeCompare(other.key, 'ja'));
      return {
        layer: layer.name,
        title: layer.title,
        items: sorted.slice(0, most),
        more: Math.max(0, sorted.length - most),
      };
    })
    .filter((group) => group.items.length > 0);
}

/** Zones of one rank are one line: a river has thousands. */
function zoneItem(seen: Seen, hazard: HazardKind, texts: Texts): SeenItem {
  const rank = Number(seen.properties['rank'] ?? 1);
  const name = rankName(hazard, rank, texts);
  return { key: String(9 - rank), name, detail: '', seen };
}

function placeItem(seen: Seen): SeenItem | null {
  const { code, id, detail } = seen.properties;
  const name = seen.properties['name'] ?? seen.properties['reason'];
  if (typeof name !== 'string' || name === '') return null;
  return {
    key: String(code ?? `${name} ${id ?? ''}`),
    name,
    detail: typeof detail === 'string' ? detail : '',
    seen,
  };
}

/** What a rank means, in words: metres of water, or the name of the zone. */
export function rankName(hazard: HazardKind, rank: number, texts: Texts): string {
  const { depth } = texts.mapRoom;
  const look = looksOf(hazard).find((each) => each.rank === rank);
  if (!isWater(hazard)) return (hazard === 'LANDSLIDE' && depth.zone[rank]) || depth.unranked;
  if (look?.from === undefined) return depth.unranked;
  if (look.to === undefined) return depth.above(look.from);
  return look.from === 0 ? depth.below(look.to) : depth.between(look.from, look.to);
}
