import { useEffect, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Icon } from '../../../ui/Icon/Icon';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { StatusMark } from '../../../ui/StatusMark/StatusMark';
import styles from '../plans.module.css';
import { device, useDevice } from './device';
import { PinForm } from './PinForm';
import type { Stored } from './shelf';
import { TakenPlan } from './TakenPlan';
import type { Taken } from './vault';

interface Props {
  /** Who is signed in; undefined where the hub cannot be asked. */
  account: string | undefined;
  /** Whether what was written can be handed in now. */
  connected: boolean;
}

/** The plans on this device: read and written with or without a connection. */
export function KitchenTable({ account, connected }: Props) {
  const texts = useTexts().plans.device;
  const { stored, unlocked } = useDevice();
  const own = account === undefined ? stored : stored.filter((each) => each.account === account);
  const waiting = own.filter((each) => each.waiting).length;
  return (
    <div className={styles.sheet}>
      <div className={styles.calm} role="status">
        <Icon name={connected ? 'info' : 'caution'} />
        <strong>{connected ? texts.online : texts.offline}</strong>
        <span>{texts.drafts(waiting)}</span>
        {account === undefined && <span>{texts.signInToSend}</span>}
      </div>
      {own.length === 0 && <Empty title={texts.none}>{texts.noneWhat}</Empty>}
      {own.length > 0 && !unlocked && (
        <Panel title={texts.sealed(own.length)}>
          <PinForm fresh={false} />
          <ul>
            {own.map((each) => (
              <li key={each.id}>
                <Line stored={each} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {own.length > 0 && unlocked && <Unlocked stored={own} connected={connected && account !== undefined} />}
    </div>
  );
}

function Line({ stored }: { stored: Stored }) {
  const texts = useTexts().plans.device;
  return (
    <span className={styles.row}>
      <StatusMark status={stored.waiting ? 'waiting' : 'off'}>
        {stored.waiting ? texts.waiting : texts.unchanged}
      </StatusMark>
      <span>
        {texts.until}: <At at={new Date(stored.until)} />
      </span>
    </span>
  );
}

function Unlocked({ stored, connected }: { stored: readonly Stored[]; connected: boolean }) {
  const { device: texts, hazards } = useTexts().plans;
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const [openedId, setOpenedId] = useState<string>();
  const ids = stored.map(({ id }) => id).join(' ');
  useEffect(() => {
    let current = true;
    void Promise.all(ids.split(' ').map((id) => device.read(id))).then((read) => {
      if (current) setTaken(read.filter((each) => each !== null));
    });
    return () => {
      current = false;
    };
  }, [ids]);
  const opened = taken.find(({ plan }) => plan.id === openedId) ?? (taken.length === 1 ? taken[0] : undefined);
  return (
    <>
      <Panel title={texts.title} aside={<Button onClick={() => device.lock()}>{texts.lock}</Button>}>
        <ul className={styles.list}>
          {taken.map(({ plan }) => {
            const line = stored.find(({ id }) => id === plan.id);
            return (
              <li key={plan.id} className={styles.card}>
                <Button
                  look={opened?.plan.id === plan.id ? 'plain' : 'quiet'}
                  aria-pressed={opened?.plan.id === plan.id}
                  onClick={() => setOpenedId(plan.id)}
                >
                  {plan.person.name}（{hazards[plan.hazard]}）
                </Button>
                {line && <Line stored={line} />}
                <Removal id={plan.id} waiting={line?.waiting ?? false} />
              </li>
            );
          })}
        </ul>
      </Panel>
      {opened && <TakenPlan key={opened.plan.id} start={opened} connected={connected} />}
    </>
  );
}

function Removal({ id, waiting }: { id: string; waiting: boolean }) {
  const texts = useTexts().plans.device;
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <div>
        <Button look="quiet" onClick={() => (waiting ? setAsking(true) : void device.remove(id))}>
          {texts.remove}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.row} role="alert">
      <span>{texts.removeConfirm}</span>
      <Button look="danger" onClick={() => void device.remove(id)}>
        {texts.removeReally}
      </Button>
      <Button onClick={() => setAsking(false)}>{texts.keep}</Button>
    </div>
  );
}
