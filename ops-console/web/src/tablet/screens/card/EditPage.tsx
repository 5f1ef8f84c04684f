import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { type CardInHand, newCard, newMember, takeUp, versions } from '../../acts/arrival';
import { Big } from '../../parts/Big';
import { Entry } from '../../parts/Entry';
import { longest } from '../../log/card';
import { useJournal, useWrite } from '../../parts/tablet';
import { Screen } from '../Screen';
import styles from '../screens.module.css';
import { Details } from './Details';

/** A household that was received already: what is written on its card may be completed and corrected. */
export function EditPage({ household }: { household: string }) {
  const texts = useTexts().tablet.cardPage;
  const { state } = useJournal();
  const [round, setRound] = useState(0);
  const id = state.standing('HOUSEHOLD', household);
  return (
    <Screen title={texts.editTitle}>
      {round > 0 && <p role="status">{texts.kept}</p>}
      {state.households.has(id) ? (
        <EditForm key={round} household={id} onKept={() => setRound(round + 1)} />
      ) : (
        <p>{texts.missing}</p>
      )}
    </Screen>
  );
}

function EditForm({ household, onKept }: { household: string; onKept: () => void }) {
  const all = useTexts().tablet;
  const texts = all.cardPage;
  const { state } = useJournal();
  const write = useWrite();
  // What others write meanwhile was not seen by whoever corrects this: it must not count as replaced.
  const [seen] = useState(state);
  const [inHand, setInHand] = useState<CardInHand>(() => takeUp(state, household) ?? newCard(0, household));
  const changes = versions(seen, inHand);
  const save = async () => {
    if (await write(changes)) onKept();
  };
  const add = async () => {
    const member = newMember();
    const form = seen.evacuees.get(inHand.members[0]?.id ?? '')?.whereabouts?.form ?? 'IN_SHELTER';
    const fromCount = { people: 0, households: 0 };
    const arrived = { type: 'arrived', household, evacuees: [member.id], form, from: null, fromCount } as const;
    if (await write([arrived])) setInHand({ ...inHand, members: [...inHand.members, member] });
  };
  return (
    <>
      <Entry
        label={texts.phone}
        inputMode="tel"
        maxLength={longest.phone}
        value={inHand.card.phone ?? ''}
        onChange={(phone) => setInHand({ ...inHand, card: { ...inHand.card, phone } })}
      />
      <Details inHand={inHand} onChange={setInHand} received />
      <Big onClick={() => void add()}>{texts.add}</Big>
      <div className={styles.bar}>
        {changes.length === 0 && <p>{texts.nothingNew}</p>}
        <Big look="primary" wide aria-disabled={changes.length === 0} onClick={() => void save()}>
          {texts.save}
        </Big>
      </div>
    </>
  );
}
