import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Route, Router, Switch } from 'wouter';
import { Problem } from './api/problem';
import { ChronologyPage } from './features/chronology/ChronologyPage/ChronologyPage';
import { DispatchListPage } from './features/dispatch/DispatchListPage/DispatchListPage';
import { DispatchPage } from './features/dispatch/DispatchPage/DispatchPage';
import { NoticePage } from './features/dispatch/NoticePage/NoticePage';
import { EvacuationPage } from './features/evacuation/EvacuationPage/EvacuationPage';
import { MapPage } from './features/map/MapPage/MapPage';
import { MapPrintPage } from './features/map/MapPrintPage/MapPrintPage';
import { AreasPage } from './features/areas/AreasPage';
import { kinds } from './features/imports/facts';
import { ImportPage } from './features/imports/ImportPage';
import { ImportsPage } from './features/imports/ImportsPage';
import { DevicePage, OfflinePage } from './features/plans/offline/DevicePage';
import { useDevice } from './features/plans/offline/device';
import { hazards } from './features/plans/plan';
import { NewPlanPage, PlanPage } from './features/plans/PlanPage/PlanPage';
import { PlansPage } from './features/plans/PlansPage/PlansPage';
import { AccessLogPage } from './features/register/AccessLogPage/AccessLogPage';
import { DisclosuresPage } from './features/register/DisclosuresPage/DisclosuresPage';
import { EmergenciesPage } from './features/register/EmergenciesPage/EmergenciesPage';
import { PeoplePage } from './features/register/PeoplePage/PeoplePage';
import { NewPersonPage } from './features/register/PersonPage/NewPersonPage';
import { PersonPage } from './features/register/PersonPage/PersonPage';
import { RegisterImportsPage } from './features/register/RegisterImportsPage/RegisterImportsPage';
import { SessionProvider, useSessionState } from './features/session/session';
import { SignInPage } from './features/session/SignInPage/SignInPage';
import { DoubtsPage } from './features/evacuees/DoubtsPage';
import { EvacueesPage } from './features/evacuees/EvacueesPage';
import { InquiriesPage } from './features/evacuees/InquiriesPage';
import { LooksPage } from './features/evacuees/LooksPage';
import { ProtectionsPage } from './features/evacuees/ProtectionsPage';
import { VictimsPage } from './features/evacuees/VictimsPage';
import { ShelterPage } from './features/shelters/ShelterPage/ShelterPage';
import { SheltersPage } from './features/shelters/SheltersPage/SheltersPage';
import { CasePage } from './features/response/CasePage';
import { OneResponsePage, ResponsePage } from './features/response/ResponsePage';
import { ScorecardPage } from './features/scorecard/ScorecardPage';
import { SuppliesPage } from './features/tally/SuppliesPage';
import { TabletsPage } from './features/tally/TabletsPage';
import { SitesPage } from './features/sites/SitesPage/SitesPage';
import { SituationPage } from './features/situation/SituationPage/SituationPage';
import { LanguageProvider, useTexts } from './i18n/language';
import { useThemeOnPage } from './shell/Preferences/theme';
import { Shell } from './shell/Shell/Shell';
import { Empty } from './ui/Notice/Notice';
import { ProblemNotice } from './ui/Problem/ProblemNotice';
import { Skeleton } from './ui/Skeleton/Skeleton';

/** Asks again when the hub did not answer or failed; what it refused stays refused. */
function retry(failures: number, error: unknown): boolean {
  const { status } = Problem.of(error);
  return (status === 0 || status >= 500) && failures < 3;
}

/** The staff console. */
export function App() {
  useThemeOnPage();
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry, staleTime: 2000 } } }));
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <SessionProvider>
          <Router base={import.meta.env.BASE_URL.replace(/\/$/, '')}>
            <Door />
          </Router>
        </SessionProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

function Door() {
  const { session, error, retry: askAgain } = useSessionState();
  const { stored } = useDevice();
  const unreachable = session === undefined && (!navigator.onLine || Boolean(error));
  if (unreachable && stored.length > 0) return <OfflinePage onRetry={() => location.reload()} />;
  if (session) return <Rooms />;
  if (session === null) return <SignInPage />;
  return error ? <ProblemNotice error={error} onRetry={askAgain} /> : <Skeleton rows={4} />;
}

function Rooms() {
  return (
    <Shell>
      <Switch>
        <Route path="/" component={SituationPage} />
        <Route path="/dispatches" component={DispatchListPage} />
        <Route path="/dispatches/:id">{({ id }) => <DispatchPage key={id} dispatchId={id} />}</Route>
        <Route path="/notices/new" component={NoticePage} />
        <Route path="/evacuation" component={EvacuationPage} />
        <Route path="/people" component={PeoplePage} />
        <Route path="/people/disclosures" component={DisclosuresPage} />
        <Route path="/people/emergencies" component={EmergenciesPage} />
        <Route path="/people/imports" component={RegisterImportsPage} />
        <Route path="/people/log" component={AccessLogPage} />
        <Route path="/people/new" component={NewPersonPage} />
        <Route path="/people/:id">{({ id }) => <PersonPage key={id} personId={id} />}</Route>
        <Route path="/map" component={MapPage} />
        <Route path="/map/print" component={MapPrintPage} />
        <Route path="/shelters" component={SheltersPage} />
        <Route path="/response" component={ResponsePage} />
        <Route path="/response/cases/:id">{({ id }) => <CasePage key={id} caseId={id} />}</Route>
        <Route path="/response/:id">{({ id }) => <OneResponsePage key={id} responseId={id} />}</Route>
        <Route path="/scorecard" component={ScorecardPage} />
        <Route path="/shelters/supplies" component={SuppliesPage} />
        <Route path="/shelters/tablets" component={TabletsPage} />
        <Route path="/shelters/people" component={EvacueesPage} />
        <Route path="/shelters/doubts" component={DoubtsPage} />
        <Route path="/shelters/inquiries" component={InquiriesPage} />
        <Route path="/shelters/protections" component={ProtectionsPage} />
        <Route path="/shelters/looks" component={LooksPage} />
        <Route path="/shelters/victims" component={VictimsPage} />
        <Route path="/shelters/:id">{({ id }) => <ShelterPage key={id} shelterId={id} />}</Route>
        <Route path="/sites" component={SitesPage} />
        <Route path="/areas" component={AreasPage} />
        <Route path="/imports/of/:kind">
          {({ kind: asked }) => {
            const kind = kinds.find((each) => each === asked);
            return kind ? <ImportsPage key={kind} kind={kind} /> : <NotFound />;
          }}
        </Route>
        <Route path="/imports/:id">{({ id }) => <ImportPage key={id} importId={id} />}</Route>
        <Route path="/plans" component={PlansPage} />
        <Route path="/plans/device" component={DevicePage} />
        <Route path="/plans/new/:person/:hazard">
          {({ person, hazard: asked }) => {
            const hazard = hazards.find((each) => each === asked);
            return hazard ? <NewPlanPage key={person + hazard} personId={person} hazard={hazard} /> : <NotFound />;
          }}
        </Route>
        <Route path="/plans/:id">{({ id }) => <PlanPage key={id} planId={id} />}</Route>
        <Route path="/chronology" component={ChronologyPage} />
        <Route component={NotFound} />
      </Switch>
    </Shell>
  );
}

function NotFound() {
  const texts = useTexts();
  return (
    <Empty title={texts.shell.notFound}>
      <p>{texts.shell.notFoundWhat}</p>
      <Link href="/">{texts.rooms.situation}</Link>
    </Empty>
  );
}
