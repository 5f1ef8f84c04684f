import type { ResponsePage } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { AsOf } from '../../ui/AsOf/AsOf';
import { Panel } from '../../ui/Panel/Panel';
import styles from './ResponseNumbers.module.css';
import { BarLegend, StandingBar } from './StandingBar';

const evidence = ['checkIn', 'staff', 'supporter', 'own', 'assumed'] as const;

/** The honest figures: who is missing first, and what the word for those who are safe is worth. */
export function ResponseNumbers({ page }: { page: ResponsePage }) {
  const all = useTexts().response;
  const texts = all.figures;
  const { figures } = page;
  const others = [
    [texts.help, figures.helpWanted, 'help'],
    [texts.staff, figures.staff, 'staff'],
    [texts.asked, figures.asked + figures.open, 'asked'],
    [texts.onTheWay, figures.claimed + figures.onTheWay, 'onTheWay'],
    ...(figures.waiting > 0 ? ([[texts.waiting, figures.waiting, 'waiting']] as const) : []),
    [texts.safe, figures.safe, 'safe'],
    ...(figures.ended > 0 ? ([[texts.ended, figures.ended, 'ended']] as const) : []),
  ] as const;
  const known = evidence.filter((each) => figures.safeBy[each] > 0);
  return (
    <Panel title={texts.label} aside={<AsOf at={page.asOf} freshFor={60} />}>
      <dl className={styles.numbers}>
        <div className={styles.main}>
          <dt>{texts.notYetSafe}</dt>
          <dd data-testid="not-yet-safe">{all.people(figures.notYetSafe)}</dd>
          <dd className={styles.of}>{texts.of(figures.people)}</dd>
        </div>
        {others.map(([name, count, kind]) => (
          <div key={kind} data-kind={kind} data-zero={count === 0 || undefined}>
            <dt>{name}</dt>
            <dd>{all.people(count)}</dd>
          </div>
        ))}
      </dl>
      {figures.people > 0 && (
        <>
          <StandingBar name={texts.label} figures={figures} />
          <BarLegend />
        </>
      )}
      {known.length > 0 && (
        <p className={styles.known}>
          <span className="soft">{texts.safeBy}:</span>{' '}
          {known.map((each) => (
            <span key={each}>
              {texts.evidence[each]} <strong>{all.people(figures.safeBy[each])}</strong>
            </span>
          ))}
        </p>
      )}
    </Panel>
  );
}
