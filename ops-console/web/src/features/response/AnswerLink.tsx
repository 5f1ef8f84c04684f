import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { useAnswerLink } from './reportQueries';

/** The address of a supporter's answer page, for staff who reach them by a way of their own. */
export function AnswerLink({ caseId, taskId }: { caseId: string; taskId: string }) {
  const texts = useTexts().reports;
  const made = useAnswerLink(caseId, taskId);
  return (
    <>
      <Button look="quiet" busy={made.isPending} onClick={() => made.mutate()}>
        {texts.link}
      </Button>
      {made.data && (
        <span role="status">
          <code>{made.data.link}</code> <span className="soft small">{texts.linkWhat}</span>
        </span>
      )}
      <ProblemNotice error={made.error} />
    </>
  );
}
