import { useTexts } from '../../../i18n/language';
import { Choice } from '../../../ui/Field/Field';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import styles from '../LayerPanel/LayerPanel.module.css';
import { grades, type ReportSign, reportSigns, type Standing, standings } from './look';
import { LoopSign } from './LoopSign';
import type { Loop } from './useLoop';

/** Whether people lie on the map, and what their signs mean. Absent while there is nobody to be shown. */
export function LoopLayers({ loop }: { loop: Loop }) {
  const texts = useTexts().mapRoom.loop;
  const { running } = loop;
  if (!running && loop.located === 0) return null;
  return (
    <Panel title={texts.title}>
      <ProblemNotice error={loop.error} onRetry={loop.retry} />
      <ul className={styles.layers}>
        {running && (
          <li>
            <Choice kind="checkbox" checked={loop.missingShown} onChange={() => loop.showMissing(!loop.missingShown)}>
              {texts.missing(running.figures.notYetSafe)}
            </Choice>
            {loop.missingShown ? <MissingLegend /> : <p className="soft small">{texts.recorded}</p>}
          </li>
        )}
        {loop.located > 0 && (
          <li>
            <Choice kind="checkbox" checked={loop.reportsShown} onChange={() => loop.showReports(!loop.reportsShown)}>
              {texts.reports(loop.located)}
            </Choice>
            {loop.reportsShown && <ReportLegend />}
          </li>
        )}
      </ul>
    </Panel>
  );
}

function MissingLegend() {
  const { mapRoom } = useTexts();
  const texts = mapRoom.loop;
  return (
    <div className={styles.legend}>
      <ul aria-label={mapRoom.layers.legend}>
        {(Object.keys(standings) as Standing[]).map((standing) => (
          <li key={standing}>
            <LoopSign sign={{ standing, grade: 'some' }} />
            {texts.standings[standing]}
          </li>
        ))}
      </ul>
      <ul aria-label={texts.risk}>
        {grades.map((grade) => (
          <li key={grade}>
            <LoopSign sign={{ standing: 'asked', grade }} />
            {texts.grades[grade]}
          </li>
        ))}
      </ul>
      <p>{texts.grouped}</p>
      <p>{texts.notPrinted}</p>
    </div>
  );
}

function ReportLegend() {
  const { mapRoom } = useTexts();
  return (
    <div className={styles.legend}>
      <ul aria-label={mapRoom.layers.legend}>
        {(Object.keys(reportSigns) as ReportSign[]).map((kind) => (
          <li key={kind}>
            <LoopSign sign={kind} />
            {mapRoom.loop.kinds[kind]}
          </li>
        ))}
      </ul>
    </div>
  );
}
