import { useMutation } from '@tanstack/react-query';
import { contentOf, hub } from '../../../api/client';
import type { Verification } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Notice } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';

/** Recomputes the chain on demand and says whether a line was altered. */
export function ChainCheck() {
  const texts = useTexts();
  const check = useMutation({ mutationFn: () => contentOf(hub.GET('/chronology/verification')) });
  return (
    <>
      <Button icon="link" busy={check.isPending} onClick={() => check.mutate()}>
        {check.isPending ? texts.chronology.verifying : texts.chronology.verify}
      </Button>
      {check.data && <Result verification={check.data} />}
      <ProblemNotice error={check.error} />
    </>
  );
}

function Result({ verification }: { verification: Verification }) {
  const texts = useTexts();
  return verification.intact ? (
    <Notice tone="success" title={texts.chronology.intact(verification.lines ?? 0)}>
      {verification.lastHash && (
        <p className="small">
          {texts.chronology.lastHash} <code>{verification.lastHash}</code>
        </p>
      )}
      <AsOf at={verification.asOf} freshFor={600} />
    </Notice>
  ) : (
    <Notice tone="failure" assertive title={texts.chronology.broken(verification.brokenAt ?? 0)}>
      {verification.flaw && <p>{texts.chronology.flaw[verification.flaw]}</p>}
      <p>{texts.chronology.brokenWhat}</p>
      <AsOf at={verification.asOf} freshFor={600} />
    </Notice>
  );
}
