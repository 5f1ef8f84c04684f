import { useTexts } from '../../../i18n/language';
import { answers, type AnswerSign, gauges, type GaugeSign } from './look';
import { StationSign } from './StationSign';

/** What the signs of loudspeakers or gauges mean; also on the printed map. */
export function StationLegend({ layer }: { layer: 'radio' | 'gauges' }) {
  const { mapRoom } = useTexts();
  const { stations: texts, layers } = mapRoom;
  const signs = Object.keys(layer === 'radio' ? answers : gauges) as (AnswerSign | GaugeSign)[];
  return (
    <>
      <ul aria-label={layers.legend}>
        {signs.map((sign) => (
          <li key={sign}>
            <StationSign sign={sign} />
            {texts.signs[sign]}
          </li>
        ))}
      </ul>
      <p>{texts.what[layer]}</p>
    </>
  );
}
