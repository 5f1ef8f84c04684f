import { useState } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../i18n/language';
import { Big } from '../parts/Big';
import { NumberEntry } from '../parts/Entry';
import { useJournal, useTablet, useWrite } from '../parts/tablet';
import { shelterOf } from '../projection/state';
import { Screen } from './Screen';
import styles from './screens.module.css';

/** Everybody is counted afresh: who is not on the list is unnamed. */
export function RecountPage() {
  const texts = useTexts().tablet.recountPage;
  const { shelter } = useTablet();
  const { state } = useJournal();
  const write = useWrite();
  const [, go] = useLocation();
  const [seen, setSeen] = useState<number | null>(null);
  const [households, setHouseholds] = useState<number | null>(null);
  const now = shelterOf(state, shelter.id);
  const listed = { people: now.people - now.unnamed.people, households: now.households - now.unnamed.households };
  const complete = seen !== null && households !== null;
  const fewer = seen !== null && seen < listed.people;
  const unnamed = {
    people: Math.max(0, (seen ?? 0) - listed.people),
    households: Math.max(0, (households ?? 0) - listed.households),
  };
  const save = async () => {
    if (seen !== null && (await write([{ type: 'recounted', seen, ...unnamed }]))) go('/');
  };
  return (
    <Screen title={texts.title}>
      <p>{texts.what}</p>
      <NumberEntry label={texts.seen} value={seen} onChange={setSeen} />
      <NumberEntry label={texts.households} value={households} onChange={setHouseholds} />
      {fewer && (
        <p className={styles.alert} role="alert">
          {texts.fewer(listed.people)}
        </p>
      )}
      {complete && !fewer && <p role="status">{texts.result(unnamed.people, unnamed.households)}</p>}
      <Big look="primary" wide aria-disabled={!complete || fewer} onClick={() => void save()}>
        {texts.save}
      </Big>
    </Screen>
  );
}
