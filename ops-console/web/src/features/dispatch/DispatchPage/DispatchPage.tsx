import { Link } from 'wouter';
import { useDispatch } from '../../../api/queries';
import type { Dispatch } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { At } from '../../../ui/AsOf/AsOf';
import { Icon } from '../../../ui/Icon/Icon';
import { LevelBadge, toLevel } from '../../../ui/LevelBadge/LevelBadge';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { useSession } from '../../session/session';
import { BoardPanel } from '../Board/BoardPanel';
import { DispatchStateMark } from '../DispatchStateMark';
import { authorText } from '../people';
import { Previews } from '../Previews/Previews';
import styles from './DispatchPage.module.css';
import { DraftDesk } from './DraftDesk';
import { SourcePanel } from './SourcePanel';

/** One dispatch: a desk while it is a draft, a board once it is sent. */
export function DispatchPage({ dispatchId }: { dispatchId: string }) {
  const texts = useTexts();
  const session = useSession();
  const dispatch = useDispatch(dispatchId);
  usePageTitle(dispatch.data?.title ?? texts.dispatch.title, session.mode);
  return (
    <>
      <Link href="/dispatches" className={styles.back}>
        <Icon name="back" size={18} />
        {texts.common.back}
      </Link>
      {dispatch.error && <ProblemNotice error={dispatch.error} onRetry={() => void dispatch.refetch()} />}
      {dispatch.data && (
        <>
          <Head dispatch={dispatch.data} />
          {dispatch.data.state === 'APPROVED' ? (
            <Sent dispatch={dispatch.data} />
          ) : (
            <DraftDesk key={dispatch.data.id} dispatch={dispatch.data} />
          )}
        </>
      )}
      {dispatch.isPending && <Skeleton rows={8} />}
    </>
  );
}

function Head({ dispatch }: { dispatch: Dispatch }) {
  const texts = useTexts();
  const level = toLevel(dispatch.level);
  return (
    <header className={styles.head}>
      <h1>{dispatch.title}</h1>
      <p className={styles.facts}>
        {level && <LevelBadge level={level} name={`${texts.level.number(level)} ${texts.hazard[dispatch.hazard]}`} />}
        {!level && <strong>{texts.hazard[dispatch.hazard]}</strong>}
        <DispatchStateMark state={dispatch.state} reach={dispatch.reach} />
        {dispatch.corrects && <strong>{texts.dispatch.correction}</strong>}
        <span>{texts.dispatch.numbered(dispatch.number)}</span>
        <span>
          {texts.dispatch.madeBy(authorText(texts, dispatch))} <At at={dispatch.createdAt} />
        </span>
        {dispatch.approverName && dispatch.approvedAt && (
          <span>
            {texts.dispatch.approvedBy(dispatch.approverName)} <At at={dispatch.approvedAt} seconds />
          </span>
        )}
      </p>
    </header>
  );
}

function Sent({ dispatch }: { dispatch: Dispatch }) {
  const texts = useTexts();
  return (
    <div className={styles.sent}>
      <BoardPanel dispatch={dispatch} />
      <div className={styles.pair}>
        <Panel title={texts.board.sentWhat}>
          <Previews dispatch={dispatch} />
        </Panel>
        <SourcePanel dispatch={dispatch} />
      </div>
    </div>
  );
}
