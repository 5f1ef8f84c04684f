import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import type { Look } from '../../register/Look/look';
import { linesOf, Side } from '../Conflict';
import { differences, type Part, parts, type Plan, type PlanContent } from '../plan';
import styles from '../plans.module.css';
import { usePlanVersion } from '../queries';

/** Every version there was; each can be opened to read, beside the plan as it is. */
export function Versions({ look, plan }: { look: Look; plan: Plan }) {
  const texts = useTexts().plans.page;
  const [opened, setOpened] = useState<number | null>(null);
  return (
    <Panel title={texts.versions}>
      <ul className={styles.list}>
        {plan.versions.map((each) => (
          <li key={each.version}>
            {texts.version(each.version)} {texts.changes[each.change]} <At at={each.at} />{' '}
            <span className="soft">{each.by}</span>
            {each.version !== plan.version && (
              <Button look="quiet" onClick={() => setOpened(each.version)}>
                {texts.openVersion(each.version)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {opened !== null && <Former look={look} plan={plan} version={opened} onClose={() => setOpened(null)} />}
    </Panel>
  );
}

interface FormerProps {
  look: Look;
  plan: Plan;
  version: number;
  onClose: () => void;
}

function Former({ look, plan, version, onClose }: FormerProps) {
  const texts = useTexts().plans.page;
  const former = usePlanVersion(look, plan.id, version);
  return (
    <Dialog title={texts.versionTitle(version)} onClose={onClose}>
      {former.isPending && <Skeleton rows={6} />}
      <ProblemNotice error={former.error} />
      {former.data && <Beside plan={plan} former={former.data} version={version} />}
      <DialogButtons>
        <Button look="primary" onClick={onClose}>
          {texts.close}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function Beside({ plan, former, version }: { plan: Plan; former: PlanContent; version: number }) {
  const all = useTexts();
  const texts = all.plans;
  const differing = differences(former, plan.content);
  return (
    <div className={styles.stack}>
      <p role="status">{differing.length === 0 ? texts.page.sameAsNow : texts.page.differs(differing.length)}</p>
      {(Object.keys(parts) as Part[]).map((part) => (
        <section key={part} className={styles.card} aria-label={texts.conflict.parts[part]}>
          <strong>{texts.conflict.parts[part]}</strong>
          <div className={styles.sides}>
            <Side title={texts.page.version(version)} lines={linesOf(all, part, former, plan.supporters)} />
            {differing.includes(part) && (
              <Side title={texts.conflict.theirs} lines={linesOf(all, part, plan.content, plan.supporters)} />
            )}
          </div>
        </section>
      ))}
    </div>
  );
}
