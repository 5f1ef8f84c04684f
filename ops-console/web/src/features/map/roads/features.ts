import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { components } from '../../../api/schema';
import type { Texts } from '../../../i18n/language';
import type { Bounds } from '../DistrictMap/bounds';
import type { Position } from '../draw/position';
import type { Closure, RoutePlan } from './queries';

/** The closures as the map draws them; those that begin later are drawn fainter. */
export function closureFeatures(closures: readonly Closure[], texts: Texts): FeatureCollection {
  const { closures: words } = texts.mapRoom;
  return {
    type: 'FeatureCollection',
    features: closures.map(({ id, geometry, properties: { reason, appliesTo, inForce } }) => ({
      type: 'Feature',
      geometry: geometry as unknown as Geometry,
      properties: {
        id,
        name: reason,
        label: inForce ? reason : `${reason}（${words.later}）`,
        detail: `${inForce ? words.now : words.later} ・ ${words.appliesTo[appliesTo]}`,
        inForce,
      },
    })),
  };
}

/** The way, its alternative, and where somebody starts. */
export function wayFeatures(from: Position | null, plan: RoutePlan | undefined): FeatureCollection {
  const features: Feature[] = [];
  if (plan?.alternative) features.push(line(plan.alternative, 'other'));
  if (plan?.route) features.push(line(plan.route, plan.route.basis === 'ROADS' ? 'main' : 'straight'));
  if (from) features.push({ type: 'Feature', geometry: { type: 'Point', coordinates: [...from] }, properties: {} });
  return { type: 'FeatureCollection', features };
}

/** The box around a way, null where there is none. */
export function boundsOfWay(plan: RoutePlan | undefined): Bounds | null {
  if (!plan?.route) return null;
  const east = plan.route.line.map(({ longitude }) => longitude);
  const north = plan.route.line.map(({ latitude }) => latitude);
  return [Math.min(...east), Math.min(...north), Math.max(...east), Math.max(...north)];
}

function line({ line: points }: components['schemas']['RouteView'], way: string): Feature {
  const coordinates = points.map(({ longitude, latitude }) => [longitude, latitude]);
  return { type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: { way } };
}
