import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '../../i18n/language';
import { timeNear } from '../../time/clock';
import parts from '../parts/parts.module.css';
import { useConnection, useJournal, useStation, useTablet } from '../parts/tablet';

const skewWorthTellingMs = 2 * 60_000;

/** How the tablet stands with the hub: a calm line, since nothing here waits for it. */
export function ConnectionLine() {
  const { texts, language } = useLanguage();
  const { line, hopeless } = texts.tablet;
  const connection = useConnection();
  const { unsent, failing } = useJournal();
  const { hub, away } = useTablet();
  const { build } = useStation();
  const outdated = useSyncExternalStore(build.subscribe, () => build.outdated);
  const words = () => {
    switch (connection.state) {
      case 'CONNECTING':
        return line.connecting;
      case 'OFFLINE':
        return line.offline(unsent);
      case 'CONNECTED':
        return unsent > 0
          ? line.sending(unsent)
          : line.connected(timeNear(new Date(connection.since), new Date(), language));
      case 'LOCKED_OUT':
        return `${line.lockedOut} ${connection.reason}`;
    }
  };
  const skewed = connection.state === 'CONNECTED' && Math.abs(hub.aheadMs) > skewWorthTellingMs;
  return (
    <>
      <div className={parts.line} data-state={connection.state} role="status">
        <span>{words()}</span>
        {connection.state === 'LOCKED_OUT' && !away && <Link href="/handover">{line.lockedOutMore}</Link>}
        {outdated && <span>{line.newer}</span>}
        {skewed && <span>{line.skew(Math.round(Math.abs(hub.aheadMs) / 60_000))}</span>}
      </div>
      {failing && (
        <div className={parts.line} data-state="LOCKED_OUT" role="alert">
          {hopeless}
        </div>
      )}
    </>
  );
}
