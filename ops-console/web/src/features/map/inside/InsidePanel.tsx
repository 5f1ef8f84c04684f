import type { DistrictCollection } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { AreaActions } from './AreaActions';
import styles from './InsidePanel.module.css';
import type { InsideCount, TargetArea } from './targetArea';
import { useInside } from './useInside';

interface Props {
  area: TargetArea | null;
  districts: DistrictCollection | undefined;
}

/** Whom and what an area holds, while it is drawn; and the desks that take its districts over. */
export function InsidePanel({ area, districts }: Props) {
  const { inside: texts } = useTexts().mapRoom;
  const { data, error, counting, refetch } = useInside(area);
  if (!area) return null;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <section className={styles.inside} aria-label={texts.title} aria-busy={counting}>
      <p className="visually-hidden" role="status">
        {counting || !data ? texts.counting : texts.spoken(data.residents, data.households, data.sites)}
      </p>
      {data ? <Counts count={data} counting={counting} /> : <p aria-hidden="true">{texts.counting}</p>}
      {data && <AreaActions count={data} districts={districts} />}
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
