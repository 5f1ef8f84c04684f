import type { FeatureCollection } from 'geojson';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { DistrictCollection } from '../../../api/types';
import { changing } from '../room/motion';
import { boundsOf } from './bounds';
import type { DistrictMarks } from './marks';
import { colours, drawPattern, patterns } from './patterns';

maplibregl.setWorkerUrl(workerUrl);

const palettes = {
  light: { ground: '#eef0f3', land: '#ffffff', line: '#6b7480', ink: '#1a1a1a', halo: '#ffffff', chosen: '#0017c1' },
  dark: { ground: '#13161a', land: '#23282f', line: '#7d858f', ink: '#f0f2f4', halo: '#0f1114', chosen: '#9db7f9' },
};
type Palette = (typeof palettes)['light'];

/** The drawn map: it holds what MapLibre needs and takes levels and choices as they change. */
export class MapSheet {
  private readonly map: maplibregl.Map;
  private readonly districts: DistrictCollection;

  constructor(box: HTMLElement, districts: DistrictCollection, dark: boolean, onPress: (code: string) => void) {
    this.districts = districts;
    const palette = dark ? palettes.dark : palettes.light;
    const bounds = boundsOf(districts);
    this.map = new maplibregl.Map({
      container: box,
      style: styleOf(palette, districts),
      ...(bounds && { bounds, fitBoundsOptions: { padding: 24 } }),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      cooperativeGestures: false,
      maxZoom: 16,
      fadeDuration: changing,
    });
    box.ariaBusy = 'true';
    this.map.on('idle', () => (box.ariaBusy = 'false'));
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right');
    for (const look of patterns) this.map.addImage(`pattern-${look}`, drawPattern(look), { pixelRatio: 2 });
    this.map.on('click', 'land', (event) => {
      const code = event.features?.[0]?.properties['code'];
      if (typeof code === 'string') onPress(code);
    });
  }

  /** Shows these marks and this choice. */
  show(marks: DistrictMarks, chosen: ReadonlySet<string>) {
    const features = this.districts.features.map((feature) => {
      const { code, name } = feature.properties;
      const mark = marks.get(code);
      const label = (chosen.has(code) ? '✓ ' : '') + (mark ? `${name} ${mark.label}` : name);
      const look = String(mark?.look ?? 'none');
      return { ...feature, properties: { code, name, look, label, rank: mark ? 0 : 1, chosen: chosen.has(code) } };
    });
    const draw = () =>
      this.map
        .getSource<maplibregl.GeoJSONSource>('districts')
        ?.setData({ type: 'FeatureCollection', features } as FeatureCollection);
    if (this.map.isStyleLoaded()) draw();
    else this.map.once('load', draw);
  }

  remove() {
    this.map.remove();
  }
}

function styleOf(palette: Palette, districts: DistrictCollection): maplibregl.StyleSpecification {
  const look = ['coalesce', ['get', 'look'], 'none'];
  const colour = Object.entries(colours).flat();
  const pattern = patterns.flatMap((each) => [each, `pattern-${each}`]);
  return {
    version: 8,
    transition: { duration: changing, delay: 0 },
    sources: { districts: { type: 'geojson', data: districts as unknown as FeatureCollection } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      {
        id: 'land',
        type: 'fill',
        source: 'districts',
        paint: {
          'fill-color': ['match', look, ...colour, palette.land] as never,
          'fill-opacity': ['match', look, 'none', 1, 0.62] as never,
        },
      },
      {
        id: 'patterns',
        type: 'fill',
        source: 'districts',
        filter: ['in', look, ['literal', patterns]] as never,
        paint: { 'fill-pattern': ['match', look, ...pattern, 'pattern-3'] as never },
      },
      { id: 'edges', type: 'line', source: 'districts', paint: { 'line-color': palette.line, 'line-width': 1.5 } },
      {
        id: 'chosen',
        type: 'line',
        source: 'districts',
        filter: ['==', ['get', 'chosen'], true],
        paint: { 'line-color': palette.chosen, 'line-width': 5 },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'districts',
        layout: {
          'text-field': ['coalesce', ['get', 'label'], ['get', 'name']],
          'text-size': 13,
          'text-max-width': 12,
          'text-padding': 0,
          // What stands under an order or warning is named first where there is not room for all.
          'symbol-sort-key': ['coalesce', ['get', 'rank'], 1],
        },
        paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2.5 },
      },
    ],
  };
}
