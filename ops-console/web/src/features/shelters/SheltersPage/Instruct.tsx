import type { Shelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Notice } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { useInstruct } from '../queries';
import styles from '../shelters.module.css';

/** Tells the chosen shelters to open, and says of each that was not why. */
export function Instruct({ shelters, onDone }: { shelters: readonly Shelter[]; onDone: () => void }) {
  const texts = useTexts().shelters;
  const instruct = useInstruct();
  const done = instruct.data;
  return (
    <div className={styles.bar} data-stands={shelters.length > 0 || undefined}>
      {shelters.length > 0 && (
        <Button
          look="primary"
          busy={instruct.isPending}
          onClick={() =>
            instruct.mutate(
              shelters.map(({ id }) => id),
              { onSuccess: onDone },
            )
          }
        >
          {texts.instruct(shelters.length)}
        </Button>
      )}
      <ProblemNotice error={instruct.error} />
      {shelters.length === 0 && done && done.instructed.length > 0 && (
        <Notice tone="success">{texts.instructed(done.instructed.length)}</Notice>
      )}
      {done && done.refused.length > 0 && (
        <Notice tone="caution" title={texts.notInstructed}>
          <ul>
            {done.refused.map(({ shelter, name, reason }) => (
              <li key={shelter}>
                {name}: {reason}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
