import { useCallback, useEffect, useState } from 'react';
import type { Shelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Big } from '../../parts/Big';
import { useTablet } from '../../parts/tablet';
import { Declined } from '../../sync/hub';
import { Screen } from '../Screen';
import styles from '../screens.module.css';
import { CrowdingChoice } from './CrowdingChoice';
import { Steps } from './Steps';

/** How the shelter stands and what comes next: the hub's word, so it needs a connection. */
export function OpeningPage() {
  const all = useTexts();
  const texts = all.tablet.openingPage;
  const { hub, sync } = useTablet();
  const [shelter, setShelter] = useState<Shelter | 'OFFLINE' | null>(null);
  const [outcome, setOutcome] = useState<{ declined: string } | 'SAID' | null>(null);
  const look = useCallback(() => {
    setShelter(null);
    hub.ownShelter().then(setShelter, () => setShelter('OFFLINE'));
  }, [hub]);
  useEffect(look, [look]);
  const say: typeof hub.sayOfShelter = async (what, word) => {
    setOutcome(null);
    try {
      const stands = await hub.sayOfShelter(what, word);
      setShelter(stands);
      setOutcome('SAID');
      void sync.now();
      return stands;
    } catch (error) {
      if (error instanceof Declined) setOutcome({ declined: error.message });
      else setShelter('OFFLINE');
      throw error;
    }
  };
  return (
    <Screen title={texts.title}>
      {shelter === null && <p role="status">{texts.asking}</p>}
      {shelter === 'OFFLINE' && (
        <>
          <p role="alert">{texts.offline}</p>
          <Big onClick={look}>{texts.retry}</Big>
        </>
      )}
      {outcome === 'SAID' && <p role="status">{texts.said}</p>}
      {outcome && outcome !== 'SAID' && (
        <p className={styles.alert} role="alert">
          {texts.declined(outcome.declined)}
        </p>
      )}
      {shelter && shelter !== 'OFFLINE' && (
        <>
          <p>
            <strong className={styles.state}>{all.sites.states[shelter.state]}</strong>{' '}
            {all.shelters.now[shelter.state]}
          </p>
          <Steps key={shelter.state} shelter={shelter} onSay={(what, word) => void say(what, word).catch(() => {})} />
          {shelter.state === 'OPEN' && (
            <CrowdingChoice shelter={shelter} onSay={(word) => void say('crowding', word).catch(() => {})} />
          )}
        </>
      )}
    </Screen>
  );
}
