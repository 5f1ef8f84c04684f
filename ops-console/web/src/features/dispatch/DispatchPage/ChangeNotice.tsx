import type { EvacuationChange } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Notice } from '../../../ui/Notice/Notice';
import { orderName } from '../../evacuation/orders';
import styles from './DispatchPage.module.css';

/** Which orders change with the approval, district by district; until then none does. */
export function ChangeNotice({ change }: { change: EvacuationChange }) {
  const texts = useTexts();
  const name = (level: number | undefined) => (level ? orderName(texts, change.hazard, level) : texts.level.noOrder);
  return (
    <Notice tone="info" title={texts.level.withHazard(texts.dispatch.change, texts.hazard[change.hazard])}>
      <ul className={styles.steps}>
        {change.districts.map(({ district, step, before, after }) => (
          <li key={district.code}>
            <strong>{district.name}</strong>
            <span>{texts.dispatch.step[step]}</span>
            <span>{texts.evacuation.from(name(before), name(after))}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
