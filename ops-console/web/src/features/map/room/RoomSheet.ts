import 'maplibre-gl/dist/maplibre-gl.css';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Bounds } from '../DistrictMap/bounds';
import { colours } from '../DistrictMap/patterns';
import type { Position } from '../draw/drawing';
import { firstOverlay, layersOf, nothing, type Overlay, palettes, styleOf, type TileLayer } from './mapStyle';
import { addPictures } from './pictures';

maplibregl.setWorkerUrl(workerUrl);

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
  /** Pressed twice quickly. */
  onDoublePress: () => void;
  /** What can be seen has changed and is drawn. */
  onSeen: (seen: readonly Seen[], view: View) => void;
  /** Tiles of a base map could not be fetched several times. */
  onPlain: () => void;
}

interface Setting {
  bounds: Bounds | null;
  view: View | null;
  dark: boolean;
  /** Whether the drawn picture is kept for the printer. */
  forPrint?: boolean;
  label: string;
}

/** How often a base map may fail before the map goes on without it. */
const patience = 3;
const gsi = 'gsi';

/** The large map of the room: it holds what MapLibre needs and takes everything as it changes. */
export class RoomSheet {
  private readonly map: maplibregl.Map;
  private readonly dark: boolean;
  private readonly waiting = new Map<Overlay, FeatureCollection>();
  private layers: readonly TileLayer[] = [];
  private failures = 0;
  private ready = false;

  constructor(
    box: HTMLElement,
    { bounds, view, dark, forPrint = false, label }: Setting,
    private readonly listeners: Listeners,
  ) {
    this.dark = dark;
    this.map = new maplibregl.Map({
      container: box,
      style: styleOf(this.palette(), colours),
      ...(view
        ? { center: [view.centre[0], view.centre[1]] as [number, number], zoom: view.zoom }
        : bounds && { bounds, fitBoundsOptions: { padding: 24 } }),
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 18,
      locale: { 'Map.Title': label },
      localIdeographFontFamily: "'BIZ UDPGothic','Noto Sans JP','Noto Sans CJK JP',sans-serif",
      ...(forPrint && { canvasContextAttributes: { preserveDrawingBuffer: true } }),
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    if (!forPrint) this.map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right');
    this.map.addControl(new maplibregl.ScaleControl({ maxWidth: 140 }), 'bottom-left');
    addPictures(this.map);
    this.listen(box);
  }

  private palette() {
    return this.dark ? palettes.dark : palettes.light;
  }

  private listen(box: HTMLElement) {
    box.ariaBusy = 'true';
    this.map.on('load', () => {
      this.ready = true;
      for (const [name, features] of this.waiting) this.draw(name, features);
      this.waiting.clear();
      this.showTiles(this.layers);
    });
    this.map.on('idle', () => {
      box.ariaBusy = 'false';
      this.listeners.onSeen(this.seen(), this.view());
    });
    this.map.on('click', ({ lngLat, point }) => {
      const district = this.map.queryRenderedFeatures(point, { layers: ['land'] })[0]?.properties['code'];
      this.listeners.onPress([lngLat.lng, lngLat.lat], typeof district === 'string' ? district : null);
    });
    this.map.on('dblclick', () => this.listeners.onDoublePress());
    this.map.on('error', (event) => {
      // Only a base map may fail quietly; what the hub draws itself goes on without it.
      if (!('sourceId' in event) || event.sourceId !== gsi) return;
      this.failures += 1;
      if (this.failures !== patience) return;
      this.takeAway(gsi);
      this.listeners.onPlain();
    });
  }

  /** Draws these features in place of those before. */
  draw(name: Overlay, features: FeatureCollection) {
    if (this.ready) this.map.getSource<maplibregl.GeoJSONSource>(name)?.setData(features);
    else this.waiting.set(name, features);
  }

  /** Shows the features of one overlay or hides them. */
  showOverlay(layers: readonly string[], shown: boolean) {
    const set = () => {
      for (const id of layers) this.map.setLayoutProperty(id, 'visibility', shown ? 'visible' : 'none');
    };
    if (this.ready) set();
    else this.map.once('load', set);
  }

  /** Shows exactly these layers of tiles, the first lowest. */
  showTiles(layers: readonly TileLayer[]) {
    const before = this.layers;
    this.layers = layers;
    if (!this.ready) return;
    const wanted = new Set(layers.map((layer) => layer.name));
    for (const { name } of before) if (!wanted.has(name)) this.takeAway(name);
    for (const layer of layers) this.addTiles(layer);
  }

  private addTiles(layer: TileLayer) {
    if (this.map.getSource(layer.name)) return;
    this.map.addSource(layer.name, {
      type: 'vector',
      tiles: [`${location.origin}/api/map/tiles/${layer.name}/{z}/{x}/{y}.mvt?v=${encodeURIComponent(layer.version)}`],
      minzoom: 6,
      maxzoom: 16,
    });
    const above = layer.hazard ? firstOverlay : 'sites';
    for (const each of layersOf(layer, this.palette())) this.map.addLayer(each, above);
  }

  /** Lays the pale map of 国土地理院 under everything. */
  showGsi() {
    if (!this.ready) {
      this.map.once('load', () => this.showGsi());
      return;
    }
    if (this.map.getSource(gsi)) return;
    this.map.addSource(gsi, {
      type: 'raster',
      tiles: ['https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png'],
      tileSize: 256,
      minzoom: 5,
      maxzoom: 18,
    });
    this.map.addLayer({ id: gsi, type: 'raster', source: gsi }, 'land');
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
  }

  /** Whether pressing twice comes nearer; while somebody draws it finishes instead. */
  setDrawing(drawing: boolean) {
    this.map.doubleClickZoom[drawing ? 'disable' : 'enable']();
    this.map.getCanvas().style.cursor = drawing ? 'crosshair' : '';
  }

  middle(): Position {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  view(): View {
    return { centre: this.middle(), zoom: this.map.getZoom() };
  }

  private seen(): Seen[] {
    const layers = ['land', 'sites', 'closures', 'closure-signs', ...this.layers.map((layer) => layer.name)];
    return this.map
      .queryRenderedFeatures({ layers: layers.filter((id) => this.map.getLayer(id)) })
      .map(({ layer, properties, geometry }) => ({ layer: layer.id, properties, geometry }));
  }

  remove() {
    this.map.remove();
  }
}
