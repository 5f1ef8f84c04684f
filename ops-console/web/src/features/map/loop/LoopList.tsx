import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Report } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { AsOf, At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Panel } from '../../../ui/Panel/Panel';
import { CaseMark } from '../../response/marks';
import type { Seen } from '../room/RoomSheet';
import { type Placed, seenAt } from './features';
import { gradeOf, standingOf } from './look';
import { LoopSign } from './LoopSign';
import type { Loop } from './useLoop';
import styles from './LoopList.module.css';

/** Whoever is further down than this is worked off from the response's room, where there are pages. */
const mostListed = 100;

interface Props {
  loop: Loop;
  /** Pressed on the map: their line comes into sight. */
  picked: string | null;
  onFocus: (seen: Seen | null) => void;
}

/** Those not yet safe and what residents report, to be read: the most urgent first, wherever the map looks. */
export function LoopList({ loop, picked, onFocus }: Props) {
  const texts = useTexts().mapRoom.loop;
  const { missing, reports } = loop;
  const unplaced = missing.filter(({ home }) => !home).length;
  const listed = missing.filter(({ line }, i) => i < mostListed || line.id === picked);
  return (
    <Panel title={texts.list} aside={loop.asOf && <AsOf at={loop.asOf} />} scroll>
      {loop.missingShown && (
        <section className={styles.group} aria-label={texts.missingTitle}>
          <h3>
            {texts.missingTitle} <span className="soft small">{texts.people(loop.total)}</span>
          </h3>
          {loop.asOf && loop.total === 0 && <p>{texts.nobody}</p>}
          {unplaced > 0 && <p className="soft small">{texts.unplaced(unplaced)}</p>}
          <ul>
            {listed.map((placed) => (
              <Line key={placed.line.id} placed={placed} picked={placed.line.id === picked} onFocus={onFocus} />
            ))}
          </ul>
          {loop.total > listed.length && <Link href="/response">{texts.more(loop.total - listed.length)}</Link>}
        </section>
      )}
      {reports.length > 0 && (
        <section className={styles.group} aria-label={texts.reportsTitle}>
          <h3>
            {texts.reportsTitle} <span className="soft small">{texts.count(reports.length)}</span>
          </h3>
          <ul>
            {reports.map((report) => (
              <ReportLine key={report.id} report={report} picked={report.id === picked} onFocus={onFocus} />
            ))}
          </ul>
        </section>
      )}
    </Panel>
  );
}

/** Brings a line into sight, and whoever pressed its sign to its link. */
function usePicked(picked: boolean) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (picked) link.current?.focus();
  }, [picked]);
  return link;
}

function Line({
  placed: { line, home },
  picked,
  onFocus,
}: { placed: Placed; picked: boolean } & Pick<Props, 'onFocus'>) {
  const { mapRoom, response } = useTexts();
  const texts = mapRoom.loop;
  const link = usePicked(picked);
  return (
    <li className={styles.line} aria-current={picked || undefined}>
      <LoopSign sign={{ standing: standingOf(line), grade: gradeOf(line) }} />
      <div>
        <div>
          <Link ref={link} href={`/response/cases/${line.id}`}>
            {response.case.title(line.number)}
          </Link>{' '}
          <span className="small">{line.districts.map(({ name }) => name).join('・')}</span>
        </div>
        <CaseMark line={line} />
        {home ? (
          <Button
            look="quiet"
            onClick={() => onFocus(seenAt('missing', home.location))}
            onBlur={() => onFocus(null)}
            aria-label={texts.showOf(response.case.title(line.number))}
          >
            {home.doubtful ? texts.showDoubtful : texts.show}
          </Button>
        ) : (
          <p className="soft small">{texts.noHome}</p>
        )}
      </div>
    </li>
  );
}

function ReportLine({ report, picked, onFocus }: { report: Report; picked: boolean } & Pick<Props, 'onFocus'>) {
  const { mapRoom, reports: words } = useTexts();
  const texts = mapRoom.loop;
  const link = usePicked(picked);
  const { kind, location } = report;
  return (
    <li className={styles.line} aria-current={picked || undefined}>
      <LoopSign sign={kind} />
      <div>
        <Link ref={link} href={report.joined ? `/response/cases/${report.joined}` : '/response'}>
          {words.number(report.number)}
        </Link>{' '}
        <span className="small">
          {texts.kinds[kind]} <At at={report.lastAt} />
        </span>
        <p className="small">
          {[report.place, report.people > 0 && words.people(report.people), report.note].filter(Boolean).join('　')}
        </p>
        {location && (
          <Button
            look="quiet"
            onClick={() => onFocus(seenAt('reports', location))}
            onBlur={() => onFocus(null)}
            aria-label={texts.showOf(words.number(report.number))}
          >
            {texts.show}
          </Button>
        )}
      </div>
    </li>
  );
}
