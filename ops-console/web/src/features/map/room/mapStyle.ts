import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { type HazardKind, hatchNames, looksOf } from '../hazards/hazardLook';
import { groupFacts, grouping, loopLayers } from '../loop/layers';
import { stationLayers } from '../stations/layers';
import { changing } from './motion';
import { type Palette, palettes, text, textFont } from './palette';
import { closureLayers, wayLayers } from './roadLayers';

/** A layer whose tiles the hub draws from its database. */
export interface TileLayer {
  /** In the address of its tiles, and the name of the layer inside them. */
  name: string;
  /** Absent: not a hazard. */
  hazard?: HazardKind;
  /** Changes with its content, so that no old tile is kept. */
  version: string;
}

/** Names of the sources whose features the console has itself. */
export const overlays = [
  'districts',
  'closures',
  'ways',
  'radio',
  'gauges',
  'sites',
  'missing',
  'reports',
  'drawing',
  'focus',
] as const;
export type Overlay = (typeof overlays)[number];

/** Nothing to draw. */
export const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Tiles go below what is drawn over them: the first layer of the overlays. */
export const firstOverlay = 'edges';

/** How much of what lies below the districts is seen through them. */
export function landOpacity(onBaseMap: boolean) {
  const look = ['coalesce', ['get', 'look'], 'none'];
  return ['match', look, 'none', onBaseMap ? 0 : 0.7, onBaseMap ? 0.45 : 0.62] as never;
}

/** From which nearness sites are named: paper is read more closely than a screen. */
const namesFrom = { screen: 13.5, paper: 11 };

/** The console's own style: no font, sprite or style of anybody else is asked for. */
export function styleOf(palette: Palette, looks: Record<string, string>, forPrint = false): StyleSpecification {
  const look = ['coalesce', ['get', 'look'], 'none'];
  const colour = Object.entries(looks).flat();
  const pattern = Object.keys(looks)
    .filter((each) => each !== '1')
    .flatMap((each) => [each, `pattern-${each}`]);
  return {
    version: 8,
    transition: { duration: changing, delay: 0 },
    sources: Object.fromEntries(
      overlays.map((name) => [
        name,
        {
          type: 'geojson',
          data: nothing,
          ...(name === 'missing' && { ...grouping, clusterProperties: groupFacts }),
        },
      ]),
    ),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      {
        id: 'land',
        type: 'fill',
        source: 'districts',
        paint: {
          'fill-color': ['match', look, ...colour, palette.land] as never,
          'fill-opacity': landOpacity(false),
        },
      },
      {
        id: 'patterns',
        type: 'fill',
        source: 'districts',
        filter: ['has', 'look'],
        paint: { 'fill-pattern': ['match', look, ...pattern, 'pattern-3'] as never },
      },
      {
        id: 'edges',
        type: 'line',
        source: 'districts',
        paint: { 'line-color': palette.line, 'line-width': 1.2, 'line-dasharray': [4, 2] },
      },
      {
        id: 'chosen',
        type: 'line',
        source: 'districts',
        filter: ['==', ['get', 'chosen'], true],
        paint: { 'line-color': palette.key, 'line-width': 5 },
      },
      ...drawingLayers(palette),
      {
        id: 'names',
        type: 'symbol',
        source: 'districts',
        layout: {
          ...textFont,
          'text-field': ['coalesce', ['get', 'label'], ['get', 'name']],
          'text-padding': 0,
          // What stands under an order or warning is named first where there is not room for all.
          'symbol-sort-key': ['coalesce', ['get', 'rank'], 1],
        },
        paint: text(palette),
      },
      ...closureLayers(palette),
      ...wayLayers(palette),
      ...stationLayers(palette),
      ...siteLayers(palette, forPrint ? namesFrom.paper : namesFrom.screen),
      ...loopLayers(palette),
      ...focusLayers(palette),
    ],
  };
}

function siteLayers(palette: Palette, namedFrom: number): LayerSpecification[] {
  return [
    {
      id: 'sites',
      type: 'symbol',
      source: 'sites',
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        // Open sites lie on top.
        'symbol-sort-key': ['coalesce', ['get', 'order'], 0],
        ...textFont,
        'text-field': ['step', ['zoom'], '', namedFrom, ['get', 'label']],
        'text-anchor': 'top',
        'text-offset': [0, 1.1],
        'text-optional': true,
      },
      paint: text(palette),
    },
  ];
}

function drawingLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'drawing-area',
      type: 'fill',
      source: 'drawing',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': palette.key, 'fill-opacity': 0.15 },
    },
    {
      id: 'drawing-edge',
      type: 'line',
      source: 'drawing',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': palette.key, 'line-width': 3.5 },
    },
    {
      id: 'drawing-corners',
      type: 'circle',
      source: 'drawing',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 6,
        'circle-color': palette.halo,
        'circle-stroke-color': palette.key,
        'circle-stroke-width': 3,
      },
    },
  ];
}

function focusLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'focus-halo', type: 'line', source: 'focus', paint: { 'line-color': palette.halo, 'line-width': 9 } },
    { id: 'focus', type: 'line', source: 'focus', paint: { 'line-color': palette.ink, 'line-width': 4.5 } },
    {
      id: 'focus-point',
      type: 'circle',
      source: 'focus',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 20,
        'circle-opacity': 0,
        'circle-stroke-color': palette.ink,
        'circle-stroke-width': 4,
      },
    },
  ];
}

/** How one layer of tiles is drawn, lowest first. Hazards carry a hatch besides their colour. */
export function layersOf(layer: TileLayer, palette: Palette): LayerSpecification[] {
  const from = { source: sourceOf(layer), 'source-layer': layer.name };
  if (layer.hazard) return hazardLayers(layer.name, layer.hazard, palette, from);
  if (layer.name === 'districts') return districtLayers(palette, from);
  return [
    {
      id: layer.name,
      type: 'circle',
      ...from,
      paint: {
        'circle-radius': 6,
        'circle-color': palette.halo,
        'circle-stroke-color': palette.ink,
        'circle-stroke-width': 2,
      },
    },
  ];
}

/** The name of a layer's source; the console's own features have sources of the plain names. */
export function sourceOf(layer: TileLayer): string {
  return `tiles-${layer.name}`;
}

type From = { source: string; 'source-layer': string };

/** For readers whose districts come as tiles. */
function districtLayers(palette: Palette, from: From): LayerSpecification[] {
  return [
    {
      id: 'districts',
      type: 'line',
      ...from,
      paint: { 'line-color': palette.line, 'line-width': 1.2, 'line-dasharray': [4, 2] },
    },
    {
      id: 'districts-names',
      type: 'symbol',
      ...from,
      layout: { ...textFont, 'text-field': ['get', 'name'], 'text-padding': 0 },
      paint: text(palette),
    },
  ];
}

function hazardLayers(name: string, kind: HazardKind, palette: Palette, from: From): LayerSpecification[] {
  const looks = looksOf(kind);
  const last = looks.at(-1);
  const rank = ['coalesce', ['get', 'rank'], 1];
  const by = (value: (look: (typeof looks)[number]) => string) =>
    ['match', rank, ...looks.flatMap((look) => [look.rank, value(look)]), last ? value(last) : ''] as never;
  return [
    {
      id: name,
      type: 'fill',
      ...from,
      paint: { 'fill-color': by((look) => look.colour), 'fill-opacity': palette === palettes.dark ? 0.72 : 0.78 },
    },
    { id: `${name}-hatch`, type: 'fill', ...from, paint: { 'fill-pattern': by((look) => `hatch-${look.hatch}`) } },
  ];
}

/** Names of the pictures the style asks for besides those of sites. */
export const hatchPictures = hatchNames.map((hatch) => [`hatch-${hatch}`, hatch] as const);
