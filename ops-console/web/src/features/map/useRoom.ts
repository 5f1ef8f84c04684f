import { useCallback, useMemo, useState } from 'react';
import { useDistricts, useSituation } from '../../api/queries';
import { useTexts } from '../../i18n/language';
import { useSites } from '../sites/queries';
import { marksOfAlerts, marksOfOrders } from '../situation/marks';
import { useBaseMap } from './base/baseMap';
import type { DistrictMarks } from './DistrictMap/marks';
import type { NamedLayer } from './InView/inView';
import type { Colouring } from './LayerPanel/LayerPanel';
import { layersFrom, type RoomLayer } from './layers';
import { knownPlaces } from './known';
import { useMapLayers } from './queries';
import { closureFeatures } from './roads/features';
import { useClosures } from './roads/queries';
import { noFeatures, siteFeatures } from './room/overlays';
import { useStationFeatures, useStations } from './stations/useStations';
import type { Look } from './view';

const noMarks: DistrictMarks = new Map();

/** Everything the map's room shows, and what of it the reader has chosen. */
export function useRoom(look: Look) {
  const texts = useTexts();
  const districts = useDistricts();
  const situation = useSituation();
  const listed = useMapLayers();
  const sites = useSites();
  const closed = useClosures();
  const base = useBaseMap(listed.data?.base);
  const stations = useStations();
  const layers = useMemo(
    () => layersFrom(listed.data?.layers ?? [], stations.all, texts),
    [listed.data, stations.all, texts],
  );
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(() => (look.layers ? new Set(look.layers) : null));
  const [colouring, colour] = useState<Colouring>(look.colouring ?? 'orders');
  const shown = useMemo(() => chosen ?? usualLayers(layers), [chosen, layers]);
  const marks = useMemo(() => {
    if (!situation.data) return noMarks;
    const codes = districts.data?.features.map((feature) => feature.properties.code) ?? [];
    return colouring === 'orders' ? marksOfOrders(situation.data.orders, texts) : marksOfAlerts(situation.data, codes);
  }, [situation.data, districts.data, colouring, texts]);
  const places = useMemo(
    () => (shown.has('sites') && sites.data ? siteFeatures(sites.data.sites, texts) : noFeatures),
    [shown, sites.data, texts],
  );
  const closures = useMemo(
    () => (shown.has('closures') && closed.data ? closureFeatures(closed.data.features, texts) : noFeatures),
    [shown, closed.data, texts],
  );
  const reporting = useStationFeatures(stations, shown);
  const known = useMemo(() => knownPlaces(districts.data, sites.data?.sites ?? []), [districts.data, sites.data]);
  const tiles = useMemo(
    () => layers.flatMap((layer) => (layer.tiles && shown.has(layer.name) ? [layer.tiles] : [])),
    [layers, shown],
  );
  const named = useMemo<NamedLayer[]>(
    () => [{ name: 'land', title: texts.mapRoom.list.districts }, ...layers],
    [layers, texts],
  );
  const toggle = useCallback(
    (name: string) =>
      setChosen(new Set(shown.has(name) ? [...shown].filter((each) => each !== name) : [...shown, name])),
    [shown],
  );
  return {
    layers,
    shown,
    colouring,
    marks,
    base,
    cityAttribution: listed.data?.base?.cityAttribution,
    sites: places,
    closures,
    stations: reporting,
    known,
    tiles,
    named,
    toggle,
    colour,
    error: situation.error ?? listed.error ?? sites.error ?? closed.error ?? stations.error,
    retry: () =>
      void Promise.all([situation.refetch(), listed.refetch(), sites.refetch(), closed.refetch(), stations.refetch()]),
  };
}

/** What is shown to somebody who has chosen nothing: where to go, and no heap of everything. */
function usualLayers(layers: readonly RoomLayer[]): ReadonlySet<string> {
  const hazard = layers.find((layer) => layer.hazard === 'FLOOD') ?? layers.find((layer) => layer.hazard);
  const usual = ['sites', 'closures', hazard?.name];
  return new Set(layers.map((layer) => layer.name).filter((name) => usual.includes(name)));
}
