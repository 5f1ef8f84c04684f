import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { EmergencyAccess, LegalBasis, LookPurpose } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { Icon } from '../../../ui/Icon/Icon';
import { hasRole, useSession } from '../../session/session';
import { useEmergencies } from '../queries';
import { bases, type Look, needsEmergency, purposes, remember, remembered, shown } from './look';
import styles from './Look.module.css';

interface Props {
  children: (look: Look) => ReactNode;
}

/**
 * Asks what somebody wants to see people for before anybody is shown, remembers it in this window, and
 * says above everything inside that each look is recorded.
 */
export function LookGate({ children }: Props) {
  const texts = useTexts().register.look;
  const session = useSession();
  const [look, setLook] = useState<Look | null>(() => remembered(session.account));
  const [asking, setAsking] = useState(look === null);
  const choose = (chosen: Look) => {
    remember(session.account, chosen);
    setLook(chosen);
    setAsking(false);
  };
  return (
    <>
      {look ? (
        <LookLine look={look} onChange={() => setAsking(true)} />
      ) : (
        <Button look="primary" onClick={() => setAsking(true)}>
          {texts.title}
        </Button>
      )}
      {asking && <LookDialog look={look} onChoose={choose} onClose={() => setAsking(false)} />}
      {look && children(look)}
    </>
  );
}

function LookLine({ look, onChange }: { look: Look; onChange: () => void }) {
  const texts = useTexts().register;
  return (
    <div className={styles.line} role="note">
      <Icon name="info" />
      <strong>{texts.look.recorded}</strong>
      <span>
        {texts.look.purpose}: {texts.purposes[look.purpose]}
      </span>
      <span className="soft">{texts.bases[look.basis]}</span>
      <Button look="quiet" onClick={onChange}>
        {texts.look.change}
      </Button>
    </div>
  );
}

interface DialogProps {
  look: Look | null;
  onChoose: (look: Look) => void;
  onClose: () => void;
}

function LookDialog({ look, onChoose, onClose }: DialogProps) {
  const texts = useTexts().register;
  const session = useSession();
  const welfare = hasRole(session, 'WELFARE_STAFF');
  const offered: readonly LookPurpose[] = welfare ? purposes : ['ASSISTANCE'];
  const running = (useEmergencies().data?.emergencies ?? []).filter(({ inForce }) => inForce);
  const [purpose, setPurpose] = useState<LookPurpose>(
    look && offered.includes(look.purpose) ? look.purpose : first(offered),
  );
  const [basis, setBasis] = useState<LegalBasis | null>(look?.basis ?? null);
  const allowed = (bases[purpose] ?? []).filter((each) => welfare || needsEmergency(each));
  const chosen = basis && allowed.includes(basis) ? basis : first(allowed);
  const declared = running.filter(({ declared: { basis: declaredBasis } }) => declaredBasis === chosen);
  const [picked, setPicked] = useState(look?.emergency);
  const emergency = declared.find(({ declared: { id } }) => id === picked) ?? declared[0];
  const blocked = needsEmergency(chosen) && !emergency;
  return (
    <Dialog title={texts.look.title} onClose={onClose}>
      <p>{texts.look.what}</p>
      <Field
        label={texts.look.purpose}
        hint={texts.look.shows((shown[purpose] ?? []).map((group) => texts.groups[group]).join('・'))}
      >
        {(wiring) => (
          <select {...wiring} value={purpose} onChange={(event) => setPurpose(event.target.value as LookPurpose)}>
            {offered.map((each) => (
              <option key={each} value={each}>
                {texts.purposes[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={texts.look.basis}>
        {(wiring) => (
          <select {...wiring} value={chosen} onChange={(event) => setBasis(event.target.value as LegalBasis)}>
            {allowed.map((each) => (
              <option key={each} value={each}>
                {texts.bases[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {needsEmergency(chosen) && <EmergencyChoice declared={declared} chosen={emergency} onChoose={setPicked} />}
      <DialogButtons>
        <Button onClick={onClose}>{useTexts().common.cancel}</Button>
        <Button
          look="primary"
          aria-disabled={blocked}
          onClick={() =>
            !blocked &&
            onChoose({
              purpose,
              basis: chosen,
              ...(needsEmergency(chosen) && emergency && { emergency: emergency.declared.id }),
            })
          }
        >
          {texts.look.start}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

interface ChoiceProps {
  declared: readonly EmergencyAccess[];
  chosen: EmergencyAccess | undefined;
  onChoose: (id: string) => void;
}

function EmergencyChoice({ declared, chosen, onChoose }: ChoiceProps) {
  const texts = useTexts().register.look;
  if (!chosen)
    return (
      <p role="status">
        {texts.noEmergency} <Link href="/people/emergencies">{texts.toEmergencies}</Link>
      </p>
    );
  return (
    <Field label={texts.emergency}>
      {(wiring) => (
        <select {...wiring} value={chosen.declared.id} onChange={(event) => onChoose(event.target.value)}>
          {declared.map(({ declared: { id, reason } }) => (
            <option key={id} value={id}>
              {reason}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function first<T>(values: readonly T[]): T {
  const [value] = values;
  if (value === undefined) throw new Error('nothing is offered');
  return value;
}
