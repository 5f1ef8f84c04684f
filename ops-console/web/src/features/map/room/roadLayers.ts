import type { LayerSpecification } from 'maplibre-gl';
import { type Palette, text, textFont } from './palette';

/** What begins later is drawn fainter. */
const faintUntilInForce = ['case', ['get', 'inForce'], 1, 0.45] as never;

/** How closures are drawn: areas, lines and points. */
export function closureLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'closure-areas',
      type: 'fill',
      source: 'closures',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-pattern': 'hatch-cross', 'fill-opacity': faintUntilInForce },
    },
    { id: 'closure-casing', type: 'line', source: 'closures', paint: { 'line-color': palette.halo, 'line-width': 8 } },
    {
      id: 'closure-lines',
      type: 'line',
      source: 'closures',
      paint: {
        'line-color': palette.ink,
        'line-width': 5,
        'line-dasharray': [1.5, 1],
        'line-opacity': faintUntilInForce,
      },
    },
    {
      id: 'closures',
      type: 'symbol',
      source: 'closures',
      layout: {
        'icon-image': 'closure',
        'icon-allow-overlap': true,
        ...textFont,
        'text-field': ['step', ['zoom'], '', 14, ['get', 'label']],
        'text-anchor': 'top',
        'text-offset': [0, 1],
        'text-optional': true,
      },
      paint: { ...text(palette), 'icon-opacity': faintUntilInForce },
    },
  ];
}

/** How a way is drawn, its alternative, and where it starts. */
export function wayLayers(palette: Palette): LayerSpecification[] {
  const of = (way: string) => ['==', ['get', 'way'], way] as never;
  return [
    {
      id: 'way-casing',
      type: 'line',
      source: 'ways',
      filter: of('main'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 11 },
    },
    {
      id: 'way-other',
      type: 'line',
      source: 'ways',
      filter: of('other'),
      paint: { 'line-color': palette.key, 'line-width': 3, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'way-main',
      type: 'line',
      source: 'ways',
      filter: of('main'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.key, 'line-width': 6 },
    },
    {
      id: 'way-straight',
      type: 'line',
      source: 'ways',
      filter: of('straight'),
      paint: { 'line-color': palette.line, 'line-width': 3, 'line-dasharray': [0.5, 2] },
    },
    {
      id: 'way-start',
      type: 'circle',
      source: 'ways',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 9,
        'circle-color': palette.key,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 4,
      },
    },
  ];
}
