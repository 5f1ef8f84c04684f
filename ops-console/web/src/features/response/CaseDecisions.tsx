import type { CaseDecision, ResponseCase } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Notice } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { useDecision } from './queries';
import room from './response.module.css';

type Decision = CaseDecision['decision'];

const open: readonly Decision[] = [
  'CALLED_IN_VAIN',
  'VISITED_IN_VAIN',
  'HANDED_TO_FIRE',
  'HANDED_TO_POLICE',
  'SAFE_ASSUMED',
  'ASK_AGAIN',
];

/** What staff found or decided, one press each; a wrong one is taken back by the next. */
export function CaseDecisions({ found }: { found: ResponseCase }) {
  const texts = useTexts().response.decisions;
  const decision = useDecision(found.line.id);
  const safe = found.line.state === 'SAFE';
  return (
    <Panel title={texts.title}>
      <div className={room.buttons}>
        {(!safe || found.line.strength !== 'STAFF_WORD') && found.line.strength !== 'CHECK_IN' && (
          <Button look="primary" icon="check" busy={decision.isPending} onClick={() => decision.mutate('SAFE_SEEN')}>
            {texts.SAFE_SEEN}
          </Button>
        )}
        {(safe ? (['DOUBT'] as const) : open).map((each) => (
          <Button key={each} busy={decision.isPending} onClick={() => decision.mutate(each)}>
            {texts[each]}
          </Button>
        ))}
      </div>
      {!safe && <p className="soft small">{texts.assumedWhat}</p>}
      <ProblemNotice error={decision.error} />
      {decision.isSuccess && <Notice tone="success">{texts.done}</Notice>}
    </Panel>
  );
}
