import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useDistricts } from '../../../api/queries';
import { useLanguage } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { Button } from '../../../ui/Button/Button';
import buttons from '../../../ui/Button/Button.module.css';
import { Field } from '../../../ui/Field/Field';
import { Segmented } from '../../../ui/Segmented/Segmented';
import { useSession } from '../../session/session';
import { looksOf } from '../hazards/hazardLook';
import { rankName } from '../InView/inView';
import { SiteLegend } from '../LayerPanel/LayerPanel';
import { Swatch } from '../LayerPanel/Swatch';
import { MapCanvas } from '../MapCanvas';
import { districtFeatures } from '../room/overlays';
import type { View } from '../room/RoomSheet';
import { StationLegend } from '../stations/StationLegend';
import { useRoom } from '../useRoom';
import { readLook } from '../view';
import styles from './MapPrintPage.module.css';
import { type Paper, pageRules, scaleOf, sizes, turns } from './paper';

/** The map as it goes on paper: what stands on the screen is what the printer gets. */
export function MapPrintPage() {
  const { language, texts } = useLanguage();
  const { mapRoom } = texts;
  const session = useSession();
  const search = useSearch();
  const look = readLook(search);
  const room = useRoom(look);
  const districts = useDistricts();
  const [heading, setHeading] = useState(() => mapRoom.print.heading(session.municipality.name));
  const [paper, setPaper] = useState<Paper>({ size: 'A4', turn: 'landscape' });
  const [view, setView] = useState<View | null>(null);
  const [made] = useState(() => new Date());
  usePageTitle(mapRoom.print.title, session.mode);
  usePaper(paper);
  const preview = useRef<HTMLDivElement>(null);
  useFitting(preview, paper);
  const features = useMemo(
    () => ({
      sites: room.sites,
      closures: room.closures,
      ...room.stations,
      ...(districts.data && { districts: districtFeatures(districts.data, room.marks, null, texts) }),
    }),
    [room.sites, room.closures, room.stations, districts.data, room.marks, texts],
  );
  const layers = room.layers.filter((layer) => room.shown.has(layer.name));
  return (
    <>
      <header className={styles.controls}>
        <h1>{mapRoom.print.title}</h1>
        <Field label={mapRoom.print.name}>
          {(wiring) => (
            <input {...wiring} value={heading} maxLength={60} onChange={(event) => setHeading(event.target.value)} />
          )}
        </Field>
        <Segmented
          legend={mapRoom.print.paper}
          value={paper.size}
          options={sizes.map((size) => ({ value: size, label: size }))}
          onChange={(size) => setPaper({ ...paper, size })}
        />
        <Segmented
          legend={mapRoom.print.turn}
          value={paper.turn}
          options={turns.map((turn) => ({ value: turn, label: mapRoom.print.turns[turn] }))}
          onChange={(turn) => setPaper({ ...paper, turn })}
        />
        <Button look="primary" large icon="print" onClick={() => globalThis.print()}>
          {mapRoom.print.print}
        </Button>
        <Link href={`/map?${search}`} className={buttons['button']}>
          {mapRoom.print.back}
        </Link>
      </header>
      <div ref={preview} className={styles.preview}>
        <article className={styles.sheet} data-paper={paper.size} data-turn={paper.turn} aria-label={heading}>
          <header className={styles.title}>
            <h2>{heading}</h2>
            {session.mode === 'DRILL' && <p className={styles.drill}>{mapRoom.print.drill}</p>}
            <p className={styles.made}>
              {mapRoom.print.made(
                made.toLocaleString(language === 'ja' ? 'ja-JP' : 'en-GB', { timeZone: 'Asia/Tokyo' }),
              )}
            </p>
          </header>
          <div className={styles.map}>
            {districts.data && (
              <MapCanvas
                districts={districts.data}
                features={features}
                tiles={room.tiles}
                drawing={null}
                focus={null}
                view={look.view}
                forPrint
                onSeen={(_, seen) => setView(seen)}
              />
            )}
            <p className={styles.north}>
              <span aria-hidden="true">▲</span>
              {mapRoom.print.north}
            </p>
          </div>
          <aside className={styles.legend} aria-label={mapRoom.layers.legend}>
            {layers.map((layer) => (
              <section key={layer.name}>
                <h3>{layer.title}</h3>
                {layer.name === 'sites' && <SiteLegend />}
                {(layer.name === 'radio' || layer.name === 'gauges') && <StationLegend layer={layer.name} />}
                {layer.name === 'closures' && <p>{mapRoom.print.closures}</p>}
                {layer.hazard && (
                  <ul>
                    {looksOf(layer.hazard).map((rank) => (
                      <li key={rank.rank}>
                        <Swatch look={rank} />
                        {layer.hazard && rankName(layer.hazard, rank.rank, texts)}
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            ))}
          </aside>
          <footer className={styles.foot}>
            {view && <p>{mapRoom.print.scale(scaleOf(view), paper.size)}</p>}
            <p>{mapRoom.print.note}</p>
            <p>
              {mapRoom.print.sources}: {mapRoom.print.districts}
              {layers
                .filter((layer) => layer.source)
                .map((layer) => ` ${layer.title}: ${layer.source} ${layer.edition ?? ''} ${layer.licence ?? ''}。`)
                .join('')}
            </p>
          </footer>
        </article>
      </div>
    </>
  );
}

/** Tells the printer the size. The hub's policy refuses styles written into the page, not sheets made by its script. */
function usePaper({ size, turn }: Paper) {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(pageRules({ size, turn }));
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [size, turn]);
}

/**
 * Shows a sheet of its true size as large as there is room. The sheet itself is never laid out anew, so that paper
 * shows what the screen showed.
 */
function useFitting(preview: RefObject<HTMLDivElement | null>, paper: Paper) {
  useLayoutEffect(() => {
    const room = preview.current;
    const sheet = room?.firstElementChild;
    if (!room || !(sheet instanceof HTMLElement)) return;
    const fit = () => {
      const fitting = Math.min(1, room.clientWidth / sheet.offsetWidth);
      room.style.setProperty('--fitting', String(fitting));
      room.style.setProperty('--tall', `${sheet.offsetHeight * fitting}px`);
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(room);
    return () => watch.disconnect();
  }, [preview, paper]);
}
