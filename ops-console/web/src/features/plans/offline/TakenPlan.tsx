import { useRef, useState } from 'react';
import { Problem } from '../../../api/problem';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Notice } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Conflict } from '../Conflict';
import { isNamed, type Plan, type PlanContent, tidied } from '../plan';
import { PlanForm } from '../PlanForm/PlanForm';
import styles from '../plans.module.css';
import { fetchPlan, savePlan } from '../queries';
import { device } from './device';
import type { Taken } from './vault';

/** For the look that lays a plan written elsewhere beside the one on the device. */
const planning = { purpose: 'PLANNING', basis: 'PLAN_MAKING' } as const;

/** A plan on the device. Every change is sealed and kept at once; sent, it leaves the device. */
export function TakenPlan({ start, connected }: { start: Taken; connected: boolean }) {
  const all = useTexts().plans;
  const texts = all.device;
  const [taken, setTaken] = useState(start);
  const [kept, setKept] = useState<'nothing' | 'kept' | 'failed'>('nothing');
  const [theirs, setTheirs] = useState<Plan | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const writing = useRef<Promise<void>>(Promise.resolve());

  const keep = (next: Taken): Promise<void> => {
    setTaken(next);
    // One after the other: an older writing must not overtake a newer one.
    writing.current = writing.current
      .catch(() => {})
      .then(() => device.write(next))
      .then(
        () => setKept('kept'),
        () => setKept('failed'),
      );
    return writing.current;
  };
  const change = (content: PlanContent) => void keep({ ...taken, content, draftId: crypto.randomUUID() });
  const send = async (draft: Taken) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    await writing.current;
    const { plan, draftId, baseVersion, content } = draft;
    try {
      const body = { id: draftId, person: plan.person.id, hazard: plan.hazard, baseVersion, content: tidied(content) };
      await savePlan(plan.id, body);
      await device.remove(plan.id);
    } catch (problem) {
      setError(problem);
      if (Problem.of(problem).status === 409) await fetchPlan(planning, plan.id).then(setTheirs, () => {});
    } finally {
      setBusy(false);
    }
  };
  const settle = async (theirPlan: Plan, content: PlanContent) => {
    const next = { ...taken, content, baseVersion: theirPlan.version, draftId: crypto.randomUUID() };
    await keep(next);
    setTheirs(null);
    await send(next);
  };

  if (theirs) {
    return (
      <Conflict
        base={taken.plan.content}
        mine={taken.content}
        theirs={theirs.content}
        known={[...taken.supporters, ...theirs.supporters]}
        busy={busy}
        onSettle={(content) => void settle(theirs, content)}
      />
    );
  }
  const named = isNamed(taken.content.destinations[0]) && taken.content.nextReview !== '';
  return (
    <>
      <Notice tone="info" title={texts.unchecked} />
      <PlanForm
        content={taken.content}
        surroundings={taken.plan}
        proposal={taken.proposal}
        known={taken.supporters}
        opened={taken.baseVersion === 0}
        offline
        showErrors={!named}
        onChange={change}
        addHelper={<KnownHelpers taken={taken} onChange={change} />}
      />
      <div className={styles.bar}>
        {kept === 'kept' && <span role="status">{texts.savedHere}</span>}
        {kept === 'failed' && <Notice tone="failure" assertive title={texts.notSavedHere} />}
        {connected ? (
          <Button look="primary" busy={busy} aria-disabled={!named} onClick={() => named && void send(taken)}>
            {texts.send}
          </Button>
        ) : (
          <span>{texts.signInToSend}</span>
        )}
        <ProblemNotice error={error} />
      </div>
    </>
  );
}

/** Those who were known when the plan was taken along. */
function KnownHelpers({ taken, onChange }: { taken: Taken; onChange: (content: PlanContent) => void }) {
  const texts = useTexts().plans.helpers;
  const { content, supporters } = taken;
  const free = supporters.filter(
    ({ id, entry }) => !entry.gone && !content.supporters.some(({ supporter }) => supporter === id),
  );
  return (
    <div className={styles.card}>
      <strong>{texts.add}</strong>
      <div className={styles.row}>
        {free.map(({ id, entry }) => (
          <Button
            key={id}
            onClick={() =>
              onChange({ ...content, supporters: [...content.supporters, { supporter: id, role: 'ACCOMPANY' }] })
            }
          >
            {texts.addThis(entry.name)}
          </Button>
        ))}
      </div>
      <span className="soft small">{texts.offline}</span>
    </div>
  );
}
