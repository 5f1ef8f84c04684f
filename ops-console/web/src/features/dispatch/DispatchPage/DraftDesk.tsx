import { useEffect, useState } from 'react';
import type { Dispatch, DispatchEdit } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Notice } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { useSession } from '../../session/session';
import { DraftActions } from '../DraftActions/DraftActions';
import { DraftEditor } from '../DraftEditor/DraftEditor';
import { Previews } from '../Previews/Previews';
import { changedSinceSeen, isEdited, type Part, rememberSeen } from '../seen';
import { ChangeNotice } from './ChangeNotice';
import styles from './DispatchPage.module.css';
import { SourcePanel } from './SourcePanel';

/** The desk: what arrived, what is said, how it will look and sound. */
export function DraftDesk({ dispatch }: { dispatch: Dispatch }) {
  const texts = useTexts();
  const changed = useChangedSinceSeen(dispatch);
  const [edit, setEdit] = useState<DispatchEdit>(() => editOf(dispatch));
  const [saved, setSaved] = useState(false);
  const dirty = isEdited(edit, dispatch);
  const overtaken = dirty && edit.version !== dispatch.version;
  const editable = dispatch.allowedActions.includes('EDIT');

  // While nothing is typed the desk follows what others save; typed words are never replaced.
  const behind = !dirty && edit.version !== dispatch.version;
  if (behind) setEdit(editOf(dispatch));
  const [base, setBase] = useState(dispatch);
  if (base.version !== dispatch.version && !isEdited(edit, base)) {
    setBase(dispatch);
    setEdit(editOf(dispatch));
  }

  return (
    <>
      <Situation dispatch={dispatch} />
      {overtaken && (
        <Notice tone="caution" title={texts.dispatch.stale}>
          <div>
            <Button onClick={() => setEdit(editOf(dispatch))}>{texts.dispatch.loadLatest}</Button>
          </div>
        </Notice>
      )}
      <div className={styles.desk}>
        <SourcePanel dispatch={dispatch} />
        <Panel title={texts.dispatch.message}>
          <DraftEditor
            dispatch={dispatch}
            edit={edit}
            changed={changed}
            editable={editable}
            onEdit={(next) => {
              setSaved(false);
              setEdit(next);
            }}
          />
        </Panel>
        <Panel title={texts.dispatch.previews}>
          {dirty && (
            <Notice tone="caution">
              <p>{texts.dispatch.unsaved}</p>
            </Notice>
          )}
          <Previews dispatch={dispatch} />
        </Panel>
      </div>
      <div role="status">{saved && !dirty && <p className={styles.savedWord}>{texts.common.saved}</p>}</div>
      <DraftActions
        dispatch={dispatch}
        unsaved={dirty ? edit : null}
        onSaved={() => setSaved(true)}
        onRevert={() => setEdit(editOf(dispatch))}
      />
    </>
  );
}

/** What everybody has to know before reading on. */
function Situation({ dispatch }: { dispatch: Dispatch }) {
  const texts = useTexts();
  const { change, faults } = dispatch;
  return (
    <div className={styles.notices}>
      {change && <ChangeNotice change={change} />}
      {dispatch.sentBackReason && dispatch.state === 'SENT_BACK' && (
        <Notice tone="caution" title={texts.dispatch.sentBackBecause(dispatch.sentBackReason)} />
      )}
      {faults.length > 0 && (
        <Notice tone="caution" title={texts.dispatch.faults}>
          <ul>
            {faults.map((fault) => (
              <li key={fault.code}>
                <strong>{fault.title}</strong> {fault.whatToDo}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function editOf(dispatch: Dispatch): DispatchEdit {
  return {
    version: dispatch.version,
    title: dispatch.title,
    texts: dispatch.texts,
    media: dispatch.media,
    audience: dispatch.audience,
    ...(dispatch.siren && { siren: dispatch.siren }),
    expiresAt: dispatch.expiresAt,
  };
}

/** What differs from the last visit, fixed while this visit lasts. */
function useChangedSinceSeen(dispatch: Dispatch): ReadonlySet<Part> {
  const { account } = useSession();
  const [changed] = useState(() => changedSinceSeen(dispatch, account));
  useEffect(() => rememberSeen(dispatch, account), [dispatch, account]);
  return changed;
}
