import 'maplibre-gl/dist/maplibre-gl.css';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { Protocol } from 'pmtiles';
import { baseLayersOf, baseSource, baseSourceOf } from '../base/baseLayers';
import type { BaseMap } from '../base/baseMap';
import type { Bounds } from '../DistrictMap/bounds';
import { colours } from '../DistrictMap/patterns';
import type { Act, Drawing } from '../draw/drawing';
import type { Position } from '../draw/position';
import { Handles, type HandleWords } from '../draw/Handles';
import {
  firstOverlay,
  landOpacity,
  layersOf,
  nothing,
  type Overlay,
  sourceOf,
  styleOf,
  type TileLayer,
} from './mapStyle';
import { addPeople } from '../loop/pictures';
import { addStations } from '../stations/pictures';
import { changing } from './motion';
import { palettes } from './palette';
import { addPictures } from './pictures';

maplibregl.setWorkerUrl(workerUrl);
maplibregl.addProtocol('pmtiles', new Protocol().tile);

/** A base map that failed so often is left out. */
const failuresBorne = 3;

/** Pixels of the drawing for one of the page, each way. */
const finenessOfPaper = 2;

/** Something to be seen in the view: what a reader of the list hears of. */
export interface Seen {
  layer: string;
  properties: Record<string, unknown>;
  geometry: Geometry;
}

/** Where a map looks. */
export interface View {
  centre: Position;
  zoom: number;
}

interface Listeners {
  /** The map was pressed, on a district or beside all. */
  onPress: (at: Position, district: string | null) => void;
  /** A corner was changed by its handle. */
  onAct?: (act: Act) => void;
  /** Somebody's sign was pressed while nothing is drawn. */
  onPick?: (id: string) => void;
  /** Pressed twice quickly. */
  onDoublePress: () => void;
  /** What can be seen has changed and is drawn. */
  onSeen: (seen: readonly Seen[], view: View) => void;
  /** The base map does not come and was taken away. */
  onBaseFailed?: (base: BaseMap) => void;
}

interface Setting {
  bounds: Bounds | null;
  view: View | null;
  dark: boolean;
  /** Whether the drawn picture is kept for the printer. */
  forPrint?: boolean;
  /** Whether there are buttons to come nearer and go farther. */
  controls?: boolean;
  /** What handles of corners are called; absent: nothing is drawn here. */
  handles?: HandleWords;
  label: string;
  /** Where the hub serves the tiles this reader may have. */
  tiles?: string;
}

/** The large map of the room: it holds what MapLibre needs and takes everything as it changes. */
export class RoomSheet {
  private readonly map: maplibregl.Map;
  private readonly dark: boolean;
  private readonly tiles: string;
  private readonly handles: Handles | null;
  private readonly waiting = new Map<Overlay, FeatureCollection>();
  private layers: readonly TileLayer[] = [];
  private base: BaseMap = 'NONE';
  private failures = 0;
  private ready = false;
  private drawing = false;

  constructor(
    box: HTMLElement,
    { bounds, view, dark, forPrint = false, controls = !forPrint, handles, label, tiles = '/api/map/tiles' }: Setting,
    private readonly listeners: Listeners,
  ) {
    this.dark = dark;
    this.tiles = tiles;
    this.map = new maplibregl.Map({
      container: box,
      style: styleOf(this.palette(), colours, forPrint),
      ...(view
        ? { center: [view.centre[0], view.centre[1]] as [number, number], zoom: view.zoom }
        : bounds && { bounds, fitBoundsOptions: { padding: 24 } }),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 18,
      fadeDuration: changing,
      locale: { 'Map.Title': label },
      localIdeographFontFamily: "'BIZ UDPGothic','Noto Sans JP','Noto Sans CJK JP',sans-serif",
      ...(forPrint && { pixelRatio: 1, canvasContextAttributes: { preserveDrawingBuffer: true } }),
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    if (controls) this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right');
    this.map.addControl(new maplibregl.ScaleControl({ maxWidth: 140 }), 'bottom-left');
    this.handles = handles ? new Handles(this.map, handles, (act) => this.listeners.onAct?.(act)) : null;
    addPictures(this.map);
    addPeople(this.map);
    addStations(this.map);
    this.listen(box, forPrint);
  }

  private palette() {
    return this.dark ? palettes.dark : palettes.light;
  }

  private listen(box: HTMLElement, forPrint: boolean) {
    box.ariaBusy = 'true';
    this.map.on('load', () => {
      this.ready = true;
      for (const [name, features] of this.waiting) this.draw(name, features);
      this.waiting.clear();
      this.layBase();
      this.showTiles(this.layers);
    });
    this.map.on('error', (event) => this.bear(event));
    this.map.on('idle', () => {
      if (forPrint && this.map.getPixelRatio() < finenessOfPaper) {
        // Paper is finer than a screen; drawing so fine is dear, and begins when everything has come.
        this.map.setPixelRatio(finenessOfPaper);
        return;
      }
      box.ariaBusy = 'false';
      this.listeners.onSeen(this.seen(), this.view());
    });
    this.map.on('click', ({ lngLat, point }) => {
      if (!this.drawing && this.pick(point)) return;
      const district = this.map.queryRenderedFeatures(point, { layers: ['land'] })[0]?.properties['code'];
      this.listeners.onPress([lngLat.lng, lngLat.lat], typeof district === 'string' ? district : null);
    });
    this.map.on('dblclick', () => this.listeners.onDoublePress());
  }

  /** Whether somebody's sign is there: it is picked, and a group is come nearer to. */
  private pick(point: maplibregl.Point): boolean {
    const [found] = this.map.queryRenderedFeatures(point, { layers: ['missing-many', 'missing', 'reports'] });
    if (found?.geometry.type !== 'Point') return false;
    const { cluster_id: group, id } = found.properties;
    if (typeof group === 'number') this.nearer(group, found.geometry.coordinates as [number, number]);
    else this.listeners.onPick?.(String(id));
    return true;
  }

  private nearer(group: number, center: [number, number]) {
    this.map
      .getSource<maplibregl.GeoJSONSource>('missing')
      ?.getClusterExpansionZoom(group)
      .then((zoom) => this.map.jumpTo({ center, zoom }))
      // The group was dissolved meanwhile: somebody was found.
      .catch(() => undefined);
  }

  /** Draws these features in place of those before. */
  draw(name: Overlay, features: FeatureCollection) {
    if (this.ready) this.map.getSource<maplibregl.GeoJSONSource>(name)?.setData(features);
    else this.waiting.set(name, features);
  }

  /** Lays a base map under everything, in place of the one before. */
  showBase(base: BaseMap) {
    if (base === this.base) return;
    this.base = base;
    if (this.ready) this.layBase();
  }

  private layBase() {
    this.failures = 0;
    this.takeAway(baseSource);
    // The districts' white would hide what lies below; their warnings stay to be seen.
    this.map.setPaintProperty('land', 'fill-opacity', landOpacity(this.base !== 'NONE'));
    if (this.base === 'NONE') return;
    this.map.addSource(baseSource, baseSourceOf(this.base));
    for (const layer of baseLayersOf(this.base, this.dark)) this.map.addLayer(layer, 'land');
  }

  /** Whatever else fails is shown as missing; a base map gives way, so that nothing waits for it. */
  private bear(event: maplibregl.ErrorEvent) {
    if (!('sourceId' in event) || event.sourceId !== baseSource || this.base === 'NONE') return;
    this.failures += 1;
    if (this.failures < failuresBorne) return;
    const { base } = this;
    this.showBase('NONE');
    this.listeners.onBaseFailed?.(base);
  }

  /** Shows exactly these layers of tiles, the first lowest. */
  showTiles(layers: readonly TileLayer[]) {
    const before = this.layers;
    this.layers = layers;
    if (!this.ready) return;
    const wanted = new Set(layers.map((layer) => layer.name));
    for (const layer of before) if (!wanted.has(layer.name)) this.takeAway(sourceOf(layer));
    for (const layer of layers) this.addTiles(layer);
  }

  private addTiles(layer: TileLayer) {
    const source = sourceOf(layer);
    const tiles = [
      `${location.origin}${this.tiles}/${layer.name}/{z}/{x}/{y}.mvt?v=${encodeURIComponent(layer.version)}`,
    ];
    const known = this.map.getSource<maplibregl.VectorTileSource>(source);
    if (known) {
      // A new edition of what is shown replaces it at once.
      if (known.tiles[0] !== tiles[0]) known.setTiles(tiles);
      return;
    }
    this.map.addSource(source, {
      type: 'vector',
      tiles,
      minzoom: 6,
      maxzoom: 16,
    });
    const above = layer.hazard ? firstOverlay : 'names';
    for (const each of layersOf(layer, this.palette())) this.map.addLayer(each, above);
  }

  private takeAway(source: string) {
    for (const { id, ...layer } of this.map.getStyle().layers)
      if ('source' in layer && layer.source === source) this.map.removeLayer(id);
    if (this.map.getSource(source)) this.map.removeSource(source);
  }

  /** Marks one thing, so that the reader of the list sees where it is; null marks nothing. */
  focus(seen: Seen | null) {
    const features: Feature[] = seen ? [{ type: 'Feature', geometry: seen.geometry, properties: {} }] : [];
    this.draw('focus', { ...nothing, features });
    if (seen?.geometry.type === 'Point') this.revealPoint(seen.geometry.coordinates as [number, number]);
  }

  private revealPoint([east, north]: readonly [number, number]) {
    this.reveal([east, north, east, north]);
  }

  /** Comes to where all of this can be seen, unless it can be already. */
  reveal(bounds: Bounds) {
    const seen = this.map.getBounds();
    const [west, south, east, north] = bounds;
    if (seen.contains([west, south]) && seen.contains([east, north])) return;
    this.map.fitBounds(bounds, { padding: 48, maxZoom: 16, animate: false });
  }

  /** Whether pressing twice comes nearer; while somebody draws it finishes instead. */
  setDrawing(drawing: Drawing | null) {
    this.drawing = drawing !== null;
    this.map.doubleClickZoom[drawing ? 'disable' : 'enable']();
    this.map.getCanvas().style.cursor = drawing ? 'crosshair' : '';
    this.handles?.show(drawing);
  }

  middle(): Position {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  view(): View {
    return { centre: this.middle(), zoom: this.map.getZoom() };
  }

  private seen(): Seen[] {
    const layers = [
      'land',
      'sites',
      'radio',
      'gauges',
      'closure-areas',
      'closure-lines',
      ...this.layers.map((layer) => layer.name),
    ];
    return this.map
      .queryRenderedFeatures({ layers: layers.filter((id) => this.map.getLayer(id)) })
      .map(({ layer, source, properties, geometry }) => ({
        layer: source === 'closures' ? source : layer.id,
        properties,
        geometry,
      }));
  }

  remove() {
    this.map.remove();
  }
}
