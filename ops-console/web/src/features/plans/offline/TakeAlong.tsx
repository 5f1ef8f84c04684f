import { useState } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { Notice } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { useSession } from '../../session/session';
import type { PlanProposal } from '../plan';
import { OneOf } from '../PlanForm/controls';
import styles from '../plans.module.css';
import { canKeep, device, keepConsole, useDevice } from './device';
import { PinForm } from './PinForm';
import type { TakenPlan } from './vault';

interface Props {
  plan: TakenPlan;
  proposal: PlanProposal | null;
  /** While something is not saved it cannot be taken along. */
  blocked: boolean;
}

/** Puts a plan on this device for a visit. */
export function TakeAlong({ plan, proposal, blocked }: Props) {
  const all = useTexts().plans;
  const texts = all.device;
  const { account } = useSession();
  const { stored } = useDevice();
  const [asking, setAsking] = useState(false);
  const here = stored.find(({ id }) => id === plan.id);
  const others = stored.some((each) => each.account !== account);
  return (
    <Panel title={texts.title}>
      <div className={styles.stack}>
        {!canKeep() && <p>{texts.insecure}</p>}
        {canKeep() && !here && others && <p>{texts.pinOther}</p>}
        {canKeep() && !here && !others && (
          <Button icon="download" aria-disabled={blocked} onClick={() => !blocked && setAsking(true)}>
            {texts.take}
          </Button>
        )}
        {here && (
          <p role="status">
            {texts.taken} <Link href="/plans/device">{texts.openTaken}</Link>
          </p>
        )}
        {asking && <TakeDialog {...{ plan, proposal, account }} onClose={() => setAsking(false)} />}
      </div>
    </Panel>
  );
}

interface DialogProps {
  plan: TakenPlan;
  proposal: PlanProposal | null;
  account: string;
  onClose: () => void;
}

const hoursOffered = ['4', '8', '12', '24', '48'] as const;

function TakeDialog({ plan, proposal, account, onClose }: DialogProps) {
  const all = useTexts();
  const texts = all.plans.device;
  const { stored, unlocked } = useDevice();
  const [hours, setHours] = useState<(typeof hoursOffered)[number]>('12');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const names = Object.fromEntries(hoursOffered.map((each) => [each, texts.hoursValue(Number(each))])) as Record<
    (typeof hoursOffered)[number],
    string
  >;
  const take = async () => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    const known = new Map([...(proposal?.supporters ?? []), ...plan.supporters].map((each) => [each.id, each]));
    const taken = {
      plan,
      proposal,
      supporters: [...known.values()],
      draftId: crypto.randomUUID(),
      baseVersion: plan.version,
      content: plan.content,
    };
    try {
      await keepConsole();
      await device.take(account, taken, Number(hours));
      onClose();
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <Dialog title={texts.take} onClose={onClose}>
      <div className={styles.stack}>
        <p>{texts.takeWhat}</p>
        <p className="soft small">{texts.purposeKept}</p>
        <p className="small">{texts.unchecked}</p>
        <p className="small">{texts.pinLimits}</p>
        {unlocked ? (
          <OneOf label={texts.hours} value={hours} names={names} onChange={setHours} />
        ) : (
          <PinForm fresh={stored.length === 0} />
        )}
        {failed && <Notice tone="failure" assertive title={texts.notSavedHere} />}
      </div>
      <DialogButtons>
        <Button onClick={onClose}>{all.common.cancel}</Button>
        {unlocked && (
          <Button look="primary" busy={busy} onClick={() => void take()}>
            {texts.take}
          </Button>
        )}
      </DialogButtons>
    </Dialog>
  );
}
