import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import type { CardInHand } from '../../acts/arrival';
import styles from '../screens.module.css';
import { filled } from '../../acts/fill';
import { blankPerson, type PersonCard } from '../../log/card';
import { PlanWord } from '../plan/PlanWord';
import { HouseholdForm } from './HouseholdForm';
import { PersonForm } from './PersonForm';

interface Props {
  inHand: CardInHand;
  onChange: (inHand: CardInHand) => void;
  /** Those that are open from the beginning. */
  open?: boolean;
  /** They were received already: whether they have a plan is asked at once. */
  received?: boolean;
}

/** All that can be written of a household and of everybody in it, folded away until there is time. */
export function Details({ inHand, onChange, open = false, received = false }: Props) {
  const texts = useTexts().tablet.cardPage;
  const { card, members } = inHand;
  return (
    <div className={styles.stack}>
      <Fold title={texts.detail(texts.household)} open={open}>
        <HouseholdForm card={card} onChange={(changed) => onChange({ ...inHand, card: changed })} />
      </Fold>
      {members.map((member, place) => {
        const write = (changed: PersonCard, household = card) =>
          onChange({
            ...inHand,
            card: household,
            members: members.map((each) => (each.id === member.id ? { ...each, card: changed } : each)),
          });
        return (
          <div key={member.id} className={styles.stack}>
            <Fold
              title={[texts.detail(texts.person(place + 1)), member.card?.name ?? member.card?.kana]
                .filter(Boolean)
                .join(' ')}
              open={open && members.length === 1}
            >
              <PersonForm card={member.card} onChange={write} />
            </Fold>
            <PlanWord
              kana={member.card?.kana ?? ''}
              birth={member.card?.birth ?? null}
              atOnce={received}
              onFill={(known) => write(filled(member.card ?? blankPerson, known.person), filled(card, known.household))}
            />
          </div>
        );
      })}
    </div>
  );
}

function Fold({ title, open, children }: { title: string; open: boolean; children: React.ReactNode }) {
  const [unfolded, setUnfolded] = useState(open);
  return (
    <details
      className={`${styles.box} ${styles.detail}`}
      open={unfolded}
      onToggle={(event) => setUnfolded(event.currentTarget.open)}
    >
      <summary>{title}</summary>
      {unfolded && children}
    </details>
  );
}
