import type { SymbolLayerSpecification } from 'maplibre-gl';
import { type Palette, text, textFont } from '../room/palette';

/** How loudspeakers and gauges are drawn. */
export function stationLayers(palette: Palette): SymbolLayerSpecification[] {
  return (['radio', 'gauges'] as const).map((source) => ({
    id: source,
    type: 'symbol',
    source,
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.8, 13, 1],
      ...textFont,
      'text-field': ['step', ['zoom'], '', 14, ['get', 'label']],
      'text-anchor': 'top',
      'text-offset': [0, 1.1],
      'text-optional': true,
    },
    paint: text(palette),
  }));
}
