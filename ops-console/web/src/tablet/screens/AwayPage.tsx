import { useTexts } from '../../i18n/language';
import parts from '../parts/parts.module.css';
import { useStation, useTablet } from '../parts/tablet';
import { CountKeys, Figure } from './Counting';
import styles from './screens.module.css';
import { PinForm } from './UnlockPage';

/**
 * A tablet that lies there while nobody is at it: heads are counted on, since the door does not wait for whoever
 * knows the PIN; names are shown to nobody without it.
 */
export function AwayPage() {
  const texts = useTexts().tablet.awayPage;
  const station = useStation();
  const { shelter } = useTablet();
  return (
    <main className={`${parts.page} ${styles.home}`}>
      <h1>{shelter.name}</h1>
      <Figure />
      <CountKeys />
      <h2>{texts.title}</h2>
      <p>{texts.what}</p>
      <PinForm open={(pin, by) => station.comeBack(pin, by)} />
    </main>
  );
}
