import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { newCode } from '../../acts/codes';
import { Big } from '../../parts/Big';
import { NumberPad } from '../../parts/NumberPad';
import { Screen } from '../Screen';
import { PaperForm } from './PaperForm';
import styles from './paper.module.css';

/** Blank forms for those who write faster by hand, or when the tablet runs out of power; printed without any network. */
export function PaperPage() {
  const texts = useTexts().tablet.paperPage;
  const [codes, setCodes] = useState<readonly string[]>(() => [newCode()]);
  const setSheets = (sheets: number) =>
    setCodes(Array.from({ length: sheets }, (_, place) => codes[place] ?? newCode()));
  return (
    <Screen title={texts.title}>
      <p className={styles.screenOnly}>{texts.what}</p>
      <h2 className={styles.screenOnly}>{texts.sheets}</h2>
      <NumberPad label={texts.sheets} value={codes.length} onChange={setSheets} />
      <Big look="primary" wide onClick={() => print()}>
        {texts.print(codes.length)}
      </Big>
      {codes.map((code) => (
        <PaperForm key={code} code={code} />
      ))}
    </Screen>
  );
}
