import { useState } from 'react';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { FacilityReach } from './FacilityReach';
import { useCareFacilities } from './queries';
import styles from './FacilityPanel.module.css';
import room from './response.module.css';

/** How facilities are reached, to be put in order while nothing is ordered. */
export function FacilityContacts() {
  const texts = useTexts().response.facilities;
  const asked = useCareFacilities();
  const [chosen, setChosen] = useState('');
  const facilities = asked.data?.facilities ?? [];
  const facility = facilities.find(({ id }) => id === chosen);
  if (facilities.length === 0 && !asked.error) return null;
  const reached = facilities.filter(({ phone }) => phone).length;
  return (
    <Panel title={texts.contacts} aside={texts.numbers(reached, facilities.length)} flush>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      <p className={`soft small ${room.inset}`}>{texts.contactsWhat}</p>
      <ul className={styles.facilities}>
        {facilities.map((each) => (
          <li key={each.id}>
            <div>
              <strong>{each.name}</strong>
              <span className={room.under}>{each.address}</span>
            </div>
            <div>
              {each.phone ? (
                <span className={styles.unbroken}>{each.phone.number}</span>
              ) : (
                <span className="soft">{texts.noNumber}</span>
              )}
            </div>
            <div />
            <div className={room.deeds}>
              <Button look="quiet" onClick={() => setChosen(each.id)} aria-label={texts.reachOf(each.name)}>
                {texts.change}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {facility && <FacilityReach facility={facility} onClose={() => setChosen('')} />}
    </Panel>
  );
}
