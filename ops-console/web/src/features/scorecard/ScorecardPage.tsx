import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { contentOf, hub } from '../../api/client';
import type { Scorecard } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Field } from '../../ui/Field/Field';
import { Icon } from '../../ui/Icon/Icon';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import { actorText, summaryOf } from '../chronology/lines';
import { useSession } from '../session/session';
import styles from './scorecard.module.css';
import { lastHours, localInput, toInstant } from './times';

/** How a night or a drill went, made of what was written down while it happened. */
export function ScorecardPage() {
  const texts = useTexts().scorecard;
  const session = useSession();
  const [asked, setAsked] = useSearchParams();
  const [usual] = useState(() => lastHours(new Date(), 6));
  const from = asked.get('from') ?? usual.from;
  const to = asked.get('to') ?? usual.to;
  const card = useQuery({
    queryKey: ['scorecard', from, to],
    queryFn: () => contentOf(hub.GET('/scorecard', { params: { query: { from, to } } })),
  });
  usePageTitle(texts.title, session.mode);
  return (
    <>
      <Link href="/chronology" className="standalone">
        <Icon name="back" />
        {texts.back}
      </Link>
      <h1>{texts.title}</h1>
      <Times key={`${from} ${to}`} from={from} to={to} onChange={(chosen) => setAsked(chosen)} />
      {card.isPending && <Skeleton rows={8} />}
      {card.error && <ProblemNotice error={card.error} onRetry={() => void card.refetch()} />}
      {card.data && <Card card={card.data} />}
    </>
  );
}

interface TimesProps {
  from: string;
  to: string;
  onChange: (times: { from: string; to: string }) => void;
}

function Times({ from, to, onChange }: TimesProps) {
  const texts = useTexts().scorecard;
  const [begins, setBegins] = useState(localInput(from));
  const [ends, setEnds] = useState(localInput(to));
  return (
    <form
      className={styles.times}
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ from: toInstant(begins), to: toInstant(ends) });
      }}
    >
      <Field label={texts.from}>
        {(wiring) => (
          <input
            {...wiring}
            type="datetime-local"
            required
            value={begins}
            onChange={(event) => setBegins(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.to}>
        {(wiring) => (
          <input
            {...wiring}
            type="datetime-local"
            required
            value={ends}
            onChange={(event) => setEnds(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit">{texts.show}</Button>
      <a href={`/api/scorecard/paper?from=${from}&to=${to}`} download>
        {texts.print}
      </a>
    </form>
  );
}

function Card({ card }: { card: Scorecard }) {
  const all = useTexts();
  const texts = all.scorecard;
  const { shelters } = card;
  return (
    <div className={styles.panels}>
      <Panel title={texts.responses}>
        {card.responses.length === 0 && <p className="soft">{texts.none}</p>}
        {card.responses.map((response) => (
          <p key={response.number} className={styles.response}>
            <strong>{texts.safe(response.safe, response.people)}</strong>
            <span>
              {texts.half} <Seconds of={response.half} none={texts.never} />
            </span>
            <span>
              {texts.nine} <Seconds of={response.nine} none={texts.never} />
            </span>
          </p>
        ))}
      </Panel>
      <Panel title={texts.shelters}>
        <p className={styles.response}>
          <strong>{texts.opened(shelters.opened)}</strong>
          <span>
            {texts.toOpen} <Seconds of={shelters.toOpen} none="—" />
          </span>
          {shelters.mostPeople !== undefined && (
            <span>
              {texts.most(shelters.mostPeople)} {shelters.mostAt && <At at={shelters.mostAt} />}
            </span>
          )}
        </p>
      </Panel>
      <Panel title={texts.decisions} flush>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.when}</th>
              <th scope="col">{texts.what}</th>
              <th scope="col">{texts.toRequest}</th>
              <th scope="col">{texts.toApproval}</th>
            </tr>
          </thead>
          <tbody>
            {card.decisions.map((decision) => (
              <tr key={decision.dispatch}>
                <td>
                  <At at={decision.createdAt} />
                </td>
                <th scope="row">
                  <Link href={`/dispatches/${decision.dispatch}`}>{decision.title}</Link>
                </th>
                <td>
                  <Seconds of={decision.toRequest} none={texts.notAsked} />
                </td>
                <td>
                  <Seconds of={decision.toApproval} none={texts.notApproved} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title={texts.reach} flush>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.what}</th>
              <th scope="col">{texts.medium}</th>
              <th scope="col">{texts.accepted}</th>
              <th scope="col">{texts.refused}</th>
              <th scope="col">{texts.unknown}</th>
              <th scope="col">{texts.toLast}</th>
            </tr>
          </thead>
          <tbody>
            {card.reach.map((row) => (
              <tr key={`${row.dispatch} ${row.medium}`}>
                <th scope="row">{row.title}</th>
                <td>{all.medium[row.medium]}</td>
                <td>{texts.of(row.accepted, row.recipients)}</td>
                <td>{row.refused.toLocaleString()}</td>
                <td>{row.unknown.toLocaleString()}</td>
                <td>
                  <Seconds of={row.toLast} none={texts.underWay} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title={texts.mistakes(card.mistakes.length)}>
        {card.mistakes.length === 0 && <p className="soft">{texts.noMistake}</p>}
        <ol className={styles.mistakes}>
          {card.mistakes.map((mistake) => (
            <li key={`${mistake.at} ${mistake.subject}`}>
              <At at={mistake.at} seconds /> {all.chronology.kinds[mistake.kind]} {summaryOf(all, mistake)}{' '}
              <small>{actorText(all, mistake.actor)}</small>
            </li>
          ))}
        </ol>
      </Panel>
    </div>
  );
}

function Seconds({ of, none }: { of: number | undefined; none: string }) {
  const texts = useTexts().scorecard;
  return <>{of === undefined ? none : texts.seconds(of)}</>;
}
