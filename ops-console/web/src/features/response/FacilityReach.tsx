import type { FacilityTask } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { ContactPanel } from '../contacts/ContactPanel';
import { LinkSlip } from '../contacts/LinkSlip';
import { useFacilityLink } from './queries';
import styles from './response.module.css';

interface Props {
  facility: FacilityTask;
  response: string;
  onClose: () => void;
}

/** How a facility is reached, and its own page for those reached by no medium. */
export function FacilityReach({ facility, response, onClose }: Props) {
  const all = useTexts();
  const texts = all.response.facilities;
  const made = useFacilityLink(response, facility.id);
  return (
    <Dialog title={texts.reachOf(facility.name)} onClose={onClose}>
      <div className={styles.stack}>
        <ContactPanel what={texts.reachWhat} people={[{ kind: 'FACILITY', id: facility.id, name: facility.name }]} />
        <p className="soft small">{texts.linkWhat}</p>
        {made.data ? (
          <LinkSlip name={facility.name} link={made.data.link} what={texts.slipWhat} />
        ) : (
          <Button look="quiet" busy={made.isPending} onClick={() => made.mutate()}>
            {texts.link}
          </Button>
        )}
        <ProblemNotice error={made.error} />
        <DialogButtons>
          <Button onClick={onClose}>{all.common.close}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}
