import { useTexts } from '../../../i18n/language';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import styles from './InsidePanel.module.css';
import type { InsideCount, TargetArea } from './targetArea';
import type { useInside } from './useInside';

interface Props {
  area: TargetArea | null;
  inside: ReturnType<typeof useInside>;
}

/** Whom and what an area holds, while it is drawn. */
export function InsidePanel({ area, inside: { data, error, counting, refetch } }: Props) {
  const { inside: texts } = useTexts().mapRoom;
  if (!area) return null;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <section className={styles.inside} aria-label={texts.title} aria-busy={counting}>
      <p className="visually-hidden" role="status">
        {counting || !data ? texts.counting : texts.spoken(data.residents, data.households, data.sites)}
      </p>
      {data ? <Counts count={data} counting={counting} /> : <p aria-hidden="true">{texts.counting}</p>}
    </section>
  );
}

function Counts({ count, counting }: { count: InsideCount; counting: boolean }) {
  const { inside: texts } = useTexts().mapRoom;
  return (
    <>
      <dl className={styles.counts} data-counting={counting}>
        <div className={styles.first}>
          <dt>{texts.residents}</dt>
          <dd>{texts.people(count.residents)}</dd>
        </div>
        <div>
          <dt>{texts.households}</dt>
          <dd>{texts.number(count.households)}</dd>
        </div>
        <div>
          <dt>{texts.register}</dt>
          <dd>{count.people === undefined ? texts.few : texts.people(count.people)}</dd>
        </div>
        <div>
          <dt>{texts.planned}</dt>
          <dd>{count.planned === undefined ? texts.few : texts.people(count.planned)}</dd>
        </div>
        <div>
          <dt>{texts.facilities}</dt>
          <dd>{texts.number(count.facilities)}</dd>
        </div>
        <div>
          <dt>{texts.sites}</dt>
          <dd>{texts.number(count.sites)}</dd>
        </div>
      </dl>
      <p className="soft small">{counting ? texts.counting : <AsOf at={count.asOf} freshFor={600} />}</p>
      {count.mended && <p className="small">{texts.mended}</p>}
    </>
  );
}
