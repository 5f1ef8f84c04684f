import { useState } from 'react';
import type { Crowding, CrowdingWord, Shelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Big } from '../../parts/Big';
import { ChooseOne } from '../../parts/Choose';
import styles from '../screens.module.css';

const choices: readonly Crowding[] = ['UNKNOWN', 'ROOM', 'SOMEWHAT_CROWDED', 'CROWDED', 'FULL'];
const hoursAWordHolds = 3;

/** How crowded it is, as whoever stands there sees it; or left to the count again. */
export function CrowdingChoice({ shelter, onSay }: { shelter: Shelter; onSay: (word: CrowdingWord) => void }) {
  const all = useTexts();
  const texts = all.shelters.crowding;
  const [crowding, setCrowding] = useState<Crowding>(shelter.said ?? 'UNKNOWN');
  const save = () =>
    onSay(
      crowding === 'UNKNOWN'
        ? { crowding }
        : { crowding, until: new Date(Date.now() + hoursAWordHolds * 3_600_000).toISOString() },
    );
  return (
    <section className={styles.box}>
      <h2>{texts.title}</h2>
      <ChooseOne
        label={texts.choose}
        values={choices}
        names={{ ...all.sites.crowding, UNKNOWN: texts.count }}
        value={crowding}
        onChange={setCrowding}
      />
      <p>{texts.holds(hoursAWordHolds)}</p>
      <Big onClick={save}>{texts.submit}</Big>
    </section>
  );
}
