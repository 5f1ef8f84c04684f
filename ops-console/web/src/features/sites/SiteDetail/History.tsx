import type { ChronologyLine, Site } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { useSiteHistory } from '../queries';
import styles from '../sites.module.css';

/** Who wrote what of a site by hand, and what stood before. */
export function History({ site }: { site: Site }) {
  const texts = useTexts().sites.detail;
  const asked = useSiteHistory(site.id, true);
  const lines = asked.data?.entries ?? [];
  return (
    <section className={styles.stack} aria-label={texts.history}>
      <h3>{texts.history}</h3>
      <ProblemNotice error={asked.error} />
      {asked.data && lines.length === 0 && <p className="soft small">{texts.noHistory}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.number} className="small">
            <At at={line.at} /> {texts.saidBy(line.actor)}
            <Changes line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ line }: { line: ChronologyLine }) {
  const texts = useTexts().sites.detail;
  const fact = (name: string) => String(line.detail[name] ?? '');
  const area = (said: string) => (said === '' ? texts.wheelchairs.unknown : Number(said).toString());
  const access = (said: string) => texts.wheelchairs[said === '' ? 'unknown' : said === 'true' ? 'yes' : 'no'];
  return (
    <ul>
      {'floorArea' in line.detail && (
        <li>{texts.changedTo(texts.floorArea, area(fact('floorAreaBefore')), area(fact('floorArea')))}</li>
      )}
      {'wheelchair' in line.detail && (
        <li>{texts.changedTo(texts.wheelchair, access(fact('wheelchairBefore')), access(fact('wheelchair')))}</li>
      )}
    </ul>
  );
}
