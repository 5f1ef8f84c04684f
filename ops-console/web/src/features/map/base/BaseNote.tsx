import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import styles from './base.module.css';
import type { useBaseMap } from './baseMap';

interface Props {
  base: ReturnType<typeof useBaseMap>;
  /** Whom the municipality's own map must name. */
  city: string | undefined;
}

/** Whose map lies under it all, as its terms ask; or that it did not come. */
export function BaseNote({ base, city }: Props) {
  const { base: texts } = useTexts().mapRoom;
  return (
    <div className={styles.note} role="status">
      {base.failed && (
        <>
          <span>{texts.failed}</span>
          <Button look="quiet" onClick={() => base.choose(base.chosen)}>
            {texts.again}
          </Button>
        </>
      )}
      {base.shown === 'CITY' && city}
      {(base.shown === 'GSI_PALE' || base.shown === 'GSI_STANDARD') && (
        <a href="https://maps.gsi.go.jp/development/ichiran.html" target="_blank" rel="noreferrer" lang="ja">
          {texts.gsi}
        </a>
      )}
    </div>
  );
}
