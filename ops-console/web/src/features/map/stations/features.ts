import type { FeatureCollection } from 'geojson';
import type { Station } from '../../../api/types';
import type { Texts } from '../../../i18n/language';
import { signOfStation, stationPicture } from './look';

/** Says a time as people near it do. */
type Clock = (at: string) => string;

/** The stations of one kind, each with what is known of it in words. */
export function stationFeatures(
  stations: readonly Station[],
  kind: Station['properties']['kind'],
  texts: Texts,
  clock: Clock,
): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: stations
      .filter(({ properties }) => properties.kind === kind)
      .map(({ id, geometry, properties }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: geometry.coordinates },
        properties: {
          id,
          name: properties.number ? `${properties.number} ${properties.name}` : properties.name,
          label: properties.name,
          icon: stationPicture(signOfStation(properties)),
          detail: [
            kind === 'GAUGE' ? levelOf(properties, texts, clock) : answerOf(properties, texts, clock),
            properties.sort,
            properties.operator,
          ]
            .filter(Boolean)
            .join(' ・ '),
        },
      })),
  };
}

function answerOf({ answer }: Station['properties'], texts: Texts, clock: Clock): string {
  const words = texts.mapRoom.stations;
  return answer ? words.answered(words.states[answer.state], clock(answer.asOf)) : words.notAsked;
}

function levelOf({ level, thresholds }: Station['properties'], texts: Texts, clock: Clock): string {
  const words = texts.mapRoom.stations;
  const stated = thresholds.map(({ threshold, metres }) => words.threshold(words.thresholds[threshold], metres));
  const measured = level
    ? words.level(level.metres, clock(level.asOf), level.reached && words.thresholds[level.reached])
    : words.notMeasured;
  return [measured, ...stated].join(' ・ ');
}
