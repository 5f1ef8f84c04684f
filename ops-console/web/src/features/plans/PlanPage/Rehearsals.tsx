import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { dayOf } from '../../../time/clock';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { writeDay } from '../../../time/era';
import type { Plan, PlanRehearsal } from '../plan';
import { Count, Day, Words } from '../PlanForm/controls';
import styles from '../plans.module.css';
import { useRehearse, useReview } from '../queries';

interface Props {
  plan: Plan;
  dirty: boolean;
  onChanged: () => void;
}

/** When the plan was tried, and the word that it still holds. */
export function Rehearsals({ plan, dirty, onChanged }: Props) {
  const texts = useTexts().plans;
  const [recording, setRecording] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const done = () => {
    setRecording(false);
    setReviewing(false);
    onChanged();
  };
  return (
    <div className={styles.stack}>
      <strong>{texts.review.rehearsals}</strong>
      {plan.rehearsals.length === 0 ? (
        <p className="soft">{texts.review.never}</p>
      ) : (
        <ul>
          {plan.rehearsals.map((each) => (
            <li key={each.id}>
              {writeDay(each.on)} {each.minutes !== undefined && texts.places.minutesValue(each.minutes)} {each.remark}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.row}>
        <Button icon="pen" aria-disabled={dirty} onClick={() => !dirty && setRecording(true)}>
          {texts.review.rehearse}
        </Button>
        {plan.state !== 'DRAFT' && (
          <Button icon="check" aria-disabled={dirty} onClick={() => !dirty && setReviewing(true)}>
            {texts.review.still}
          </Button>
        )}
      </div>
      {recording && <RehearsalDialog plan={plan} onClose={() => setRecording(false)} onDone={done} />}
      {reviewing && <ReviewDialog plan={plan} onClose={() => setReviewing(false)} onDone={done} />}
    </div>
  );
}

interface DialogProps {
  plan: Plan;
  onClose: () => void;
  onDone: () => void;
}

function RehearsalDialog({ plan, onClose, onDone }: DialogProps) {
  const all = useTexts();
  const texts = all.plans.review;
  const rehearse = useRehearse(plan.id);
  const [tried, setTried] = useState<PlanRehearsal>(() => ({ id: crypto.randomUUID(), on: dayOf(new Date()) }));
  const submit = async () => {
    if (rehearse.isPending || tried.on === '') return;
    const { remark, ...rest } = tried;
    await rehearse.mutateAsync(remark ? { ...rest, remark } : rest).then(onDone, () => {});
  };
  return (
    <Dialog title={texts.rehearse} onClose={onClose}>
      <div className={styles.stack}>
        <Day label={texts.rehearsedOn} value={tried.on} onChange={(on) => setTried({ ...tried, on })} />
        <Count
          label={texts.minutes}
          value={tried.minutes}
          min={1}
          max={1440}
          onChange={(minutes) => {
            const { minutes: _, ...rest } = tried;
            setTried(minutes === undefined ? rest : { ...rest, minutes });
          }}
        />
        <Words
          label={texts.remark}
          value={tried.remark}
          most={1000}
          lines
          onChange={(remark) => setTried({ ...tried, remark })}
        />
        <ProblemNotice error={rehearse.error} />
      </div>
      <DialogButtons>
        <Button onClick={onClose}>{all.common.cancel}</Button>
        <Button look="primary" busy={rehearse.isPending} onClick={() => void submit()}>
          {texts.record}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

function ReviewDialog({ plan, onClose, onDone }: DialogProps) {
  const all = useTexts();
  const texts = all.plans.review;
  const review = useReview(plan.id);
  const [nextReview, setNextReview] = useState(inAYear);
  const submit = async () => {
    if (review.isPending || nextReview === '') return;
    await review.mutateAsync({ version: plan.version, nextReview }).then(onDone, () => {});
  };
  return (
    <Dialog title={texts.still} onClose={onClose}>
      <div className={styles.stack}>
        <Day label={texts.next} value={nextReview} onChange={setNextReview} />
        <ProblemNotice error={review.error} />
      </div>
      <DialogButtons>
        <Button onClick={onClose}>{all.common.cancel}</Button>
        <Button look="primary" busy={review.isPending} onClick={() => void submit()}>
          {texts.record}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}

const year = 365 * 86_400_000;

function inAYear(): string {
  return dayOf(new Date(Date.now() + year));
}
