import { type FormEvent, useState } from 'react';
import { Link, Redirect } from 'wouter';
import type { PeopleSearch, PersonFound } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { Unprinted } from '../../../ui/Unprinted/Unprinted';
import { hasRole, useSession } from '../../session/session';
import { ConsentMark } from '../ConsentMark';
import type { Look } from '../Look/look';
import { LookGate } from '../Look/LookGate';
import { usePeople, useRegister } from '../queries';
import styles from '../register.module.css';
import { RegisterTabs } from '../RegisterTabs/RegisterTabs';

/** The register: search, and who was found. */
export function PeoplePage() {
  const session = useSession();
  if (!hasRole(session, 'WELFARE_STAFF', 'DUTY_OFFICER')) return <Redirect to="/people/emergencies" replace />;
  return (
    <>
      <RegisterTabs here="people" />
      <LookGate>{(look) => <Desk key={JSON.stringify(look)} look={look} />}</LookGate>
    </>
  );
}

function Desk({ look }: { look: Look }) {
  const texts = useTexts().register;
  const session = useSession();
  const [search, setSearch] = useState<PeopleSearch | null>(null);
  const found = usePeople(look, search);
  return (
    <div className={styles.grid}>
      <Panel title={texts.search.title}>
        <SearchForm onSearch={setSearch} busy={found.isFetching} />
        {hasRole(session, 'WELFARE_STAFF') && (
          <p>
            <Link className="standalone" href="/people/new">
              {texts.person.enter}
            </Link>
          </p>
        )}
      </Panel>
      <Panel title={texts.search.results} aside={found.data && texts.search.count(found.data.people.length)} flush>
        {search === null && <Empty title={texts.search.start}>{texts.search.startWhat}</Empty>}
        {found.error && <ProblemNotice error={found.error} />}
        {found.isFetching && <Skeleton rows={6} />}
        {found.data && found.data.people.length === 0 && (
          <Empty title={texts.search.none}>{texts.search.noneWhat}</Empty>
        )}
        {found.data && found.data.people.length > 0 && (
          <Unprinted>
            <FoundTable people={found.data.people} />
          </Unprinted>
        )}
        {found.data?.more && <p role="status">{texts.search.more}</p>}
      </Panel>
    </div>
  );
}

function SearchForm({ onSearch, busy }: { onSearch: (search: PeopleSearch) => void; busy: boolean }) {
  const texts = useTexts().register;
  const districts = useRegister().data?.districts ?? [];
  const [kana, setKana] = useState('');
  const [reference, setReference] = useState('');
  const [district, setDistrict] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    onSearch({
      ...(kana.trim() && { kana: kana.trim() }),
      ...(reference.trim() && { reference: reference.trim() }),
      ...(district && { district }),
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate role="search">
      <Field label={texts.search.kana} hint={texts.search.kanaHint}>
        {(wiring) => (
          <input
            {...wiring}
            lang="ja"
            autoComplete="off"
            maxLength={60}
            value={kana}
            onChange={(event) => setKana(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.search.reference}>
        {(wiring) => (
          <input
            {...wiring}
            autoComplete="off"
            maxLength={40}
            value={reference}
            onChange={(event) => setReference(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.search.district}>
        {(wiring) => (
          <select {...wiring} value={district} onChange={(event) => setDistrict(event.target.value)}>
            <option value="">{texts.search.anyDistrict}</option>
            {districts.map((each) => (
              <option key={each.district.code} value={each.district.code}>
                {each.district.name}（{texts.search.count(each.people)}）
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit" look="primary" icon="search" busy={busy}>
        {texts.search.submit}
      </Button>
    </form>
  );
}

function FoundTable({ people }: { people: readonly PersonFound[] }) {
  const texts = useTexts().register;
  const names = useDistrictNames();
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.search.results}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.name}</th>
            <th scope="col">{texts.columns.birthDate}</th>
            <th scope="col">{texts.columns.address}</th>
            <th scope="col">{texts.columns.state}</th>
            <th scope="col">{texts.columns.consents}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Link className="standalone" href={`/people/${person.id}`}>
                  {person.name}
                </Link>
                <div className="soft small">{person.kana}</div>
              </th>
              <td>{person.birthDate}</td>
              <td>
                {person.address}
                <div className="soft small">
                  {names(person.district)}・{person.reference}
                </div>
              </td>
              <td>{texts.states[person.state]}</td>
              <td>
                <div className={styles.marks}>
                  <ConsentMark answer={person.consents.REGISTER_PROVISION} />
                  <ConsentMark answer={person.consents.PLAN_MAKING} />
                  <ConsentMark answer={person.consents.PLAN_PROVISION} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Gives the names of districts by their codes. */
export function useDistrictNames(): (code: string | undefined) => string {
  const districts = useRegister().data?.districts ?? [];
  return (code) => districts.find(({ district }) => district.code === code)?.district.name ?? code ?? '';
}
