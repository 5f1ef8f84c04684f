import type { FacilityPhone } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { ContactPanel } from '../contacts/ContactPanel';
import { LinkSlip } from '../contacts/LinkSlip';
import { FacilityNumber } from './FacilityNumber';
import { useFacilityLink } from './queries';
import room from './response.module.css';

interface Facility {
  id: string;
  name: string;
  phone?: FacilityPhone;
}

interface Props {
  facility: Facility;
  /** The response that asks it; absent: nothing is asked now. */
  response?: string;
  onClose: () => void;
}

/** How a facility is reached, and while it is asked its own page for those reached by no medium. */
export function FacilityReach({ facility, response, onClose }: Props) {
  const all = useTexts();
  const texts = all.response.facilities;
  return (
    <Dialog title={texts.reachOf(facility.name)} onClose={onClose}>
      <div className={room.stack}>
        <FacilityNumber facility={facility} />
        <ContactPanel
          what={texts.reachWhat}
          none={texts.noOther}
          people={[{ kind: 'FACILITY', id: facility.id, name: facility.name }]}
        />
        {response !== undefined && <OwnPage facility={facility} response={response} />}
        <DialogButtons>
          <Button onClick={onClose}>{all.common.close}</Button>
        </DialogButtons>
      </div>
    </Dialog>
  );
}

function OwnPage({ facility, response }: { facility: Facility; response: string }) {
  const texts = useTexts().response.facilities;
  const made = useFacilityLink(response, facility.id);
  return (
    <>
      <p className="soft small">{texts.linkWhat}</p>
      {made.data ? (
        <LinkSlip name={facility.name} link={made.data.link} what={texts.slipWhat} />
      ) : (
        <Button look="quiet" busy={made.isPending} onClick={() => made.mutate()}>
          {texts.link}
        </Button>
      )}
      <ProblemNotice error={made.error} />
    </>
  );
}
