import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { timeNear } from '../../time/clock';
import { useNow } from '../../time/useNow';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { lastUndoable, takeBack } from '../acts/undo';
import { Big, BigLink } from '../parts/Big';
import { NumberPad } from '../parts/NumberPad';
import parts from '../parts/parts.module.css';
import { useJournal, useTablet, useWrite } from '../parts/tablet';
import { shelterOf } from '../projection/state';
import { nameFact } from './nameFact';
import styles from './screens.module.css';

/** The first screen: where this is, how many there are, and the three things to do. */
export function HomePage() {
  const { texts: all } = useLanguage();
  const texts = all.tablet;
  const { shelter, enrolment } = useTablet();
  const { state, refused } = useJournal();
  const write = useWrite();
  const [asking, setAsking] = useState(false);
  usePageTitle(shelter.name, enrolment.mode);
  const count = (people: number, households: number) => void write([{ type: 'counted', people, households }]);
  const { unnamed } = shelterOf(state, shelter.id);
  const nobodyUnnamed = unnamed.people === 0;
  return (
    <main className={`${parts.page} ${styles.home}`}>
      <header className={styles.place}>
        <h1>{shelter.name}</h1>
        <span className={styles.state}>{all.sites.states[shelter.state]}</span>
      </header>
      <Figure />
      {state.doubts.length > 0 && (
        <BigLink href="/doubts" wide>
          {texts.homePage.doubts(state.doubts.length)}
        </BigLink>
      )}
      {refused.length > 0 && (
        <BigLink href="/refused" wide>
          {texts.homePage.refused(refused.length)}
        </BigLink>
      )}
      <LastTap />
      <div className={styles.thumb} role="group" aria-label={texts.homePage.count}>
        <Big aria-disabled={nobodyUnnamed} onClick={() => count(-1, 0)}>
          {texts.homePage.minus}
        </Big>
        <Big look="primary" onClick={() => count(1, 0)}>
          {texts.homePage.plus}
        </Big>
        <Big onClick={() => setAsking(true)}>{texts.homePage.household}</Big>
      </div>
      <div className={styles.two}>
        <BigLink href="/receive">{texts.homePage.receive}</BigLink>
        <BigLink href="/leave">{texts.homePage.leave}</BigLink>
      </div>
      <div className={styles.three}>
        <BigLink href="/people">{texts.homePage.list}</BigLink>
        <Big onClick={() => void write([{ type: 'confirmed' }])}>{texts.homePage.confirm}</Big>
        <BigLink href="/more">{texts.homePage.more}</BigLink>
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
    </main>
  );
}

function Figure() {
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

/** What was pressed last, and the way to take it back. */
function LastTap() {
  const { texts: all, language } = useLanguage();
  const { enrolment } = useTablet();
  const { events, state } = useJournal();
  const write = useWrite();
  const last = lastUndoable(events, enrolment.device);
  return (
    <div className={styles.last} aria-live="polite">
      {last && (
        <>
          <span>
            {timeNear(new Date(last.at), new Date(), language)} {nameFact(last.fact, all.tablet, state)}
          </span>
          <Big onClick={() => void write(takeBack(events, last))}>{all.tablet.homePage.undo}</Big>
        </>
      )}
    </div>
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
