import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Panel } from '../../../ui/Panel/Panel';
import styles from '../plans.module.css';

export type Fact = readonly [name: string, value: ReactNode];

/** Facts as on the paper. What nobody wrote is said to be unwritten. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const texts = useTexts().plans.page;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <FactRow key={name} name={name}>
          {value === undefined || value === null || value === '' ? (
            <span className="soft">{texts.notWritten}</span>
          ) : (
            value
          )}
        </FactRow>
      ))}
    </dl>
  );
}

function FactRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface Props {
  title: string;
  facts: readonly Fact[];
  /** Whether it is open for writing from the start, as in a new plan. */
  opened: boolean;
  /** What is always seen. */
  children?: ReactNode;
  /** What is written in; nothing where the section is only read. */
  form?: ReactNode;
}

/** A part of the plan: read as on the paper, opened for writing by itself. */
export function Section({ title, facts, opened, children, form }: Props) {
  const texts = useTexts().plans.page;
  const [writing, setWriting] = useState(opened);
  const toggle = form && (
    <Button look="quiet" icon={writing ? 'check' : 'pen'} aria-expanded={writing} onClick={() => setWriting(!writing)}>
      {writing ? texts.close : texts.change}
      <span className="visually-hidden"> {title}</span>
    </Button>
  );
  return (
    <Panel title={title} aside={toggle}>
      <div className={styles.stack}>
        {form && writing ? form : <Facts facts={facts} />}
        {children}
      </div>
    </Panel>
  );
}
