import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Dispatch, DispatchEdit } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { useSession } from '../../session/session';
import { useStep } from '../actions';
import { ConfirmDialog } from '../ConfirmDialog/ConfirmDialog';
import { sendLabel } from '../people';
import { ReasonDialog } from '../ReasonDialog/ReasonDialog';
import styles from './DraftActions.module.css';

type Asked = 'approve' | 'sendBack' | 'discard' | null;

interface Props {
  dispatch: Dispatch;
  /** The changes not yet saved, null when there are none. */
  unsaved: DispatchEdit | null;
  onSaved: () => void;
  onRevert: () => void;
}

/** What this person can do with the draft now: one primary action, named by what happens. */
export function DraftActions({ dispatch, unsaved, onSaved, onRevert }: Props) {
  const texts = useTexts();
  const session = useSession();
  const [, go] = useLocation();
  const [asked, setAsked] = useState<Asked>(null);
  const step = useStep(dispatch, (_, taken) => {
    setAsked(null);
    if (taken.do === 'edit') onSaved();
    if (taken.do === 'discard') go('/dispatches');
  });
  const can = (action: Dispatch['allowedActions'][number]) => dispatch.allowedActions.includes(action);
  const ask = (what: Asked) => {
    step.reset();
    setAsked(what);
  };
  const send = sendLabel(texts, dispatch);
  const blocked = dispatch.faults.length > 0;
  const word = dispatch.confirmation;
  const approve = () => (word ? ask('approve') : step.mutate({ do: 'approve', confirmation: '' }));

  return (
    <div className={styles.actions}>
      {!asked && <ProblemNotice error={step.error} />}
      {dispatch.state === 'AWAITING_APPROVAL' && !can('APPROVE') && (
        <p className={styles.explanation}>
          {dispatch.author === session.account ? texts.dispatch.waitingForOther : texts.dispatch.waitingForApprover}
        </p>
      )}
      <div className={styles.row}>
        {unsaved ? (
          <>
            <Button onClick={onRevert}>{texts.dispatch.revert}</Button>
            <Button
              look="primary"
              large
              busy={step.isPending}
              onClick={() => step.mutate({ do: 'edit', edit: unsaved })}
            >
              {texts.common.save}
            </Button>
          </>
        ) : (
          <>
            {can('DISCARD') && (
              <Button look="danger" onClick={() => ask('discard')}>
                {texts.dispatch.discard}
              </Button>
            )}
            {can('SEND_BACK') && <Button onClick={() => ask('sendBack')}>{texts.dispatch.sendBack}</Button>}
            {can('APPROVE') && (
              <Button look="primary" large busy={step.isPending} disabled={blocked} onClick={approve}>
                {send}
              </Button>
            )}
            {can('REQUEST_APPROVAL') && (
              <Button
                look={can('APPROVE') ? 'plain' : 'primary'}
                large
                busy={step.isPending}
                onClick={() => step.mutate({ do: 'request' })}
              >
                {texts.dispatch.requestApproval}
              </Button>
            )}
          </>
        )}
      </div>
      {asked === 'approve' && word && (
        <ConfirmDialog
          action={send}
          word={word}
          summary={dispatch.title}
          busy={step.isPending}
          error={step.error}
          onGo={(confirmation) => step.mutate({ do: 'approve', confirmation })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'sendBack' && (
        <ReasonDialog
          title={texts.dispatch.sendBackTitle}
          label={texts.dispatch.reason}
          action={texts.dispatch.sendBack}
          busy={step.isPending}
          error={step.error}
          onGo={(reason) => step.mutate({ do: 'sendBack', reason })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'discard' && (
        <Dialog title={texts.dispatch.discardTitle} onClose={() => setAsked(null)}>
          <p>{texts.dispatch.discardWhat}</p>
          <ProblemNotice error={step.error} />
          <DialogButtons>
            <Button onClick={() => setAsked(null)}>{texts.common.cancel}</Button>
            <Button look="danger" busy={step.isPending} onClick={() => step.mutate({ do: 'discard' })}>
              {texts.dispatch.discard}
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </div>
  );
}
