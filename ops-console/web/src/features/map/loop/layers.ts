import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { type Palette, text, textFont } from '../room/palette';

/** Signs of people: no other layer has this colour. */
export const peopleInk = '#0b2a5b';

/** How near homes may lie and still be told apart, in pixels. */
export const grouping = { cluster: true, clusterRadius: 34, clusterMaxZoom: 15 } as const;

/** What is told of a group: how many of it call for help. */
export const groupFacts = { help: ['+', ['get', 'help']] };

const isGroup = ['has', 'point_count'] as never;
const isAlone = ['!', ['has', 'point_count']] as never;

/** How those not yet safe are drawn, and what residents report: above everything else that lies on the map. */
export function loopLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'missing-many',
      type: 'circle',
      source: 'missing',
      filter: isGroup,
      paint: {
        'circle-color': peopleInk,
        'circle-radius': ['step', ['get', 'point_count'], 17, 10, 21, 100, 26] as never,
        'circle-stroke-color': '#ffffff',
        // Who calls for help is in no group unseen.
        'circle-stroke-width': ['case', ['>', ['get', 'help'], 0], 5, 2.5] as never,
      },
    },
    {
      id: 'missing-count',
      type: 'symbol',
      source: 'missing',
      filter: isGroup,
      layout: {
        ...textFont,
        'text-field': [
          'case',
          ['>', ['get', 'help'], 0],
          ['concat', ['to-string', ['get', 'point_count']], '\n助', ['to-string', ['get', 'help']]],
          ['to-string', ['get', 'point_count']],
        ] as never,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': '#ffffff' },
    },
    { ...signs('missing', palette), filter: isAlone },
    signs('reports', palette),
  ];
}

function signs(source: 'missing' | 'reports', palette: Palette): SymbolLayerSpecification {
  return {
    id: source,
    type: 'symbol',
    source,
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      // The most urgent lie on top.
      'symbol-sort-key': ['get', 'order'],
      ...textFont,
      'text-field': ['step', ['zoom'], '', 15, ['get', 'label']],
      'text-anchor': 'top',
      'text-offset': [0, 1],
      'text-optional': true,
    },
    paint: text(palette),
  };
}
