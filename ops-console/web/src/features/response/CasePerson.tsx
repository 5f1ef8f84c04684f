import type { UseMutationResult } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { OpenedCase } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Icon } from '../../ui/Icon/Icon';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { conditionFacts, contactFacts, type Fact, identityFacts } from '../register/PersonPage/facts';
import { hasRole, useSession } from '../session/session';
import { useSites } from '../sites/queries';
import styles from './CasePerson.module.css';

/** Who it is, once somebody asked: the look is recorded, and what was shown goes with the page. */
export function CasePerson({ opening }: { opening: UseMutationResult<OpenedCase, Error, void> }) {
  const texts = useTexts().response;
  const session = useSession();
  const basis = hasRole(session, 'WELFARE_STAFF') ? texts.basis.WELFARE : texts.basis.OFFICER;
  if (opening.data) return <Opened opened={opening.data} />;
  return (
    <Panel title={texts.case.person}>
      <Button icon="people" busy={opening.isPending} onClick={() => opening.mutate()}>
        {texts.case.open}
      </Button>
      <p className="soft small">
        {texts.case.openWhat} {basis}
      </p>
      <ProblemNotice error={opening.error} />
    </Panel>
  );
}

function Opened({ opened }: { opened: OpenedCase }) {
  const all = useTexts();
  const texts = all.response.case;
  const { person, plan } = opened;
  return (
    <>
      <Panel
        title={texts.person}
        aside={
          <span className="soft small" role="status">
            {texts.opened}
          </span>
        }
      >
        <p className={styles.person}>
          <ruby>
            {person.identity.name}
            <rt>{person.identity.kana}</rt>
          </ruby>
          {person.identity.phone && (
            <a className={styles.phone} href={`tel:${person.identity.phone}`}>
              {person.identity.phone}
            </a>
          )}
        </p>
        <Facts
          facts={[
            ...identityFacts(all, person, ''),
            ...(person.contacts ? contactFacts(all, person.contacts) : []),
            ...(person.condition ? conditionFacts(all, person.condition) : []),
          ]}
        />
        <p>
          <Link className="standalone" href={`/people/${person.outline.id}`}>
            {all.register.title} <Icon name="forward" size={16} />
          </Link>
        </p>
      </Panel>
      <Panel title={texts.plan}>{plan ? <Plan plan={plan} /> : <p className="soft">{texts.noPlan}</p>}</Panel>
    </>
  );
}

function Plan({ plan }: { plan: NonNullable<OpenedCase['plan']> }) {
  const texts = useTexts().response.case;
  const sites = useSites().data?.sites ?? [];
  const { content } = plan;
  const places = content.destinations.map(({ site, name }) => sites.find(({ id }) => id === site)?.name ?? name ?? '');
  const facts: readonly (readonly [string, string | undefined])[] = [
    [texts.destination, places.filter(Boolean).join(' → ')],
    [texts.meeting, content.meetingPlace],
    [texts.house, content.house],
    [texts.remarks, content.remarks],
  ];
  return (
    <>
      <Facts facts={facts.flatMap(([name, value]): Fact[] => (value ? [[name, value]] : []))} />
      <p>
        <Link className="standalone" href={`/plans/${plan.id}`}>
          {texts.planDetail} <Icon name="forward" size={16} />
        </Link>
      </p>
    </>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
