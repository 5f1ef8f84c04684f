import { useMemo, useState } from 'react';
import type { Session } from '../../../api/types';
import { hasRole } from '../../session/session';
import { useResponses } from '../../response/queries';
import { noFeatures } from '../room/overlays';
import { missingFeatures, reportFeatures } from './features';
import { useHomes, useLocatedReports, useMissing } from './queries';

const nobody: readonly never[] = [];

/**
 * Those not yet safe and what residents report, for those who may see it. Homes lie on the map only once somebody
 * asks for it, for that is a look; they are in no tile and no address, and come on no paper.
 */
export function useLoop(session: Session) {
  const allowed = hasRole(session, 'WELFARE_STAFF', 'DUTY_OFFICER');
  const running = useResponses(allowed).data?.running;
  const [wanted, setWanted] = useState(false);
  const [reportsShown, setReportsShown] = useState(true);
  const response = wanted && running ? running.response.id : null;
  const missing = useMissing(response);
  const lines = (response !== null && missing.data?.lines) || nobody;
  const cases = useMemo(() => lines.map(({ id }) => id), [lines]);
  const { homes, error, retry } = useHomes(response, cases);
  const placed = useMemo(() => lines.map((line) => ({ line, home: homes.get(line.id) })), [lines, homes]);
  const located = useLocatedReports(allowed);
  const reports = reportsShown ? located.reports : nobody;
  return {
    running,
    missing: placed,
    total: missing.data?.total ?? 0,
    asOf: missing.data?.asOf,
    missingShown: response !== null,
    showMissing: setWanted,
    located: located.reports.length,
    reports,
    reportsAsOf: located.asOf,
    reportsShown,
    showReports: setReportsShown,
    features: useMemo(
      () => ({
        missing: placed.length > 0 ? missingFeatures(placed) : noFeatures,
        reports: reports.length > 0 ? reportFeatures(reports) : noFeatures,
      }),
      [placed, reports],
    ),
    error: missing.error ?? located.error ?? error,
    retry: () => {
      void missing.refetch();
      located.retry();
      if (error) retry();
    },
  };
}

export type Loop = ReturnType<typeof useLoop>;
