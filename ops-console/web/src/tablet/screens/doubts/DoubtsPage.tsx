import { useTexts } from '../../../i18n/language';
import { different, placed, same } from '../../acts/decide';
import { Big, BigLink } from '../../parts/Big';
import { useJournal, useTablet, useWrite } from '../../parts/tablet';
import type { Doubt } from '../../projection/state';
import { Screen } from '../Screen';
import styles from '../screens.module.css';
import { HouseholdFacts, PersonFacts } from './CardFacts';
import { CardChoice } from './CardChoice';

/** Contradictions and possible duplicates, for a person to decide. */
export function DoubtsPage() {
  const texts = useTexts().tablet.doubtsPage;
  const { state } = useJournal();
  return (
    <Screen title={texts.title}>
      <p>{state.doubts.length === 0 ? texts.none : texts.what}</p>
      <ul className={styles.families}>
        {state.doubts.map((doubt) => (
          <li key={JSON.stringify(doubt)} className={styles.box}>
            <Question doubt={doubt} />
          </li>
        ))}
      </ul>
    </Screen>
  );
}

function Question({ doubt }: { doubt: Doubt }) {
  switch (doubt.type) {
    case 'CARD':
      return <CardChoice doubt={doubt} />;
    case 'TWO_PLACES':
      return <Places doubt={doubt} />;
    case 'TWICE':
      return <Twice doubt={doubt} />;
    case 'BELOW_ZERO':
      return <BelowZero doubt={doubt} />;
  }
}

function useShelterName(): (id: string) => string {
  const { doubtsPage } = useTexts().tablet;
  const { enrolment } = useTablet();
  return (id) => enrolment.shelters.find((each) => each.id === id)?.name ?? doubtsPage.someShelter;
}

function Places({ doubt }: { doubt: Extract<Doubt, { type: 'TWO_PLACES' }> }) {
  const all = useTexts().tablet;
  const texts = all.doubtsPage;
  const { state } = useJournal();
  const write = useWrite();
  const nameOf = useShelterName();
  const name = state.evacuees.get(doubt.evacuee)?.card?.name ?? all.unnamed(1);
  const at = (shelter: string) => void write([placed(state, doubt, shelter)], shelter);
  return (
    <>
      <h2>{texts.places(name)}</h2>
      <div className={styles.two}>
        {[doubt.here, doubt.there].map((shelter) => (
          <Big key={shelter} onClick={() => at(shelter)}>
            {texts.placesAt(nameOf(shelter))}
          </Big>
        ))}
      </div>
    </>
  );
}

function Twice({ doubt }: { doubt: Extract<Doubt, { type: 'TWICE' }> }) {
  const texts = useTexts().tablet.doubtsPage;
  const { state } = useJournal();
  const write = useWrite();
  return (
    <>
      <h2>{doubt.what === 'EVACUEE' ? texts.twice : texts.twiceHousehold}</h2>
      <div className={styles.versions}>
        {[doubt.a, doubt.b].map((id) =>
          doubt.what === 'EVACUEE' ? (
            <PersonFacts key={id} card={state.evacuees.get(id)?.card ?? null} />
          ) : (
            <HouseholdFacts key={id} card={state.households.get(id)?.card ?? null} />
          ),
        )}
      </div>
      <div className={styles.two}>
        <Big onClick={() => void write(same(state, doubt))}>{texts.same}</Big>
        <Big onClick={() => void write([different(doubt)])}>{texts.different}</Big>
      </div>
    </>
  );
}

function BelowZero({ doubt }: { doubt: Extract<Doubt, { type: 'BELOW_ZERO' }> }) {
  const texts = useTexts().tablet.doubtsPage;
  const { shelter } = useTablet();
  const nameOf = useShelterName();
  return (
    <>
      <h2>{texts.belowZero(nameOf(doubt.shelter))}</h2>
      {doubt.shelter === shelter.id ? <BigLink href="/recount">{texts.recount}</BigLink> : <p>{texts.elsewhere}</p>}
    </>
  );
}
