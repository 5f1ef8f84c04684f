import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../i18n/language';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Empty } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { Unprinted } from '../../../ui/Unprinted/Unprinted';
import { StateMark, WhyList } from '../../plans/marks';
import { hazards, type PlanHazard } from '../../plans/plan';
import type { Look } from '../../register/Look/look';
import { LookGate } from '../../register/Look/LookGate';
import { hasRole, useSession } from '../../session/session';
import { rankName } from '../InView/inView';
import styles from './PeopleList.module.css';
import { type PersonInside, partSize, usePeopleInside } from './people';
import type { TargetArea } from './targetArea';

/** Of which area somebody wants the list, as it was when they asked. */
export interface PeopleAsked {
  area: TargetArea;
  name: string;
  hazard: PlanHazard | undefined;
}

interface Props {
  asked: PeopleAsked;
  onClose: () => void;
}

/** The people on the register inside an area, by name. Nobody is opened before a purpose was said. */
export function PeopleList({ asked, onClose }: Props) {
  const texts = useTexts().mapRoom.people;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [asked]);
  return (
    <section className={styles.list} aria-label={texts.title}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {texts.title}
        </h2>
        <p>{asked.name}</p>
        <Button onClick={onClose}>{texts.close}</Button>
      </header>
      <LookGate>
        {(look) => (
          <Unprinted>
            <Parts key={JSON.stringify(look)} asked={asked} look={look} />
          </Unprinted>
        )}
      </LookGate>
    </section>
  );
}

function Parts({ asked, look }: { asked: PeopleAsked; look: Look }) {
  const { mapRoom, plans } = useTexts();
  const texts = mapRoom.people;
  const session = useSession();
  const [hazard, setHazard] = useState<PlanHazard>(asked.hazard ?? 'FLOOD');
  const [offset, setOffset] = useState(0);
  const part = usePeopleInside(look, { area: asked.area, hazard }, offset);
  const total = part.data?.total ?? 0;
  return (
    <>
      <div className={styles.row}>
        <Field label={texts.hazard}>
          {(wiring) => (
            <select
              {...wiring}
              value={hazard}
              onChange={(event) => {
                setHazard(event.target.value as PlanHazard);
                setOffset(0);
              }}
            >
              {hazards.map((each) => (
                <option key={each} value={each}>
                  {plans.hazards[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {part.data && <AsOf at={part.data.asOf} freshFor={600} />}
        {total > 0 && hasRole(session, 'WELFARE_STAFF') && (
          <Link className="standalone" href="/people/disclosures">
            {texts.numbered}
          </Link>
        )}
      </div>
      {part.error && <ProblemNotice error={part.error} onRetry={() => void part.refetch()} />}
      {part.isFetching && <Skeleton rows={6} />}
      {part.data && total === 0 && <Empty title={texts.none}>{texts.noneWhat}</Empty>}
      {part.data && total > 0 && (
        <>
          <PeopleTable people={part.data.people} />
          <div className={styles.row}>
            <span role="status">{plans.list.range(offset + 1, offset + part.data.people.length, total)}</span>
            {offset > 0 && <Button onClick={() => setOffset(offset - partSize)}>{plans.list.previous}</Button>}
            {offset + partSize < total && (
              <Button onClick={() => setOffset(offset + partSize)}>{plans.list.next}</Button>
            )}
          </div>
        </>
      )}
    </>
  );
}

function PeopleTable({ people }: { people: readonly PersonInside[] }) {
  const { mapRoom } = useTexts();
  const texts = mapRoom.people;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.name}</th>
            <th scope="col">{texts.columns.district}</th>
            <th scope="col">{texts.columns.dangers}</th>
            <th scope="col">{texts.columns.plan}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((each) => (
            <PersonRow key={each.person} each={each} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PersonRow({ each }: { each: PersonInside }) {
  const all = useTexts();
  const texts = all.mapRoom.people;
  return (
    <tr>
      <th scope="row">
        <Link className="standalone" href={`/people/${each.person}`}>
          {each.name}
        </Link>
        <div className="soft small">
          {each.kana} {all.register.mobilities[each.mobility]}
        </div>
      </th>
      <td>{each.district?.name ?? texts.noDistrict}</td>
      <td>
        {each.homeDoubtful && <p className="small">{texts.homeDoubtful}</p>}
        {each.dangers.length === 0 ? (
          !each.homeDoubtful && texts.noDanger
        ) : (
          <ul>
            {each.dangers.map(({ kind, rank, scenario }) => (
              <li key={kind}>
                {all.plans.hazards[kind]} {rankName(kind, rank, all)} <span className="soft small">{scenario}</span>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        {each.plan ? (
          <>
            <Link className="standalone" href={`/plans/${each.plan.id}`}>
              {texts.openPlan(each.name)}
            </Link>
            <StateMark state={each.plan.state} />
            <WhyList health={each.plan.health} />
          </>
        ) : (
          <strong>{texts.noPlan}</strong>
        )}
      </td>
    </tr>
  );
}
