import { useState } from 'react';
import { useLocation } from 'wouter';
import { useBoard } from '../../../api/queries';
import type { Board, BoardRow, Dispatch } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { useStep } from '../actions';
import { ReasonDialog } from '../ReasonDialog/ReasonDialog';
import styles from './Board.module.css';
import { MediumRow } from './MediumRow';

/** What each medium really answered so far, and the way to put a mistake right. */
export function BoardPanel({ dispatch }: { dispatch: Dispatch }) {
  const texts = useTexts();
  const board = useBoard(dispatch.id);
  return (
    <Panel title={texts.board.title} aside={board.data && <AsOf at={board.data.asOf} freshFor={30} />}>
      {board.error && <ProblemNotice error={board.error} onRetry={() => void board.refetch()} />}
      {board.isPending && <Skeleton rows={4} />}
      {board.data && <Rows board={board.data} />}
      {dispatch.allowedActions.includes('CORRECT') && <Correction dispatch={dispatch} />}
    </Panel>
  );
}

function Rows({ board }: { board: Board }) {
  const texts = useTexts();
  return (
    <>
      <Announcer rows={board.media} />
      <div className={styles.rows} role="table" aria-label={texts.board.title}>
        <div role="rowgroup" className="visually-hidden">
          <div role="row">
            {[
              texts.board.medium,
              texts.board.total,
              texts.board.handedOver,
              texts.board.accepted,
              texts.board.refused,
              texts.board.unknown,
              texts.board.waiting,
              texts.board.first,
              texts.board.last,
              texts.board.deadline,
              texts.board.reasons,
            ].map((name) => (
              <span key={name} role="columnheader">
                {name}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {board.media.map((row) => (
            <MediumRow key={row.medium} row={row} />
          ))}
        </div>
      </div>
      <p className="soft small">
        {texts.board.acceptedMeans}
        {board.media.some((row) => row.unknown > 0) && ` ${texts.board.unknownMeans}`}
      </p>
    </>
  );
}

/** Tells listeners of each medium that is through; not of every figure that moves. */
function Announcer({ rows }: { rows: readonly BoardRow[] }) {
  const texts = useTexts();
  const through = rows.filter((row) => row.waiting === 0 && row.recipients > 0);
  return (
    <p role="status" className="visually-hidden">
      {through.map((row) => `${texts.medium[row.medium]} ${texts.board.done}`).join(' ')}
    </p>
  );
}

function Correction({ dispatch }: { dispatch: Dispatch }) {
  const texts = useTexts();
  const [, go] = useLocation();
  const [asked, setAsked] = useState(false);
  const step = useStep(dispatch, (draft) => go(`/dispatches/${draft.id}`));
  return (
    <>
      <p className={styles.correct}>
        <Button icon="pen" onClick={() => setAsked(true)}>
          {texts.board.correct}
        </Button>
      </p>
      {asked && (
        <ReasonDialog
          title={texts.board.correctTitle}
          label={texts.board.correctTruth}
          action={texts.board.correctMake}
          optional={dispatch.change !== undefined}
          busy={step.isPending}
          error={step.error}
          hint={dispatch.change ? texts.board.correctHint : ''}
          onGo={(truth) => step.mutate({ do: 'correct', truth })}
          onClose={() => setAsked(false)}
        >
          <p>{texts.board.correctWhat}</p>
        </ReasonDialog>
      )}
    </>
  );
}
