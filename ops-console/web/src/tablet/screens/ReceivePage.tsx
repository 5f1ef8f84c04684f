import { useTexts } from '../../i18n/language';
import { BigLink } from '../parts/Big';
import { Screen } from './Screen';
import styles from './screens.module.css';

/** Three ways to receive somebody. */
export function ReceivePage() {
  const texts = useTexts().tablet.receivePage;
  return (
    <Screen title={texts.title}>
      <div className={styles.doors}>
        <BigLink href="/receive/qr" wide>
          {texts.qr}
          <small>{texts.qrWhat}</small>
        </BigLink>
        <BigLink href="/receive/card" look="primary" wide>
          {texts.card}
          <small>{texts.cardWhat}</small>
        </BigLink>
        <BigLink href="/receive/find" wide>
          {texts.find}
          <small>{texts.findWhat}</small>
        </BigLink>
      </div>
    </Screen>
  );
}
