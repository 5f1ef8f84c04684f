import { useState } from 'react';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Empty } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import styles from '../register/register.module.css';
import { AskedForm } from './AskedForm';
import { type Inquiry, useInquiries } from './inquiries';
import { OpenedInquiry } from './OpenedInquiry';
import own from './evacuees.module.css';
import { PeopleTabs } from './PeopleTabs';
import { Protections } from './Protections';

/** 安否照会: who asks, what may be answered, what was. */
export function InquiriesPage() {
  const texts = useTexts().evacuees.inquiry;
  const asked = useInquiries();
  const [opened, setOpened] = useState<string | null>(null);
  const all = asked.data?.inquiries ?? [];
  return (
    <>
      <PeopleTabs here="inquiries" />
      <p className={`soft ${own.lead}`}>{texts.what}</p>
      <div className={styles.grid}>
        <div className={styles.stack}>
          <Panel title={texts.take}>
            <AskedForm onTaken={setOpened} />
          </Panel>
          <Protections />
        </div>
        <div className={styles.stack}>
          {opened && <OpenedInquiry key={opened} inquiryId={opened} onClose={() => setOpened(null)} />}
          <Panel title={texts.list} aside={texts.waiting(all.filter(({ answer }) => !answer).length)} flush>
            {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
            {asked.data && all.length === 0 && <Empty title={texts.none} />}
            {all.length > 0 && <List inquiries={all} onOpen={setOpened} />}
          </Panel>
        </div>
      </div>
    </>
  );
}

function List({ inquiries, onOpen }: { inquiries: readonly Inquiry[]; onOpen: (id: string) => void }) {
  const texts = useTexts().evacuees.inquiry;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.list}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.numberHead}</th>
            <th scope="col">{texts.takenAt}</th>
            <th scope="col">{texts.relation}</th>
            <th scope="col">{texts.answered}</th>
            <th scope="col">{texts.details}</th>
          </tr>
        </thead>
        <tbody>
          {inquiries.map(({ id, number, takenAt, takenBy, relation, answer }) => (
            <tr key={id}>
              <th scope="row">{texts.number(number)}</th>
              <td>
                <At at={takenAt} /> {takenBy}
              </td>
              <td>{texts.relations[relation]}</td>
              <td>
                {answer ? (
                  <>
                    {texts.scopes[answer.scope]} (<At at={answer.at} /> {answer.by})
                  </>
                ) : (
                  texts.notYet
                )}
              </td>
              <td>
                <Button onClick={() => onOpen(id)}>{texts.open(number)}</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
