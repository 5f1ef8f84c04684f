import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Problem } from '../../../api/problem';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Notice } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import type { Look } from '../../register/Look/look';
import { Conflict } from '../Conflict';
import {
  emptyContent,
  isNamed,
  type LoadedSupporter,
  type Plan,
  type PlanContent,
  type PlanHazard,
  type PlanProposal,
  type Surroundings,
  tidied,
} from '../plan';
import { AddHelper } from '../PlanForm/AddHelper';
import { PlanForm } from '../PlanForm/PlanForm';
import styles from '../plans.module.css';
import { fetchPlan, useSavePlan } from '../queries';

interface Props {
  look: Look;
  planId: string;
  hazard: PlanHazard;
  baseVersion: number;
  /** Null for a plan nobody has written yet. */
  content: PlanContent | null;
  surroundings: Surroundings;
  proposal: PlanProposal | null;
  /** Whether saving takes an agreement away. */
  agreed: boolean;
  onDirty?: (dirty: boolean) => void;
  onSaved: () => void;
  consent?: ReactNode;
  danger?: ReactNode;
  review?: ReactNode;
}

/** Where a plan is written with a connection. What was written stays until it was taken in. */
export function PlanDesk(props: Props) {
  const { look, planId, hazard, surroundings, proposal, agreed, onDirty, onSaved } = props;
  const texts = useTexts().plans.page;
  const [start] = useState(
    () => props.content ?? emptyContent(hazard, proposal?.nextReview ?? '', surroundings.person.mobility),
  );
  const [content, setContent] = useState(start);
  const [met, setMet] = useState<readonly LoadedSupporter[]>([]);
  const [tried, setTried] = useState(false);
  const [theirs, setTheirs] = useState<Plan | null>(null);
  const draftId = useRef(crypto.randomUUID());
  const save = useSavePlan(planId);
  const dirty = props.content === null || JSON.stringify(content) !== JSON.stringify(start);
  const known = [...met, ...surroundings.supporters, ...(proposal?.supporters ?? [])];
  const touched = props.content === null ? content !== start : dirty;
  useEffect(() => onDirty?.(touched), [touched, onDirty]);
  useLeaveWarning(dirty && content !== start);

  const change = (next: PlanContent) => {
    // A draft that was handed in without an answer is another one once something was changed.
    draftId.current = crypto.randomUUID();
    setContent(next);
  };
  const submit = async (written: PlanContent, baseVersion: number) => {
    setTried(true);
    if (save.isPending || !isNamed(written.destinations[0]) || written.nextReview === '') return;
    const body = { id: draftId.current, person: surroundings.person.id, hazard, baseVersion, content: tidied(written) };
    try {
      await save.mutateAsync(body);
      onSaved();
    } catch (error) {
      if (Problem.of(error).status === 409) await fetchPlan(look, planId).then(setTheirs, () => {});
    }
  };

  if (theirs) {
    return (
      <Conflict
        base={start}
        mine={content}
        theirs={theirs.content}
        known={[...known, ...theirs.supporters]}
        busy={save.isPending}
        onSettle={(settled) => {
          change(settled);
          void submit(settled, theirs.version);
        }}
      />
    );
  }
  return (
    <div className={styles.sheet}>
      <PlanForm
        content={content}
        surroundings={surroundings}
        proposal={proposal}
        known={known}
        opened={props.content === null}
        showErrors={tried}
        onChange={change}
        addHelper={
          <AddHelper
            look={look}
            district={surroundings.person.district?.code}
            near={proposal?.supporters ?? []}
            chosen={content.supporters.map(({ supporter }) => supporter)}
            onAdd={(added) => {
              setMet([...met, added]);
              change({ ...content, supporters: [...content.supporters, { supporter: added.id, role: 'ACCOMPANY' }] });
            }}
          />
        }
        consent={props.consent}
        danger={props.danger}
        review={props.review}
      />
      {dirty && (
        <div className={styles.bar}>
          <strong>{texts.unsaved}</strong>
          {agreed && <span>{texts.becomesDraft}</span>}
          <Button look="primary" busy={save.isPending} onClick={() => void submit(content, props.baseVersion)}>
            {texts.save}
          </Button>
          {content !== start && (
            <Button look="quiet" onClick={() => change(start)}>
              {texts.discard}
            </Button>
          )}
          {save.error && (
            <div>
              <ProblemNotice error={save.error} />
              <p>{texts.kept}</p>
            </div>
          )}
          {tried && !isNamed(content.destinations[0]) && <Unfilled />}
        </div>
      )}
    </div>
  );
}

function Unfilled() {
  return <Notice tone="failure" assertive title={useTexts().plans.places.nameError} />;
}

function useLeaveWarning(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', ask);
    return () => globalThis.removeEventListener('beforeunload', ask);
  }, [dirty]);
}
