import { useState } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../../i18n/language';
import { type CardInHand, newCard, newMember, receive } from '../../acts/arrival';
import { blankPerson, longest, type PersonCard } from '../../log/card';
import { type Form, forms } from '../../log/event';
import { Big } from '../../parts/Big';
import { ChooseOne } from '../../parts/Choose';
import { Entry, KanaEntry } from '../../parts/Entry';
import { NumberPad } from '../../parts/NumberPad';
import { useJournal, useTablet, useWrite } from '../../parts/tablet';
import { shelterOf } from '../../projection/state';
import { Screen } from '../Screen';
import styles from '../screens.module.css';
import { Details } from './Details';

interface Props {
  /** What is known already: of a pre-registration, a paper form, or people who come from elsewhere. */
  begun?: CardInHand;
  /** The shelter whence they come. */
  from?: string | null;
}

/** Receives a household: how many first, then whatever there is time for. */
export function CardPage({ begun, from = null }: Props) {
  const all = useTexts().tablet;
  const texts = all.cardPage;
  const { shelter, enrolment } = useTablet();
  const { state } = useJournal();
  const write = useWrite();
  const [, go] = useLocation();
  const [inHand, setInHand] = useState<CardInHand>(() => begun ?? newCard(1));
  const [form, setForm] = useState<Form>('IN_SHELTER');
  const [counted, setCounted] = useState(false);
  const { unnamed } = shelterOf(state, shelter.id);
  const { members } = inHand;
  const first = members[0];
  const setPeople = (people: number) =>
    setInHand({
      ...inHand,
      members: Array.from({ length: people }, (_, place) => members[place] ?? newMember()),
    });
  const writeFirst = (card: PersonCard) =>
    setInHand({ ...inHand, members: members.map((each, place) => (place === 0 ? { ...each, card } : each)) });
  const save = async () => {
    const fromCount = counted
      ? { people: Math.min(members.length, unnamed.people), households: Math.min(1, unnamed.households) }
      : { people: 0, households: 0 };
    if (await write(receive(state, { ...inHand, form, from, fromCount }))) go('/');
  };
  const fromName = enrolment.shelters.find(({ id }) => id === from)?.name;
  return (
    <Screen title={begun ? texts.editTitle : texts.newTitle}>
      {fromName && <p>{texts.from(fromName)}</p>}
      <section className={styles.stack}>
        <h2>{texts.people}</h2>
        <NumberPad label={texts.people} value={members.length} onChange={setPeople} />
      </section>
      {unnamed.people > 0 && (
        <label className={styles.row}>
          <input type="checkbox" checked={counted} onChange={(event) => setCounted(event.target.checked)} />
          <span>
            <strong>{texts.counted}</strong>
            <br />
            {texts.countedWhat}
          </span>
        </label>
      )}
      <KanaEntry
        label={texts.kana}
        maxLength={longest.kana}
        value={first?.card?.kana ?? ''}
        onChange={(kana) => writeFirst({ ...(first?.card ?? blankPerson), kana })}
      />
      <Entry
        label={texts.phone}
        inputMode="tel"
        maxLength={longest.phone}
        value={inHand.card.phone ?? ''}
        onChange={(phone) => setInHand({ ...inHand, card: { ...inHand.card, phone } })}
      />
      <ChooseOne label={texts.form} values={forms} names={all.forms} value={form} onChange={setForm} />
      <Details inHand={inHand} onChange={setInHand} />
      <div className={styles.bar}>
        <Big look="primary" wide onClick={() => void save()}>
          {texts.receive(members.length)}
        </Big>
      </div>
    </Screen>
  );
}
