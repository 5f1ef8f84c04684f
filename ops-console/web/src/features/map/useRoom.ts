import type { FeatureCollection } from 'geojson';
import { useCallback, useMemo, useState } from 'react';
import { useDistricts, useSituation } from '../../api/queries';
import { useTexts } from '../../i18n/language';
import { marksOfAlerts, marksOfOrders } from '../situation/marks';
import type { DistrictMarks } from './DistrictMap/marks';
import type { NamedLayer } from './InView/inView';
import type { Colouring } from './LayerPanel/LayerPanel';
import type { RoomLayer } from './layers';
import type { Overlay } from './room/mapStyle';
import type { Look } from './view';

const noMarks: DistrictMarks = new Map();
const noLayers: readonly RoomLayer[] = [];

/** Everything the map's room shows, and what of it the reader has chosen. */
export function useRoom(look: Look) {
  const texts = useTexts();
  const districts = useDistricts();
  const situation = useSituation();
  const layers = noLayers;
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(() => (look.layers ? new Set(look.layers) : null));
  const [colouring, colour] = useState<Colouring>(look.colouring ?? 'orders');
  const shown = useMemo(() => chosen ?? usualLayers(layers), [chosen, layers]);
  const marks = useMemo(() => {
    if (!situation.data) return noMarks;
    const codes = districts.data?.features.map((feature) => feature.properties.code) ?? [];
    return colouring === 'orders' ? marksOfOrders(situation.data.orders, texts) : marksOfAlerts(situation.data, codes);
  }, [situation.data, districts.data, colouring, texts]);
  const features = useMemo<Partial<Record<Overlay, FeatureCollection>>>(() => ({}), []);
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
  const everything = useCallback(() => {}, []);
  return {
    layers,
    shown,
    colouring,
    marks,
    features,
    tiles,
    named,
    toggle,
    colour,
    everything,
    gsi: false,
    error: situation.error,
    retry: () => void situation.refetch(),
  };
}

/** What is shown to somebody who has chosen nothing: where to go, and no heap of everything. */
function usualLayers(layers: readonly RoomLayer[]): ReadonlySet<string> {
  const hazard = layers.find((layer) => layer.hazard === 'FLOOD') ?? layers.find((layer) => layer.hazard);
  const usual = ['sites', 'closures', hazard?.name];
  return new Set(layers.map((layer) => layer.name).filter((name) => usual.includes(name)));
}
