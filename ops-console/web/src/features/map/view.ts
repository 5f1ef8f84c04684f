import type { Colouring } from './LayerPanel/LayerPanel';
import type { View } from './room/RoomSheet';

/** What of a map is kept in an address, so that it can be shared, reloaded and printed. */
export interface Look {
  view: View | null;
  /** Names of the layers shown; absent: as usual. */
  layers?: readonly string[];
  colouring?: Colouring;
}

/** Reads an address. What is wrong in it is left out. */
export function readLook(search: string): Look {
  const query = new URLSearchParams(search);
  const [zoom, latitude, longitude] = (query.get('at') ?? '').split('/').map(Number);
  const layers = query.get('layers');
  const colouring = query.get('by');
  const whole = [zoom, latitude, longitude].every((part) => part !== undefined && Number.isFinite(part));
  return {
    view: whole && query.has('at') ? { zoom: zoom!, centre: [longitude!, latitude!] } : null,
    ...(layers !== null && { layers: layers.split(',').filter(Boolean) }),
    ...((colouring === 'orders' || colouring === 'alerts') && { colouring }),
  };
}

/** Writes an address's query. */
export function writeLook({ view, layers, colouring }: Look): string {
  const query = new URLSearchParams();
  if (view) {
    const [longitude, latitude] = view.centre;
    query.set('at', `${view.zoom.toFixed(2)}/${latitude.toFixed(5)}/${longitude.toFixed(5)}`);
  }
  if (layers) query.set('layers', layers.join(','));
  if (colouring) query.set('by', colouring);
  return query.toString();
}
