import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { contentOf, hub } from '../../../api/client';
import { keys } from '../../../api/queries';
import { useLanguage } from '../../../i18n/language';
import { timeNear } from '../../../time/clock';
import { noFeatures } from '../room/overlays';
import { stationFeatures } from './features';

/** Answers come in seconds after a broadcast; an event of the hub asks again sooner. */
const renewEveryMs = 10_000;

const none: readonly never[] = [];

/** Loudspeakers and gauges as they stand. */
export function useStations() {
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.map, 'stations'],
    queryFn: () => contentOf(hub.GET('/map/stations')),
    refetchInterval: renewEveryMs,
  });
  return { all: data?.features ?? none, asOf: data?.asOf, error, refetch };
}

/** What of them is drawn, by layer. */
export function useStationFeatures(
  { all, asOf }: Pick<ReturnType<typeof useStations>, 'all' | 'asOf'>,
  shown: ReadonlySet<string>,
) {
  const { language, texts } = useLanguage();
  const radio = shown.has('radio');
  const gauges = shown.has('gauges');
  return useMemo(() => {
    const clock = (at: string) => timeNear(new Date(at), new Date(asOf ?? at), language, false);
    return {
      radio: radio ? stationFeatures(all, 'OUTDOOR_STATION', texts, clock) : noFeatures,
      gauges: gauges ? stationFeatures(all, 'GAUGE', texts, clock) : noFeatures,
    };
  }, [all, asOf, radio, gauges, texts, language]);
}
