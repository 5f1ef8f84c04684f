import { isHazardKind } from '../features/map/hazards/hazardLook';
import type { TileLayer } from '../features/map/room/mapStyle';
import { RoomSheet } from '../features/map/room/RoomSheet';
import { boundsOfPlaces, placesOn } from './places';

const nothing = () => {};
/** Tiles are told apart by their ETag; this only says that there is one kind of them. */
const version = 'now';

/** Opens the map in its box. Throws where the device cannot draw one. */
export function openMap(box: HTMLElement) {
  const places = placesOn(document);
  const sheet = new RoomSheet(
    box,
    {
      bounds: boundsOfPlaces(places),
      view: null,
      dark: false,
      forPrint: true,
      controls: true,
      label: document.title,
      tiles: '/map/tiles',
    },
    { onPress: nothing, onDoublePress: nothing, onSeen: nothing },
  );
  sheet.draw('sites', places);
  const boxes = [...document.querySelectorAll<HTMLInputElement>('#layers input')];
  const show = () => {
    for (const each of boxes) {
      const ranks = each.closest('li')?.querySelector<HTMLElement>('.ranks');
      if (ranks) ranks.hidden = !each.checked;
    }
    sheet.showTiles([{ name: 'districts', version }, ...boxes.filter((each) => each.checked).map(layerOf)]);
  };
  for (const each of boxes) each.addEventListener('change', show);
  const first = boxes.find((each) => each.dataset['kind'] === 'FLOOD') ?? boxes[0];
  if (first) first.checked = true;
  show();
}

function layerOf(each: HTMLInputElement): TileLayer {
  const kind = each.dataset['kind'];
  return { name: each.value, version, ...(isHazardKind(kind) && { hazard: kind }) };
}
