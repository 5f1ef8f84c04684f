import type { Feature, FeatureCollection } from 'geojson';
import type { DistrictCollection } from '../../../api/types';
import type { DistrictMarks } from '../DistrictMap/marks';
import type { Drawing, Position } from '../draw/drawing';
import { shapeOf } from '../draw/shape';

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

/** The districts with what stands there, and with those that are chosen. */
export function districtFeatures(
  districts: DistrictCollection,
  marks: DistrictMarks,
  drawing: Drawing | null,
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
        ...(mark && { look: String(mark.look), detail: mark.label }),
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
