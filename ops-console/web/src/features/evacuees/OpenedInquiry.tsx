import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Choice, Choices } from '../../ui/Field/Field';
import { Notice } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import { Select } from '../register/PersonPage/ConsentPanel';
import styles from '../register/register.module.css';
import { Age } from './EvacueeTable';
import type { Evacuee } from './evacuee';
import { type Scope, scopesWithin, useAnswerInquiry, useOpenInquiry, type Verdict } from './inquiries';
import { useShelterNames, Where } from './Where';

type Opened = NonNullable<ReturnType<typeof useOpenInquiry>['data']>;

/** One inquiry: what was asked, who may be meant, what may be answered and why. */
export function OpenedInquiry({ inquiryId, onClose }: { inquiryId: string; onClose: () => void }) {
  const texts = useTexts().evacuees.inquiry;
  const open = useOpenInquiry();
  const look = open.mutate;
  useEffect(() => look(inquiryId), [look, inquiryId]);
  return (
    <Panel
      title={open.data ? texts.number(open.data.inquiry.number) : texts.opening}
      aside={<Button onClick={onClose}>{texts.close}</Button>}
    >
      <ProblemNotice error={open.error} />
      {open.isPending && <Skeleton rows={4} />}
      {open.data && (
        <div className={styles.stack}>
          <Question opened={open.data} />
          {open.data.answer === undefined ? (
            <Answer opened={open.data} />
          ) : (
            <Notice tone="info" title={texts.answeredWith}>
              <Words words={open.data.answer} />
            </Notice>
          )}
        </div>
      )}
    </Panel>
  );
}

function Question({ opened: { inquiry, content } }: { opened: Opened }) {
  const texts = useTexts().evacuees.inquiry;
  const lines = [
    [texts.asker, content.asker],
    [texts.askerAddress, content.askerAddress],
    [texts.askerContact, content.askerContact],
    [texts.relation, texts.relations[inquiry.relation]],
    [texts.proof, texts.proofs[inquiry.proof]],
    [texts.name, [content.name, content.kana].filter(Boolean).join(' ')],
    [texts.birth, content.birth],
    [texts.address, content.address],
    [texts.reason, content.reason],
  ] as const;
  return (
    <dl className={styles.facts}>
      {lines
        .filter(([, value]) => value)
        .flatMap(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{value}</dd>])}
    </dl>
  );
}

function Words({ words }: { words: string }) {
  return words.split('\n').map((line) => <p key={line}>{line}</p>);
}

function Answer({ opened }: { opened: Opened }) {
  const texts = useTexts().evacuees.inquiry;
  const [chosen, setChosen] = useState<string>();
  const answer = useAnswerInquiry();
  if (answer.data) {
    return (
      <Notice tone="success" title={texts.sayThis}>
        <Words words={answer.data.words} />
      </Notice>
    );
  }
  const candidate = opened.candidates.find(({ evacuee }) => evacuee.id === chosen);
  const say = (scope: Scope) =>
    answer.mutate({ inquiryId: opened.inquiry.id, scope, ...(candidate && { evacuee: candidate.evacuee.id }) });
  return (
    <>
      <Choices legend={texts.whoIsMeant} hint={texts.whoIsMeantHint}>
        {opened.candidates.map(({ evacuee }) => (
          <Choice
            key={evacuee.id}
            kind="radio"
            name="candidate"
            checked={chosen === evacuee.id}
            onChange={() => setChosen(evacuee.id)}
          >
            <Candidate evacuee={evacuee} />
          </Choice>
        ))}
        <Choice kind="radio" name="candidate" checked={chosen === ''} onChange={() => setChosen('')}>
          {opened.candidates.length === 0 ? texts.nobody : texts.noneOfThem}
        </Choice>
      </Choices>
      {opened.more && <p className="soft">{texts.more}</p>}
      {chosen !== undefined && (
        <Judged
          key={chosen}
          verdict={candidate?.verdict ?? { widest: 'NOTHING', reasons: [] }}
          busy={answer.isPending}
          onSay={say}
        />
      )}
      <ProblemNotice error={answer.error} />
    </>
  );
}

function Candidate({ evacuee }: { evacuee: Evacuee }) {
  const names = useShelterNames();
  const { card, householdCard } = evacuee;
  const home = [householdCard.district, householdCard.address].filter(Boolean).join(' ');
  return (
    <>
      {[card.name, card.kana, card.birth].filter(Boolean).join(' ')} <Age evacuee={evacuee} />
      {home && `・${home}`}・<Where evacuee={evacuee} names={names} />
    </>
  );
}

function Judged({ verdict, busy, onSay }: { verdict: Verdict; busy: boolean; onSay: (scope: Scope) => void }) {
  const texts = useTexts().evacuees.inquiry;
  const [scope, setScope] = useState<Scope>(verdict.widest);
  return (
    <>
      <Notice
        tone={verdict.widest === 'NOTHING' ? 'caution' : 'info'}
        title={texts.mayAnswer(texts.scopes[verdict.widest])}
      >
        {verdict.reasons.map((reason) => (
          <p key={reason}>{texts.reasons[reason]}</p>
        ))}
        <p>{texts.forStaffOnly}</p>
      </Notice>
      <Select
        label={texts.scope}
        value={scope}
        values={scopesWithin(verdict)}
        names={texts.scopes}
        onChange={setScope}
      />
      <div>
        <Button look="primary" busy={busy} onClick={() => onSay(scope)}>
          {texts.answer}
        </Button>
      </div>
    </>
  );
}
