import type { EvacuationOrder } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { LevelBadge, toLevel } from '../../../ui/LevelBadge/LevelBadge';
import styles from './OrderBadge.module.css';

/** An order in force, with its number, or without where the law knows none (tsunami). */
export function OrderBadge({ order }: { order: Pick<EvacuationOrder, 'level' | 'showsLevel'> }) {
  const texts = useTexts();
  const level = toLevel(order.level);
  return order.showsLevel && level ? (
    <LevelBadge level={level} name={texts.level.orderName[level] ?? ''} />
  ) : (
    <strong className={styles.tsunami}>{texts.level.tsunamiOrder}</strong>
  );
}
