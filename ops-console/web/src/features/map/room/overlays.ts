import type { Feature, FeatureCollection } from 'geojson';
import type { components } from '../../../api/schema';
import type { DistrictCollection } from '../../../api/types';
import type { Texts } from '../../../i18n/language';
import type { DistrictMarks } from '../DistrictMap/marks';
import type { Drawing } from '../draw/drawing';
import type { Position } from '../draw/position';
import { shapeOf } from '../draw/shape';
import type { Seen } from './RoomSheet';
import { signOf, type SignKind } from './pictures';

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

/** The districts with what stands there, and with those that are chosen. */
export function districtFeatures(
  districts: DistrictCollection,
  marks: DistrictMarks,
  drawing: Drawing | null,
  texts: Texts,
): FeatureCollection {
  const chosen = drawing?.tool === 'districts' ? drawing.codes : new Set<string>();
  return collection(
    districts.features.map((feature) => {
      const { code, name } = feature.properties;
      const mark = marks.get(code);
      const label = (chosen.has(code) ? '✓ ' : '') + (mark ? `${name} ${mark.label}` : name);
      const properties = {
        code,
        name,
        label,
        ...(mark && {
          look: String(mark.look),
          detail: typeof mark.look === 'number' ? texts.level.number(mark.look) : mark.label,
        }),
        rank: mark ? 0 : 1,
        chosen: chosen.has(code),
      };
      return { type: 'Feature', geometry: feature.geometry as Feature['geometry'], properties };
    }),
  );
}

/** What is drawn so far: its area or line, and its corners while it is not done. */
export function drawingFeatures(drawing: Drawing | null): FeatureCollection {
  if (!drawing || drawing.tool === 'districts') return collection([]);
  const points = cornersOf(drawing);
  const shape = shapeOf(drawing, undefined) ?? (points.length > 1 ? lineOf(points) : null);
  const corners = drawing.done && drawing.tool !== 'point' ? [] : points;
  return collection([
    ...(shape && shape.type !== 'Point' ? [featureOf(shape)] : []),
    ...corners.map((at) => featureOf({ type: 'Point', coordinates: [...at] })),
  ]);
}

function cornersOf(drawing: Exclude<Drawing, { tool: 'districts' }>): readonly Position[] {
  if ('points' in drawing) return drawing.points;
  const only = drawing.tool === 'circle' ? drawing.centre : drawing.at;
  return only ? [only] : [];
}

function lineOf(points: readonly Position[]): Feature['geometry'] {
  return { type: 'LineString', coordinates: points.map((point) => [...point]) };
}

function featureOf(geometry: Feature['geometry']): Feature {
  return { type: 'Feature', geometry, properties: {} };
}

type Site = components['schemas']['Site'];

/** Which designation decides the sign, the one people look for first. */
const first: readonly SignKind[] = ['SHELTER', 'WELFARE_SHELTER', 'EMERGENCY_SITE', 'TSUNAMI_BUILDING', 'AID_STATION'];

/** The sites that stand in a list now, each with its state in words. */
export function siteFeatures(sites: readonly Site[], texts: Texts): FeatureCollection {
  const { site: words, kind } = texts.mapRoom;
  return collection(
    sites
      .filter((site) => !site.closed)
      .map((site) => {
        const open = site.opening?.state === 'OPEN';
        const state = open ? `${words.open} ${words.crowding[site.opening?.crowding ?? 'UNKNOWN'] ?? ''}` : words.shut;
        const fits =
          site.hazards.length > 0
            ? words.fits(texts.common.list(site.hazards.map((hazard) => kind[hazard])))
            : words.fitsNone;
        const sign = first.find((each) => site.kinds.includes(each)) ?? 'UNSTATED';
        return {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [site.location.longitude, site.location.latitude] },
          properties: {
            id: site.id,
            name: site.name,
            label: open ? `${site.name} ${state}` : site.name,
            detail: `${state} ・ ${site.kinds.map((each) => words.kinds[each]).join(' ・ ')} ・ ${fits}`,
            icon: signOf(sign, open),
            order: open ? 1 : 0,
          },
        };
      }),
  );
}

/** Nothing to draw. */
export const noFeatures: FeatureCollection = collection([]);

/** Everything the console has itself, for readers whose device draws no map. */
export function seenIn(features: {
  districts?: FeatureCollection;
  sites: FeatureCollection;
  closures: FeatureCollection;
  radio: FeatureCollection;
  gauges: FeatureCollection;
}): Seen[] {
  const of = (layer: string, from: FeatureCollection) =>
    from.features.map(({ geometry, properties }) => ({ layer, geometry, properties: properties ?? {} }));
  return [
    ...of('land', features.districts ?? noFeatures),
    ...of('sites', features.sites),
    ...of('closures', features.closures),
    ...of('radio', features.radio),
    ...of('gauges', features.gauges),
  ];
}
