import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/language';
import { Choice } from '../../../ui/Field/Field';
import { Panel } from '../../../ui/Panel/Panel';
import { Segmented } from '../../../ui/Segmented/Segmented';
import { looksOf } from '../hazards/hazardLook';
import { RetireLayer } from '../hazards/RetireLayer';
import { rankName } from '../InView/inView';
import { hazardLayerId, type RoomLayer } from '../layers';
import { type SignKind, signs } from '../room/pictures';
import { StationLegend } from '../stations/StationLegend';
import { SiteSign } from './SiteSign';
import { Swatch } from './Swatch';
import styles from './LayerPanel.module.css';

/** What the districts are coloured by. */
export type Colouring = 'orders' | 'alerts';

interface Props {
  layers: readonly RoomLayer[];
  shown: ReadonlySet<string>;
  colouring: Colouring;
  onToggle: (name: string) => void;
  onColouring: (colouring: Colouring) => void;
  /** What else is chosen here. */
  children?: ReactNode;
}

/** Which layers lie on the map, and under each what its signs mean, where it comes from and how old it is. */
export function LayerPanel({ layers, shown, colouring, onToggle, onColouring, children }: Props) {
  const texts = useTexts();
  const { mapRoom } = texts;
  return (
    <Panel title={mapRoom.layers.title}>
      <Segmented
        legend={texts.situation.mapOf}
        silent
        value={colouring}
        options={[
          { value: 'orders', label: mapRoom.layers.orders },
          { value: 'alerts', label: mapRoom.layers.alerts },
        ]}
        onChange={onColouring}
      />
      {layers.length === 0 && (
        <div>
          <p>{mapRoom.layers.none}</p>
          <p className="soft small">{mapRoom.layers.noneWhat}</p>
        </div>
      )}
      <ul className={styles.layers}>
        {layers.map((layer) => (
          <li key={layer.name}>
            <Choice kind="checkbox" checked={shown.has(layer.name)} onChange={() => onToggle(layer.name)}>
              {layer.title}
            </Choice>
            {shown.has(layer.name) && <Legend layer={layer} />}
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  );
}

function Legend({ layer }: { layer: RoomLayer }) {
  const texts = useTexts();
  const { mapRoom } = texts;
  const { hazard } = layer;
  return (
    <div className={styles.legend}>
      {hazard && (
        <ul aria-label={mapRoom.layers.legend}>
          {looksOf(hazard).map((look) => (
            <li key={look.rank}>
              <Swatch look={look} />
              {rankName(hazard, look.rank, texts)}
            </li>
          ))}
        </ul>
      )}
      {layer.name === 'sites' && <SiteLegend />}
      {(layer.name === 'radio' || layer.name === 'gauges') && <StationLegend layer={layer.name} />}
      {layer.source && <p>{mapRoom.layers.source(layer.source, layer.edition ?? '')}</p>}
      {layer.licence && <p>{mapRoom.layers.licence(layer.licence)}</p>}
      {hazard && <RetireLayer layerId={hazardLayerId(layer)} title={layer.title} />}
    </div>
  );
}

/** The signs of the kinds of site; also on the printed map. */
export function SiteLegend() {
  const { mapRoom } = useTexts();
  return (
    <>
      <ul aria-label={mapRoom.layers.legend}>
        {(Object.keys(signs) as SignKind[])
          .filter((kind) => kind !== 'UNSTATED')
          .map((kind) => (
            <li key={kind}>
              <SiteSign kind={kind} open={false} />
              {mapRoom.site.kinds[kind]}
            </li>
          ))}
      </ul>
      <p>{mapRoom.site.filled}</p>
    </>
  );
}
