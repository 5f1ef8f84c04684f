import { useState } from 'react';
import { useLanguage } from '../../../i18n/language';
import { timeNear } from '../../../time/clock';
import { type Among, listFamilies } from '../../acts/people';
import { Big } from '../../parts/Big';
import { ChooseOne } from '../../parts/Choose';
import { KanaEntry } from '../../parts/Entry';
import { useJournal, useTablet } from '../../parts/tablet';
import { shelterOf } from '../../projection/state';
import { Screen } from '../Screen';
import styles from '../screens.module.css';
import { FamilyBox } from './FamilyBox';
import { Leaving } from './Leaving';

const amongs: readonly Among[] = ['HERE', 'OUT', 'GONE', 'ALL'];

/** Who is here, by household; some may be chosen who leave, go out, come back or move on. */
export function PeoplePage({ leaving = false }: { leaving?: boolean }) {
  const { texts: all, language } = useLanguage();
  const texts = all.tablet.listPage;
  const { shelter } = useTablet();
  const { state } = useJournal();
  const [words, setWords] = useState('');
  const [among, setAmong] = useState<Among>('HERE');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const families = listFamilies(state, shelter.id, among, words);
  const { people, unnamed } = shelterOf(state, shelter.id);
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  return (
    <Screen title={leaving ? texts.leaveTitle : texts.title}>
      <p className={styles.paper}>
        {shelter.name} {texts.printed(timeNear(new Date(), new Date(0), language), people, unnamed.people)}
      </p>
      <KanaEntry label={texts.words} value={words} onChange={setWords} />
      <ChooseOne label={texts.among} values={amongs} names={texts.amongs} value={among} onChange={setAmong} />
      {families.length === 0 && <p>{texts.none}</p>}
      <ul className={styles.families}>
        {families.map((family) => (
          <FamilyBox key={family.household} family={family} chosen={chosen} onToggle={toggle} />
        ))}
      </ul>
      {unnamed.people > 0 && <p>{texts.unnamedToo(unnamed.people)}</p>}
      <Big onClick={() => print()}>{texts.print}</Big>
      {chosen.size > 0 && <Leaving people={[...chosen]} onDone={() => setChosen(new Set())} />}
    </Screen>
  );
}
