import type { Site } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { useExposure } from '../queries';
import styles from '../sites.module.css';
import { judgementOf } from './judgement';

/** What the hazard maps say of a site, in words, with the edition of each. */
export function Dangers({ site }: { site: Site }) {
  const texts = useTexts().sites;
  const asked = useExposure(site.location);
  return (
    <section className={styles.stack} aria-label={texts.detail.dangers}>
      <h3>{texts.detail.dangers}</h3>
      <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />
      {asked.isPending && <Skeleton rows={2} />}
      {asked.data && (
        <>
          {asked.data.dangers.length === 0 && <p>{texts.detail.noDanger}</p>}
          <ul>
            {asked.data.dangers.map((danger) => (
              <li key={`${danger.kind} ${danger.scenario}`}>
                <strong>{judgementOf(danger, texts)}</strong>{' '}
                <span className="soft small">
                  {texts.detail.edition(danger.layerName, danger.edition)}
                  {!site.hazards.includes(danger.kind) && ` ・ ${texts.detail.notDesignated}`}
                </span>
              </li>
            ))}
          </ul>
          <p className="soft small">
            {texts.detail.noDangerWhat} <AsOf at={asked.data.asOf} />
          </p>
        </>
      )}
    </section>
  );
}
