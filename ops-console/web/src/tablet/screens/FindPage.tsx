import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/language';
import { type CardInHand, newCard, takeUp } from '../acts/arrival';
import { type Family, listFamilies } from '../acts/people';
import { preregisteredCard } from '../acts/preregistered';
import { Big } from '../parts/Big';
import { BirthEntry } from '../parts/BirthEntry';
import { KanaEntry } from '../parts/Entry';
import { useJournal, useTablet } from '../parts/tablet';
import { presentAt } from '../projection/whereabouts';
import { Declined, type Preregistration } from '../sync/hub';
import { CardPage } from './card/CardPage';
import { PlanWord } from './plan/PlanWord';
import { Screen } from './Screen';
import styles from './screens.module.css';

/** Finds a household that is not here: one that left, one at another shelter, or one that registered beforehand. */
export function FindPage() {
  const { tablet: all, recognition } = useTexts();
  const texts = all.findPage;
  const { shelter, hub } = useTablet();
  const { state } = useJournal();
  const [words, setWords] = useState('');
  const [registered, setRegistered] = useState<readonly Preregistration[] | 'OFFLINE' | null>(null);
  const [birth, setBirth] = useState<string | null>(null);
  const [begun, setBegun] = useState<{ card: CardInHand; from: string | null } | null>(null);
  const families = words.trim() === '' ? [] : listFamilies(state, shelter.id, 'GONE', words);
  if (begun) return <CardPage begun={begun.card} from={begun.from} />;
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    hub
      .findPreregistrations(words.trim())
      .then(setRegistered, (error: unknown) => setRegistered(error instanceof Declined ? [] : 'OFFLINE'));
  };
  const take = ({ household, rows }: Family) => {
    const known = takeUp(state, household);
    const wanted = new Set(rows.map(({ evacuee }) => evacuee.id));
    const from = rows.map(({ evacuee }) => presentAt(evacuee.whereabouts)).find((place) => place !== null) ?? null;
    if (known) setBegun({ card: { ...known, members: known.members.filter(({ id }) => wanted.has(id)) }, from });
  };
  return (
    <Screen title={texts.title}>
      <form className={styles.stack} onSubmit={search}>
        <KanaEntry label={texts.words} value={words} onChange={setWords} />
        <Big type="submit" look="primary" wide>
          {texts.search}
        </Big>
      </form>
      <BirthEntry label={recognition.birth} value={birth} onChange={setBirth} />
      <PlanWord
        kana={words}
        birth={birth}
        onFill={({ household, person }) => {
          const card = newCard(1);
          setBegun({
            card: { ...card, card: household, members: card.members.map(({ id }) => ({ id, card: person })) },
            from: null,
          });
        }}
      />
      {families.length > 0 && (
        <>
          <h2>{texts.here}</h2>
          <ul className={styles.families}>
            {families.map((family) => (
              <li key={family.household} className={styles.box}>
                <strong>{family.title ?? all.unnamedHousehold}</strong>
                <span>
                  {all.people(family.rows.length)}・
                  {family.rows.some(({ evacuee }) => evacuee.whereabouts?.state === 'GONE')
                    ? texts.gone
                    : texts.elsewhere}
                </span>
                <Big onClick={() => take(family)}>{texts.receive}</Big>
              </li>
            ))}
          </ul>
        </>
      )}
      {registered !== null && <h2>{texts.registered}</h2>}
      {registered === 'OFFLINE' && <p role="alert">{texts.offline}</p>}
      {Array.isArray(registered) && registered.length === 0 && families.length === 0 && (
        <p role="status">{texts.none}</p>
      )}
      {registered !== 'OFFLINE' && (
        <ul className={styles.families}>
          {registered?.map((each) => (
            <li key={each.code} className={styles.box}>
              <strong>{each.people[0]?.name ?? each.code}</strong>
              <span>{all.people(each.people.length)}</span>
              <Big onClick={() => void preregisteredCard(each).then((card) => setBegun({ card, from: null }))}>
                {texts.receive}
              </Big>
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
}
