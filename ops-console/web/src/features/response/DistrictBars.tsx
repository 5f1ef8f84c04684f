import type { ResponsePage } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { Empty } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import styles from './DistrictBars.module.css';
import { StandingBar } from './StandingBar';
import { worstFirst } from './standing';

interface Props {
  page: ResponsePage;
  chosen: string;
  /** Absent where there is no list to choose for. */
  onChoose?: (district: string) => void;
}

/** A bar for each district, the worst first. */
export function DistrictBars({ page, chosen, onChoose }: Props) {
  const all = useTexts().response;
  if (page.districts.length === 0)
    return (
      <Panel title={all.districts}>
        <Empty title={page.callingUp ? all.callingUp : all.todo.nobody} />
      </Panel>
    );
  return (
    <Panel title={all.districts} flush>
      <ul className={styles.districts}>
        {worstFirst(page.districts).map(({ district, figures }) => (
          <li key={district.code} data-chosen={chosen === district.code || undefined}>
            <span className={styles.name}>
              {onChoose ? (
                <button
                  type="button"
                  className={styles.choose}
                  aria-pressed={chosen === district.code}
                  title={all.showDistrict(district.name)}
                  onClick={() => onChoose(chosen === district.code ? '' : district.code)}
                >
                  {district.name}
                </button>
              ) : (
                district.name
              )}
            </span>
            <StandingBar name={district.name} figures={figures} />
            <span className={styles.left}>
              {figures.helpWanted > 0 && <strong className={styles.help}>{all.help(figures.helpWanted)}</strong>}
              <strong>{figures.notYetSafe}</strong>
              <span className="soft"> / {figures.people}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
