import 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection } from 'geojson';
import * as maplibregl from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { useDark } from '../../../shell/Preferences/theme';
import { colourOf } from '../../map/hazards/hazardLook';
import type { PlanContent, PlanHazard, PlanZone } from '../plan';
import type { Mark } from './places';
import styles from './PlanDrawing.module.css';

maplibregl.setWorkerUrl(workerUrl);

const palettes = {
  light: { ground: '#ffffff', ink: '#1a1a1a', halo: '#ffffff', way: '#0017c1' },
  dark: { ground: '#191c20', ink: '#e4e6e9', halo: '#0f1114', way: '#9db7f9' },
};

interface Props {
  marks: readonly Mark[];
  ways: PlanContent['routes'];
  hazard: PlanHazard;
  zones: readonly PlanZone[];
}

/** The drawing: no tile or font is fetched, so that it is the same at the kitchen table. */
export default function PlanDrawing({ marks, ways, hazard, zones }: Props) {
  const texts = useTexts().plans.map;
  const dark = useDark();
  const box = useRef<HTMLDivElement>(null);
  const [available, setAvailable] = useState(true);
  useEffect(() => {
    if (!box.current) return;
    let map: maplibregl.Map | undefined;
    try {
      map = draw(box.current, { marks, ways, hazard, zones }, dark);
    } catch {
      // No WebGL on this device: the list beside says everything.
      setAvailable(false);
    }
    return () => map?.remove();
  }, [marks, ways, hazard, zones, dark]);
  if (!available) return <p className="soft small">{texts.unavailable}</p>;
  return (
    <section aria-label={texts.label}>
      <div ref={box} className={styles.sheet} />
    </section>
  );
}

function draw(box: HTMLElement, { marks, ways, hazard, zones }: Props, dark: boolean): maplibregl.Map {
  const palette = dark ? palettes.dark : palettes.light;
  const bounds = new maplibregl.LngLatBounds();
  for (const { longitude, latitude } of [...marks, ...ways.flatMap(({ line }) => line)]) {
    bounds.extend([longitude, latitude]);
  }
  const map = new maplibregl.Map({
    container: box,
    bounds,
    // Names stand below their places and are wider than they are high.
    fitBoundsOptions: { padding: { top: 40, bottom: 56, left: 96, right: 96 }, maxZoom: 16 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 18,
    style: {
      version: 8,
      sources: {
        zones: { type: 'geojson', data: zonesOf(zones, hazard) },
        marks: { type: 'geojson', data: pointsOf(marks) },
        ways: { type: 'geojson', data: linesOf(ways) },
      },
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
        {
          id: 'zones',
          type: 'fill',
          source: 'zones',
          paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': dark ? 0.55 : 0.8 },
        },
        {
          id: 'zone-edges',
          type: 'line',
          source: 'zones',
          paint: { 'line-color': palette.ink, 'line-width': 0.5 },
        },
        {
          id: 'zone-names',
          type: 'symbol',
          source: 'zones',
          layout: { 'text-field': ['get', 'label'], 'text-size': 12 },
          paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.5 },
        },
        {
          id: 'other-way',
          type: 'line',
          source: 'ways',
          filter: ['==', ['get', 'order'], 1],
          paint: { 'line-color': palette.way, 'line-width': 3, 'line-dasharray': [2, 2] },
        },
        {
          id: 'way',
          type: 'line',
          source: 'ways',
          filter: ['==', ['get', 'order'], 0],
          paint: { 'line-color': palette.way, 'line-width': 5 },
        },
        {
          id: 'marks',
          type: 'circle',
          source: 'marks',
          paint: {
            'circle-radius': ['match', ['get', 'kind'], 'destination', 9, 7],
            'circle-color': ['match', ['get', 'kind'], 'home', palette.ink, palette.halo],
            'circle-stroke-color': palette.ink,
            'circle-stroke-width': 3,
          },
        },
        {
          id: 'names',
          type: 'symbol',
          source: 'marks',
          layout: {
            'text-field': ['get', 'label'],
            'text-size': 15,
            'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
            'text-radial-offset': 0.9,
          },
          paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2.5 },
        },
      ],
    },
  });
  box.ariaBusy = 'true';
  map.on('idle', () => (box.ariaBusy = 'false'));
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new maplibregl.ScaleControl({}), 'bottom-left');
  return map;
}

function pointsOf(marks: readonly Mark[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: marks.map(({ longitude, latitude, kind, label, name }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { kind, label: name ? `${label} ${name}` : label },
    })),
  };
}

function zonesOf(zones: readonly PlanZone[], hazard: PlanHazard): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: zones.map(({ rank, label, polygons }) => ({
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: polygons },
      properties: { label, colour: colourOf(hazard, rank) },
    })),
  };
}

function linesOf(ways: PlanContent['routes']): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: ways.map(({ line }, order) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: line.map(({ longitude, latitude }) => [longitude, latitude]) },
      properties: { order },
    })),
  };
}
