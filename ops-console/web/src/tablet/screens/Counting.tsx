import { useState } from 'react';
import { useLanguage, useTexts } from '../../i18n/language';
import { timeNear } from '../../time/clock';
import { useNow } from '../../time/useNow';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { Big } from '../parts/Big';
import { NumberPad } from '../parts/NumberPad';
import { useJournal, useTablet, useWrite } from '../parts/tablet';
import { shelterOf } from '../projection/state';
import styles from './screens.module.css';

/** How many there are, in figures that are read across a hall. */
export function Figure() {
  const { texts: all, language } = useLanguage();
  const texts = all.tablet.homePage;
  const { shelter } = useTablet();
  const { state } = useJournal();
  const now = useNow();
  const { people, households, named, out, confirmedAt } = shelterOf(state, shelter.id);
  return (
    <section className={styles.figure} aria-label={texts.figures}>
      <p className={styles.huge} data-figure="people">
        {people.toLocaleString('ja-JP')}
        <small>{all.tablet.people(people).replace(/^[\d,]+/, '')}</small>
      </p>
      <dl className={styles.besides}>
        <div>
          <dd data-figure="households">{all.tablet.households(households)}</dd>
        </div>
        <div>
          {shelter.capacity === null ? (
            <dt>{texts.noCapacity}</dt>
          ) : (
            <>
              <dt>{texts.capacity}</dt>
              <dd>{all.tablet.people(shelter.capacity)}</dd>
            </>
          )}
        </div>
        <div>
          <dt>{texts.named}</dt>
          <dd data-figure="named">{all.tablet.people(named)}</dd>
        </div>
        {out > 0 && (
          <div>
            <dt>{texts.out}</dt>
            <dd>{all.tablet.people(out)}</dd>
          </div>
        )}
      </dl>
      <p className="soft">
        {texts.asOf(timeNear(now, now, language))}
        {confirmedAt && `　${texts.confirmed(timeNear(new Date(confirmedAt), now, language))}`}
      </p>
    </section>
  );
}

/** Counts people who have no name yet. */
export function CountKeys() {
  const texts = useTexts().tablet.homePage;
  const { shelter } = useTablet();
  const { state } = useJournal();
  const write = useWrite();
  const [asking, setAsking] = useState(false);
  const count = (people: number, households: number) => void write([{ type: 'counted', people, households }]);
  const nobodyUnnamed = shelterOf(state, shelter.id).unnamed.people === 0;
  return (
    <>
      <div className={styles.thumb} role="group" aria-label={texts.count}>
        <Big aria-disabled={nobodyUnnamed} onClick={() => count(-1, 0)}>
          {texts.minus}
        </Big>
        <Big look="primary" onClick={() => count(1, 0)}>
          {texts.plus}
        </Big>
        <Big onClick={() => setAsking(true)}>{texts.household}</Big>
      </div>
      {asking && (
        <HouseholdDialog
          onClose={() => setAsking(false)}
          onCount={(people) => {
            setAsking(false);
            count(people, 1);
          }}
        />
      )}
    </>
  );
}

function HouseholdDialog({ onClose, onCount }: { onClose: () => void; onCount: (people: number) => void }) {
  const { texts: all } = useLanguage();
  const texts = all.tablet.homePage;
  const [people, setPeople] = useState(2);
  return (
    <Dialog title={texts.householdTitle} onClose={onClose}>
      <div className={styles.stack}>
        <NumberPad label={texts.householdTitle} value={people} onChange={setPeople} />
      </div>
      <DialogButtons>
        <Big onClick={onClose}>{all.common.cancel}</Big>
        <Big look="primary" onClick={() => onCount(people)}>
          {texts.householdAdd(people)}
        </Big>
      </DialogButtons>
    </Dialog>
  );
}
