import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { dayOf } from '../../../time/clock';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { StatusMark } from '../../../ui/StatusMark/StatusMark';
import { ConsentMark } from '../../register/ConsentMark';
import type { Plan, PlanAgreement } from '../plan';
import { Day, OneOf, Words } from '../PlanForm/controls';
import styles from '../plans.module.css';
import { useAgree } from '../queries';

interface Props {
  plan: Plan;
  dirty: boolean;
  onChanged: () => void;
}

/** Who answered what: the person three times, each of those who help once. No answer is not a yes. */
export function ConsentPanel({ plan, dirty, onChanged }: Props) {
  const { consent: texts, sections } = useTexts().plans;
  const [agreeing, setAgreeing] = useState(false);
  return (
    <Panel title={sections.consent}>
      <div className={styles.stack}>
        <dl className={styles.facts}>
          <dt>{texts.registerProvision}</dt>
          <dd>
            <ConsentMark answer={plan.consents.registerProvision} />
          </dd>
          <dt>{texts.planMaking}</dt>
          <dd>
            <ConsentMark answer={plan.consents.planMaking} />
          </dd>
          <dt>{texts.planProvision}</dt>
          <dd>
            <ConsentMark answer={plan.consents.planProvision} />
          </dd>
          {plan.supporters.map(({ id, entry }) => (
            <HelperAnswer key={id} name={texts.supporter(entry.name)} answer={entry.consent} />
          ))}
        </dl>
        <StatusMark status={plan.provision.allowed ? 'success' : 'off'}>
          {plan.provision.allowed ? texts.allowed : texts.notAllowed}
        </StatusMark>
        <p className="small">{texts.rule}</p>
        <div className={styles.row}>
          <Button icon="check" aria-disabled={dirty} onClick={() => !dirty && setAgreeing(true)}>
            {texts.agree}
          </Button>
          {dirty && <span>{texts.saveFirst}</span>}
        </div>
      </div>
      {agreeing && (
        <AgreeDialog
          plan={plan}
          onClose={() => setAgreeing(false)}
          onAgreed={() => {
            setAgreeing(false);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}

function HelperAnswer({ name, answer }: { name: string; answer: Plan['consents']['planMaking'] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <ConsentMark answer={answer} />
      </dd>
    </>
  );
}

const provisions = ['UNANSWERED', 'GIVEN', 'REFUSED'] as const;

function AgreeDialog({ plan, onClose, onAgreed }: { plan: Plan; onClose: () => void; onAgreed: () => void }) {
  const all = useTexts();
  const texts = all.plans.consent;
  const agree = useAgree(plan.id);
  const [agreement, setAgreement] = useState<PlanAgreement>({
    version: plan.version,
    on: dayOf(new Date()),
    method: 'VISIT',
    provision: 'UNANSWERED',
  });
  const set = (change: Partial<PlanAgreement>) => setAgreement({ ...agreement, ...change });
  const names = Object.fromEntries(provisions.map((each) => [each, texts.answers[each]])) as Record<
    (typeof provisions)[number],
    string
  >;
  const submit = async () => {
    if (agree.isPending || agreement.on === '') return;
    const filled = Object.fromEntries(Object.entries(agreement).filter(([, value]) => value !== '')) as PlanAgreement;
    await agree.mutateAsync(filled).then(onAgreed, () => {});
  };
  return (
    <Dialog title={texts.agree} onClose={onClose}>
      <div className={styles.stack}>
        <p>{texts.agreeWhat}</p>
        <Day label={texts.on} value={agreement.on} onChange={(on) => set({ on })} />
        <OneOf
          label={texts.method}
          value={agreement.method}
          names={texts.methods}
          onChange={(method) => set({ method })}
        />
        <Words label={texts.proxy} value={agreement.proxy} most={100} onChange={(proxy) => set({ proxy })} />
        <Words
          label={texts.evidence}
          value={agreement.evidence}
          most={200}
          onChange={(evidence) => set({ evidence })}
        />
        <OneOf
          label={texts.provision}
          value={agreement.provision ?? 'UNANSWERED'}
          names={names}
          onChange={(provision) => set({ provision })}
        />
        <ProblemNotice error={agree.error} />
      </div>
      <DialogButtons>
        <Button onClick={onClose}>{all.common.cancel}</Button>
        <Button look="primary" busy={agree.isPending} onClick={() => void submit()}>
          {texts.record(plan.version)}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
