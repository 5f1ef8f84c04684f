import { useState, useSyncExternalStore } from 'react';
import { type Language, useLanguage } from '../../i18n/language';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { Big, BigLink } from '../parts/Big';
import { ChooseOne } from '../parts/Choose';
import { Entry } from '../parts/Entry';
import { useConnection, useJournal, useStation, useTablet } from '../parts/tablet';
import { Screen } from './Screen';
import styles from './screens.module.css';

/** What is needed less often. */
export function MorePage() {
  const { texts: all, language, speak } = useLanguage();
  const texts = all.tablet.morePage;
  const station = useStation();
  const { enrolment } = useTablet();
  const { state, refused, unsent } = useJournal();
  const { build } = station;
  const outdated = useSyncExternalStore(build.subscribe, () => build.outdated);
  const [retiring, setRetiring] = useState(false);
  const { state: connection } = useConnection();
  // From a tablet that was locked out nothing is sent any more: it may be emptied once it was handed over.
  const remains = (unsent > 0 || refused.length > 0) && connection !== 'LOCKED_OUT';
  return (
    <Screen title={texts.title}>
      <nav className={styles.menu} aria-label={texts.title}>
        <BigLink href="/opening">{texts.opening}</BigLink>
        <BigLink href="/recount">{texts.recount}</BigLink>
        <BigLink href="/supplies">{texts.supplies}</BigLink>
        <BigLink href="/paper">{texts.paper}</BigLink>
        <BigLink href="/doubts">{texts.doubts(state.doubts.length)}</BigLink>
        <BigLink href="/recent">{texts.recent}</BigLink>
        <BigLink href="/handover">{texts.handover}</BigLink>
        <BigLink href="/refused">{texts.refused(refused.length)}</BigLink>
        <BigLink href="/help">{texts.help}</BigLink>
      </nav>
      <ChooseOne
        label={texts.language}
        values={['ja', 'en'] satisfies Language[]}
        names={{ ja: all.common.japanese, en: all.common.english }}
        value={language}
        onChange={speak}
      />
      {outdated && (
        <div className={styles.stack} role="status">
          <p>{texts.newer}</p>
          <Big onClick={build.renew}>{texts.renew}</Big>
        </div>
      )}
      <Big onClick={station.goAway}>{texts.away}</Big>
      <Big look="primary" onClick={() => station.lock()}>
        {texts.lock}
      </Big>
      <p>{texts.device(enrolment.name)}</p>
      <Big aria-disabled={remains} onClick={() => setRetiring(true)}>
        {texts.retire}
      </Big>
      {remains && <p>{texts.retireWhat}</p>}
      {retiring && <RetireDialog onClose={() => setRetiring(false)} />}
    </Screen>
  );
}

function RetireDialog({ onClose }: { onClose: () => void }) {
  const all = useLanguage().texts;
  const texts = all.tablet.morePage;
  const station = useStation();
  const { unsent } = useJournal();
  const [word, setWord] = useState('');
  return (
    <Dialog title={texts.retire} onClose={onClose}>
      <p>{texts.retireSure}</p>
      {unsent > 0 && <p className={styles.alert}>{texts.retireLoses(unsent)}</p>}
      <Entry label={texts.retireWord} value={word} onChange={setWord} />
      <DialogButtons>
        <Big onClick={onClose}>{all.common.cancel}</Big>
        <Big aria-disabled={word.trim() !== texts.retireWord} onClick={() => void station.retire()}>
          {texts.retire}
        </Big>
      </DialogButtons>
    </Dialog>
  );
}
