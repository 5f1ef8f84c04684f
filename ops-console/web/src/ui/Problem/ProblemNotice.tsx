import { Problem } from '../../api/problem';
import { useTexts } from '../../i18n/language';
import { Button } from '../Button/Button';
import { Notice } from '../Notice/Notice';

interface Props {
  error: unknown;
  /** Asks again for what could not be loaded. */
  onRetry?: () => void;
}

/** What happened, what was kept, what to do: in the hub's words, or that there was no answer. */
export function ProblemNotice({ error, onRetry }: Props) {
  const texts = useTexts();
  if (!error) return null;
  const problem = Problem.of(error).document;
  return (
    <Notice tone="failure" assertive title={problem?.title ?? texts.problem.noAnswer}>
      <p>{problem ? problem.detail : onRetry ? texts.problem.loadFailed : texts.problem.noAnswerWhat}</p>
      {problem?.whatToDo && <p>{problem.whatToDo}</p>}
      {(problem?.fields ?? []).length > 0 && (
        <ul>
          {problem?.fields?.map((field) => (
            <li key={field.field}>{field.message}</li>
          ))}
        </ul>
      )}
      {onRetry && (
        <div>
          <Button onClick={onRetry}>{texts.common.retry}</Button>
        </div>
      )}
    </Notice>
  );
}
