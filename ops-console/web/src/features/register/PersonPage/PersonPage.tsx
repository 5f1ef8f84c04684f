import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Disclosure, PersonSheet } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Icon } from '../../../ui/Icon/Icon';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { hasRole, useSession } from '../../session/session';
import type { Look } from '../Look/look';
import { LookGate } from '../Look/LookGate';
import { useDistrictNames } from '../PeoplePage/PeoplePage';
import { usePerson } from '../queries';
import styles from '../register.module.css';
import { RegisterTabs } from '../RegisterTabs/RegisterTabs';
import { ConsentPanel } from './ConsentPanel';
import { canEdit, PersonEdit } from './PersonEdit';
import { conditionFacts, contactFacts, identityFacts, type Fact } from './facts';

/** What the office keeps of a person, as far as the purpose shows it. */
export function PersonPage({ personId }: { personId: string }) {
  const texts = useTexts().register;
  return (
    <>
      <RegisterTabs here="people" />
      <p>
        <Link className="standalone" href="/people">
          <Icon name="back" /> {texts.person.back}
        </Link>
      </p>
      <LookGate>{(look) => <Sheet key={JSON.stringify(look)} look={look} personId={personId} />}</LookGate>
    </>
  );
}

function Sheet({ look, personId }: { look: Look; personId: string }) {
  const opened = usePerson(look, personId);
  if (opened.error) return <ProblemNotice error={opened.error} />;
  if (!opened.data) return <Skeleton rows={8} />;
  return <Panels look={look} sheet={opened.data} onChanged={() => void opened.refetch()} />;
}

function Panels({ look, sheet, onChanged }: { look: Look; sheet: PersonSheet; onChanged: () => void }) {
  const all = useTexts();
  const session = useSession();
  const [editing, setEditing] = useState(false);
  const texts = all.register.person;
  const district = useDistrictNames();
  const { person } = sheet;
  return (
    <div className={styles.stack}>
      <h2>
        {person.identity.name} <span className="soft small">{person.identity.kana}</span>
      </h2>
      <p>
        <Link className="standalone" href={`/plans?person=${person.outline.id}`}>
          {texts.plan}
        </Link>
      </p>
      {hasRole(session, 'WELFARE_STAFF') && canEdit(sheet) && !editing && (
        <div>
          <Button icon="pen" onClick={() => setEditing(true)}>
            {texts.edit}
          </Button>
        </div>
      )}
      {editing && (
        <Panel title={texts.edit}>
          <PersonEdit
            look={look}
            sheet={sheet}
            onClose={() => setEditing(false)}
            onDone={() => {
              setEditing(false);
              onChanged();
            }}
          />
        </Panel>
      )}
      <Panel title={texts.identity}>
        <Facts facts={identityFacts(all, person, district(person.outline.district))} />
      </Panel>
      <Panel title={texts.condition}>
        {person.condition ? <Facts facts={conditionFacts(all, person.condition)} /> : <Hidden />}
      </Panel>
      <Panel title={texts.contacts}>
        {person.contacts ? <Facts facts={contactFacts(all, person.contacts)} /> : <Hidden />}
      </Panel>
      <Panel title={texts.consents}>
        {sheet.consents ? (
          <ConsentPanel personId={person.outline.id} answers={sheet.consents} onRecorded={onChanged} />
        ) : (
          <Hidden />
        )}
      </Panel>
      <Panel title={texts.disclosures}>
        {sheet.disclosures ? <Ledger disclosures={sheet.disclosures} /> : <Hidden />}
      </Panel>
      <Panel title={texts.history}>{sheet.history ? <History sheet={sheet} /> : <Hidden />}</Panel>
    </div>
  );
}

function Hidden() {
  return <p className="soft">{useTexts().register.person.hidden}</p>;
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <FactRow key={name} name={name}>
          {value}
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

function Ledger({ disclosures }: { disclosures: readonly Disclosure[] }) {
  const texts = useTexts().register;
  if (disclosures.length === 0) return <p className="soft">{texts.person.noDisclosures}</p>;
  return (
    <ul>
      {disclosures.map((each) => (
        <li key={each.id}>
          <strong>
            {texts.disclosure.number(each.number)} {each.recipient}
          </strong>{' '}
          {texts.disclosure.subjects[each.subject]} <At at={each.madeAt} /> {each.purpose}{' '}
          <span className="soft">{texts.bases[each.basis]}</span>{' '}
          {each.recallReason && <span>{texts.disclosure.recalled(each.recallReason)}</span>}
        </li>
      ))}
    </ul>
  );
}

function History({ sheet }: { sheet: PersonSheet }) {
  const texts = useTexts().register;
  return (
    <ul>
      {(sheet.history ?? []).map((version) => (
        <li key={version.number}>
          <At at={version.at} /> {version.kinds.map((kind) => texts.changes[kind]).join('・')}{' '}
          <span className="soft">{version.by}</span> {version.reason && texts.person.historyReason(version.reason)}
        </li>
      ))}
    </ul>
  );
}
