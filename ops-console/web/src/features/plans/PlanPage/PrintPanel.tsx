import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import type { Look } from '../../register/Look/look';
import { isComplete, PaperFor, readerOf, saveFile } from '../PaperFor';
import type { Plan } from '../plan';
import styles from '../plans.module.css';
import { usePrint } from '../queries';

interface Props {
  look: Look;
  plan: Plan;
  /** While something is not saved the paper would not say it. */
  blocked: boolean;
}

/** The plan on one sheet. It goes into the ledger under its number, so that it can be called back. */
export function PrintPanel({ look, plan, blocked }: Props) {
  const texts = useTexts().plans;
  const [reader, setReader] = useState(() =>
    readerOf(plan.content.nextReview, texts.sections.person, texts.print.purpose),
  );
  const print = usePrint(look, plan.id);
  const idle = blocked || !isComplete(reader);
  const start = () => {
    if (!idle) print.mutate(reader, { onSuccess: (file) => saveFile(file, `plan-${plan.id.slice(0, 8)}.pdf`) });
  };
  return (
    <Panel title={texts.print.title}>
      <div className={styles.stack}>
        <PaperFor reader={reader} look={look} onChange={setReader} />
        <div>
          <Button icon="download" busy={print.isPending} aria-disabled={idle} onClick={start}>
            {texts.print.button}
          </Button>
        </div>
        {blocked && <span>{texts.consent.saveFirst}</span>}
        {print.isSuccess && <span role="status">{texts.print.done}</span>}
        <ProblemNotice error={print.error} />
      </div>
    </Panel>
  );
}
