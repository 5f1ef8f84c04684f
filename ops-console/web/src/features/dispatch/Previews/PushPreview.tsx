import { useTexts } from '../../../i18n/language';
import { Icon } from '../../../ui/Icon/Icon';
import styles from './Previews.module.css';
import type { PushRendering } from './renderings';

/** A notification as it lies on a locked phone. */
export function PushPreview({ rendering }: { rendering: PushRendering }) {
  const texts = useTexts();
  return (
    <figure className={styles.lock} lang={rendering.language}>
      <div className={styles.push}>
        <Icon name="dispatch" size={22} />
        <div>
          <p className={styles.pushTitle}>{rendering.title}</p>
          <p className={styles.pushBody}>{rendering.body}</p>
        </div>
        {rendering.urgent && <span className={styles.urgent}>{texts.dispatch.urgent}</span>}
      </div>
    </figure>
  );
}
