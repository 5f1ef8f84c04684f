import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Qr } from '../../ui/Qr/Qr';
import styles from './contacts.module.css';

interface Props {
  name: string;
  link: string;
  /** What it is good for, and how long. */
  what: string;
}

/** The address of somebody's own page, to be read, scanned or printed and handed over. */
export function LinkSlip({ name, link, what }: Props) {
  const texts = useTexts().contacts;
  return (
    <div role="status" className={styles.slip}>
      <span>{texts.slip(name)}</span>
      <div className={styles.squares}>
        <Qr text={link} label={texts.squares(name)} />
      </div>
      <code className={styles.link}>{link}</code>
      <span>{what}</span>
      <Button look="quiet" icon="print" onClick={() => window.print()}>
        {texts.printSlip}
      </Button>
    </div>
  );
}
