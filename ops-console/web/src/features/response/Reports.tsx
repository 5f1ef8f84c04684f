import { useState } from 'react';
import { Link } from 'wouter';
import type { Report } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Field } from '../../ui/Field/Field';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { StatusMark } from '../../ui/StatusMark/StatusMark';
import { useHandling, useOpenCalls } from './reportQueries';
import styles from './Reports.module.css';
import room from './response.module.css';

/** Calls for help from residents, and words of safety to be confirmed, that nobody has taken care of yet. */
export function Reports() {
  const texts = useTexts().reports;
  const asked = useOpenCalls();
  const reports = asked.data?.reports ?? [];
  return (
    <Panel title={texts.title} aside={asked.data && <span role="status">{texts.safe(asked.data.figures.safe)}</span>}>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && reports.length === 0 && <p className="soft">{texts.none}</p>}
      <ul className={styles.reports}>
        {reports.map((report) => (
          <li key={report.id}>
            <Call report={report} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Whereabouts({ report: { location, locationMetres, locatedAt } }: { report: Report }) {
  const texts = useTexts().reports;
  if (!location) return null;
  const [latitude, longitude] = [location.latitude.toFixed(5), location.longitude.toFixed(5)];
  return (
    <p>
      {texts.position(latitude, longitude)} {locationMetres !== undefined && texts.about(locationMetres)}{' '}
      {locatedAt && <At at={locatedAt} />} <Link href={`/map?at=17/${latitude}/${longitude}`}>{texts.toMap}</Link>
    </p>
  );
}

function Call({ report }: { report: Report }) {
  const texts = useTexts().reports;
  const handling = useHandling();
  const [outcome, setOutcome] = useState('');
  const done = outcome.trim();
  return (
    <section aria-label={texts.number(report.number)} className={styles.report}>
      <div className={room.taskHead}>
        <StatusMark status={report.kind === 'HELP' ? 'failure' : 'caution'}>{texts.kind[report.kind]}</StatusMark>
        <strong>
          {texts.number(report.number)} {report.name || texts.unnamed}
        </strong>
        <span className="soft small">
          {texts.via[report.via]} <At at={report.lastAt} /> {report.times > 1 && texts.times(report.times)}
        </span>
        {report.joined && <Link href={`/response/cases/${report.joined}`}>{texts.toCase}</Link>}
      </div>
      <p>
        {[report.place || texts.placeUnknown, report.people > 0 && texts.people(report.people), report.note]
          .filter(Boolean)
          .join('　')}{' '}
        {report.phone && <a href={`tel:${report.phone}`}>{report.phone}</a>}
      </p>
      <Whereabouts report={report} />
      {report.kind === 'SAFE' && <p className="soft small">{texts.confirm}</p>}
      <form
        className={styles.handling}
        onSubmit={(event) => {
          event.preventDefault();
          if (done) handling.mutate({ reportId: report.id, outcome: done });
        }}
      >
        <Field label={texts.outcome}>
          {(wiring) => (
            <input {...wiring} value={outcome} maxLength={200} onChange={(event) => setOutcome(event.target.value)} />
          )}
        </Field>
        <Button type="submit" look="quiet" busy={handling.isPending} aria-disabled={!done}>
          {texts.handle}
        </Button>
      </form>
      <ProblemNotice error={handling.error} />
    </section>
  );
}
