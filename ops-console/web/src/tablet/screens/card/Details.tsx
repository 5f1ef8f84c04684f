import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import type { CardInHand } from '../../acts/arrival';
import styles from '../screens.module.css';
import { HouseholdForm } from './HouseholdForm';
import { PersonForm } from './PersonForm';

interface Props {
  inHand: CardInHand;
  onChange: (inHand: CardInHand) => void;
  /** Those that are open from the beginning. */
  open?: boolean;
}

/** All that can be written of a household and of everybody in it, folded away until there is time. */
export function Details({ inHand, onChange, open = false }: Props) {
  const texts = useTexts().tablet.cardPage;
  const { card, members } = inHand;
  return (
    <div className={styles.stack}>
      <Fold title={`${texts.detail}：${texts.household}`} open={open}>
        <HouseholdForm card={card} onChange={(changed) => onChange({ ...inHand, card: changed })} />
      </Fold>
      {members.map((member, place) => (
        <Fold
          key={member.id}
          title={[`${texts.detail}：${texts.person(place + 1)}`, member.card?.name ?? member.card?.kana]
            .filter(Boolean)
            .join(' ')}
          open={open && members.length === 1}
        >
          <PersonForm
            card={member.card}
            onChange={(changed) =>
              onChange({
                ...inHand,
                members: members.map((each) => (each.id === member.id ? { ...each, card: changed } : each)),
              })
            }
          />
        </Fold>
      ))}
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
