import { useTexts } from '../../../i18n/language';
import styles from './Previews.module.css';
import type { LineRendering } from './renderings';

/** A Flex message as it stands in a conversation. */
export function LinePreview({ rendering }: { rendering: LineRendering }) {
  const texts = useTexts();
  return (
    <figure lang={rendering.language}>
      <div className={styles.chat}>
        <div className={styles.bubble}>
          <div className={styles.bubbleHead} data-level={rendering.level ?? 0}>
            {rendering.title}
          </div>
          <p className={styles.bubbleBody}>{rendering.body}</p>
          <p className={styles.bubbleLink}>{texts.dispatch.openLink}</p>
        </div>
      </div>
      <figcaption className={styles.caption}>
        {texts.dispatch.altText}：{rendering.altText}
      </figcaption>
    </figure>
  );
}
