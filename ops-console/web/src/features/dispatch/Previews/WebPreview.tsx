import { useDistricts } from '../../../api/queries';
import { useTexts } from '../../../i18n/language';
import { LevelBadge, toLevel } from '../../../ui/LevelBadge/LevelBadge';
import styles from './Previews.module.css';
import type { WebRendering } from './renderings';

/** A notice on the residents' page. */
export function WebPreview({ rendering }: { rendering: WebRendering }) {
  const texts = useTexts();
  const level = toLevel(rendering.level);
  const districts = useDistricts().data?.features.map(({ properties }) => properties);
  // What is no district is the municipality as a whole.
  const names = rendering.areas.map(
    (area) => districts?.find(({ code }) => code === area)?.name ?? texts.common.wholeMunicipality,
  );
  return (
    <figure className={styles.web} lang={rendering.language}>
      {level ? <LevelBadge level={level} name={rendering.title} /> : <strong>{rendering.title}</strong>}
      <p>{rendering.body}</p>
      {districts && names.length > 0 && <p className="soft small">{texts.common.list(names)}</p>}
    </figure>
  );
}
