import { useState } from 'react';
import type { Shelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Notice } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { hasRole, useSession } from '../../session/session';
import { useConfirm, useInstruct, useSayOpening } from '../queries';
import styles from '../shelters.module.css';
import { type Step, stepsOf } from '../steps';
import { Inspect } from './Inspect';
import { type Noted, WithNote } from './WithNote';

/** What can be done now: one step as a rule, the others beside it. */
export function NextSteps({ shelter }: { shelter: Shelter }) {
  const texts = useTexts().shelters;
  const session = useSession();
  const instruct = useInstruct();
  const say = useSayOpening(shelter.id);
  const confirm = useConfirm(shelter.id);
  const [asking, setAsking] = useState<'INSPECT' | Noted | null>(null);
  const { first, others } = stepsOf(shelter, hasRole(session, 'DUTY_OFFICER'));
  const busy = instruct.isPending || say.isPending || confirm.isPending;

  const take = (step: Step) => {
    switch (step) {
      case 'INSTRUCT':
        return instruct.mutate([shelter.id]);
      case 'OPEN':
      case 'REOPEN':
        return say.mutate({ step: 'OPEN' });
      case 'STILL_CORRECT':
        return confirm.mutate();
      case 'INSPECT':
      case 'CANNOT_OPEN':
      case 'BEGIN_CLOSING':
      case 'CLOSE':
      case 'WITHDRAW':
        return setAsking(step);
    }
  };
  if (asking === 'INSPECT')
    return (
      <Inspect
        busy={busy}
        error={say.error}
        onCancel={() => setAsking(null)}
        onFound={(checks) => say.mutate({ step: 'INSPECT', checks }, { onSuccess: () => setAsking(null) })}
      />
    );
  if (asking !== null)
    return (
      <WithNote
        step={asking}
        people={shelter.people}
        busy={busy}
        error={say.error}
        onCancel={() => setAsking(null)}
        onSaid={(step, note) => say.mutate({ step, ...(note && { note }) }, { onSuccess: () => setAsking(null) })}
      />
    );
  return (
    <div className={styles.stack}>
      <p>{texts.now[shelter.state]}</p>
      {shelter.state === 'INSPECTED' && shelter.inspection && !shelter.inspection.safe && (
        <Notice tone="caution">{texts.unsafe}</Notice>
      )}
      {first && (
        <div>
          <Button look="primary" large busy={busy} onClick={() => take(first)}>
            {texts.steps[first]}
          </Button>
        </div>
      )}
      {confirm.isSuccess && <Notice tone="success">{texts.confirmed}</Notice>}
      <ProblemNotice error={instruct.error ?? say.error ?? confirm.error} />
      {others.length > 0 && (
        <div className={styles.buttons}>
          {others.map((step) => (
            <Button key={step} busy={busy} onClick={() => take(step)}>
              {texts.steps[step]}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
