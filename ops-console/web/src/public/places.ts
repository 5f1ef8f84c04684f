import type { Feature, FeatureCollection } from 'geojson';
import type { Bounds } from '../features/map/DistrictMap/bounds';
import { type SignKind, signOf, signs } from '../features/map/room/pictures';

/** The sites of the page's list as features of the map: it says what the list says, in the same words. */
export function placesOn(page: ParentNode): FeatureCollection {
  const features: Feature[] = [...page.querySelectorAll<HTMLElement>('.place[data-at]')].map((place) => {
    const [latitude, longitude] = (place.dataset['at'] ?? '').split(',').map(Number);
    const kind = place.dataset['kind'] ?? '';
    const open = place.classList.contains('open');
    const name = place.querySelector('strong')?.textContent ?? '';
    const state = place.querySelector('.who')?.textContent ?? '';
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude ?? 0, latitude ?? 0] },
      properties: {
        name,
        label: `${name} ${state}`,
        icon: signOf(kind in signs ? (kind as SignKind) : 'UNSTATED', open),
        order: open ? 1 : 0,
      },
    };
  });
  return { type: 'FeatureCollection', features };
}

/** The box around every place, with some ground around it; null where there is none. */
export function boundsOfPlaces({ features }: FeatureCollection): Bounds | null {
  const points = features.map(({ geometry }) => (geometry.type === 'Point' ? geometry.coordinates : [0, 0]));
  if (points.length === 0) return null;
  const east = points.map(([x]) => x ?? 0);
  const north = points.map(([, y]) => y ?? 0);
  const ground = 0.01;
  return [
    Math.min(...east) - ground,
    Math.min(...north) - ground,
    Math.max(...east) + ground,
    Math.max(...north) + ground,
  ];
}
